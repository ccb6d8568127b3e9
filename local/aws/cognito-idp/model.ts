import type { Constraint } from "./constraints.js";

/**
 * Constraints that several operations share, as in Cognito's service model:
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_Operations.html
 */
const text = "[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}";

export const USER_POOL_ID: Constraint = {
  type: "string",
  required: true,
  min: 1,
  max: 55,
  pattern: "[\\w-]+_[0-9a-zA-Z]+",
};
export const CLIENT_ID: Constraint = { type: "string", required: true, min: 1, max: 128, pattern: "[\\w+]+" };
export const NAME: Constraint = { type: "string", min: 1, max: 128, pattern: "[\\w\\s+=,.@-]+" };
export const USERNAME: Constraint = { type: "string", required: true, min: 1, max: 128, pattern: `${text}]+` };
export const PASSWORD: Constraint = { type: "string", max: 256, pattern: "[\\S]+", sensitive: true };
export const CODE: Constraint = { type: "string", required: true, min: 1, max: 2048, pattern: "[\\S]+" };
export const DOMAIN: Constraint = {
  type: "string",
  required: true,
  min: 1,
  max: 63,
  pattern: "^[a-z0-9](?:[a-z0-9\\-]{0,61}[a-z0-9])?$",
};
/** AWS's pattern for `Domain` admits no dots, yet its operations take custom domains' whole names there. */
export const CUSTOM_DOMAIN: Constraint = {
  type: "string",
  required: true,
  min: 1,
  max: 63,
  pattern: "^(?:[a-z0-9](?:[a-z0-9\\-]{0,61}[a-z0-9])?\\.)+[a-z0-9](?:[a-z0-9\\-]{0,61}[a-z0-9])?$",
};
export const ARN: Constraint = {
  type: "string",
  required: true,
  min: 20,
  max: 2048,
  pattern: "arn:[\\w+=/,.@-]+:[\\w+=/,.@-]+:([\\w+=/,.@-]*)?:[0-9]+:[\\w+=/,.@-]+(:[\\w+=/,.@-]+)?(:[\\w+=/,.@-]+)?",
};
export const REDIRECT_URLS: Constraint = {
  type: "list",
  max: 100,
  of: { type: "string", min: 1, max: 1024, pattern: `${text}]+` },
};
export const ATTRIBUTES: Constraint = {
  type: "list",
  of: {
    type: "structure",
    members: {
      Name: { type: "string", required: true, min: 1, max: 32, pattern: `${text}\\t\\n\\r ]+` },
      Value: { type: "string", max: 2048, sensitive: true },
    },
  },
};
export const EMAIL_BODY: Constraint = {
  type: "string",
  min: 6,
  max: 20000,
  pattern: `${text}\\s*]*\\{####\\}${text}\\s*]*`,
};
export const EMAIL_BODY_BY_LINK: Constraint = {
  type: "string",
  min: 6,
  max: 20000,
  pattern: `${text}\\s*]*\\{##${text}\\s*]*##\\}${text}\\s*]*`,
};
export const EMAIL_SUBJECT: Constraint = { type: "string", min: 1, max: 140, pattern: `${text}\\s]+` };
export const MAX_RESULTS: Constraint = { type: "number", min: 1, max: 60 };
