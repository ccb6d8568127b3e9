import { applyLanguageExtensions, type EarlyScope } from "./language-extensions.js";
import { readSections } from "./sections.js";
import { invalid, type Template } from "./template.js";

/** What a template may have grown to, in bytes. */
const PROCESSED_BYTES = 1_000_000;

/**
 * Applies a template's transforms, which needs its parameters' values. One without transforms, and one that is
 * processed already, stays as it is.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html
 * @throws AwsError ValidationError in AWS's wording
 */
export function processTemplate({ unprocessed, ...template }: Template, scope: EarlyScope): Template {
  if (!unprocessed) return template;
  const root = applyLanguageExtensions(unprocessed, template, scope);
  const processed = JSON.stringify(root);
  if (Buffer.byteLength(processed) > PROCESSED_BYTES) {
    throw invalid(`Template may not exceed ${PROCESSED_BYTES} bytes in size.`);
  }
  return { ...template, ...readSections(root), processed };
}
