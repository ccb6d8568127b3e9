import { XmlShapeDeserializer, XmlShapeSerializer } from "@aws-sdk/core/protocols";
import type { NormalizedSchema } from "@smithy/core/schema";

// 5 is the schema number of RFC 3339 date-times, the format of timestamps in AWS's XML.
const settings = (xmlNamespace: string) => ({
  timestampFormat: { useTrait: true, default: 5 } as const,
  httpBindings: false,
  xmlNamespace,
  serviceNamespace: "",
});

/** The children of a structure's element as XML text, without the element itself. */
export function writeMembers(schema: NormalizedSchema, value: unknown): string {
  if (schema.isUnitSchema()) return "";
  const serializer = new XmlShapeSerializer(settings(""));
  serializer.write(schema, value ?? {});
  const element = serializer.flush().toString();
  // `<Name/>`, or `<Name ...>` children `</Name>`: the name is the output shape's, which nobody sends.
  const open = element.indexOf(">");
  return element[open - 1] === "/" ? "" : element.slice(open + 1, element.lastIndexOf("</"));
}

export function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** An XML document as nested objects: an element's text, or its children by name (a list when repeated). */
export function parseXml(text: string): unknown {
  return new Parser(settings("")).parse(text);
}

class Parser extends XmlShapeDeserializer {
  parse(text: string): unknown {
    return this.parseXml(text);
  }
}
