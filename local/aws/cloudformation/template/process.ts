import { AwsError } from "../../errors.js";
import type { ResourceTypes } from "../resource-types.js";
import { applyLanguageExtensions, type EarlyScope } from "./language-extensions.js";
import { readSections } from "./sections.js";
import { invalid, type Template } from "./template.js";
import { validateTemplate } from "./validate.js";

/** What a template may have grown to, in bytes. */
const PROCESSED_BYTES = 1_000_000;

/**
 * Applies a template's transforms, which needs its parameters' values, and checks what comes of it. A template without
 * transforms, and one that is processed already, stays as it is. Where it cannot be done the template has a `failure`:
 * AWS takes the request all the same, and fails the stack or the change set.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-macros.html
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html
 */
export function processTemplate(source: Template, types: ResourceTypes, scope: EarlyScope): Template {
  const { unprocessed, ...template } = source;
  if (!unprocessed) return source;
  try {
    const root = applyLanguageExtensions(unprocessed, template, scope);
    const processed = JSON.stringify(root);
    if (Buffer.byteLength(processed) > PROCESSED_BYTES) {
      throw invalid(`Template may not exceed ${PROCESSED_BYTES} bytes in size.`);
    }
    const result = { ...template, ...readSections(root), processed };
    validateTemplate(result, types);
    return result;
  } catch (error) {
    if (!(error instanceof AwsError && error.code === "ValidationError")) throw error;
    return { ...template, conditions: {}, resources: {}, outputs: {}, failure: error.message };
  }
}
