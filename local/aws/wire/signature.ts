import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import type { WireRequest } from "./message.js";

/** What an `Authorization: AWS4-HMAC-SHA256 ...` header says. */
export interface Authorization {
  readonly accessKeyId: string;
  readonly date: string;
  readonly region: string;
  readonly service: string;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
}

/** Reads a Signature Version 4 header, or gives undefined when it is none. */
export function parseAuthorization(header: string): Authorization | undefined {
  const match = /^AWS4-HMAC-SHA256 +(.*)$/.exec(header);
  const fields = new Map(
    (match?.[1] ?? "").split(/, */).map((field): [string, string] => {
      const equals = field.indexOf("=");
      return [field.slice(0, equals).trim(), field.slice(equals + 1).trim()];
    }),
  );
  const [accessKeyId, date, region, service, terminator] = (fields.get("Credential") ?? "").split("/");
  const signedHeaders = fields.get("SignedHeaders")?.split(";");
  const signature = fields.get("Signature");
  if (!accessKeyId || !date || !region || !service || terminator !== "aws4_request") return undefined;
  if (signedHeaders === undefined || signature === undefined) return undefined;
  return { accessKeyId, date, region, service, signedHeaders, signature };
}

/**
 * Whether a request bears the signature that `secretAccessKey` gives it
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html).
 */
export function signatureMatches(request: WireRequest, authorization: Authorization, secretAccessKey: string): boolean {
  const { date, region, service, signedHeaders } = authorization;
  const canonicalRequest = [
    request.method,
    canonicalPath(request.path),
    canonicalQuery(request.query),
    ...signedHeaders.map((name) => `${name}:${(request.headers[name] ?? "").trim().replace(/ +/g, " ")}`),
    "",
    signedHeaders.join(";"),
    sha256(request.body),
  ].join("\n");
  const stringToSign = [
    "AWS4-HMAC-SHA256",
    request.headers["x-amz-date"] ?? "",
    `${date}/${region}/${service}/aws4_request`,
    sha256(canonicalRequest),
  ].join("\n");
  const key = [date, region, service, "aws4_request"].reduce<Buffer | string>(hmac, `AWS4${secretAccessKey}`);
  const expected = hmac(key, stringToSign);
  const actual = Buffer.from(authorization.signature, "hex");
  return actual.length === expected.length && timingSafeEqual(actual, expected);
}

/** `20261122T095255Z` as a date; an invalid one when it is not of that form. */
export function signingTime(request: WireRequest): Date {
  const [, y, m, d, h, min, s] =
    /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(request.headers["x-amz-date"] ?? "") ?? [];
  return new Date(`${y}-${m}-${d}T${h}:${min}:${s}Z`);
}

/** Every service but S3 encodes the already encoded path a second time. */
function canonicalPath(path: string): string {
  const trailing = path.endsWith("/") && path !== "/" ? "/" : "";
  return `/${path.split("/").filter(Boolean).map(encode).join("/")}${trailing}`;
}

function canonicalQuery(query: string): string {
  if (query === "") return "";
  return query
    .split("&")
    .map((pair) => {
      const [name = "", value = ""] = pair.split("=");
      return `${encode(decodeURIComponent(name))}=${encode(decodeURIComponent(value))}`;
    })
    .sort()
    .join("&");
}

function encode(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}

function sha256(data: Buffer | string): string {
  return createHash("sha256").update(data).digest("hex");
}

function hmac(key: Buffer | string, data: string): Buffer {
  return createHmac("sha256", key).update(data).digest();
}
