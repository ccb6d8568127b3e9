import type { WireRequest } from "../../../../local/aws/wire/message.js";
import { parseAuthorization, signatureMatches } from "../../../../local/aws/wire/signature.js";

// The request, key and signature of AWS's own worked example for Signature Version 4 (IAM ListUsers).
const SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
const request: WireRequest = {
  method: "GET",
  path: "/",
  query: "Action=ListUsers&Version=2010-05-08",
  headers: {
    "content-type": "application/x-www-form-urlencoded; charset=utf-8",
    host: "iam.amazonaws.com",
    "x-amz-date": "20150830T123600Z",
    authorization:
      "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/iam/aws4_request, SignedHeaders=content-type;host;x-amz-date, Signature=5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7",
  },
  body: Buffer.alloc(0),
};

function matches(changed: Partial<WireRequest>, secret = SECRET): boolean {
  const authorization = parseAuthorization(request.headers.authorization ?? "");
  if (authorization === undefined) throw new Error("no authorization");
  return signatureMatches({ ...request, ...changed }, authorization, secret);
}

describe("Signature Version 4", () => {
  it("accepts the signature of AWS's worked example", () => {
    expect(matches({})).toBe(true);
  });

  it("rejects it for another secret, body, query or header", () => {
    expect(matches({}, "other")).toBe(false);
    expect(matches({ body: Buffer.from("x") })).toBe(false);
    expect(matches({ query: "Action=ListRoles&Version=2010-05-08" })).toBe(false);
    expect(matches({ headers: { ...request.headers, host: "example.com" } })).toBe(false);
  });

  it("does not take another scheme for one of its own", () => {
    expect(parseAuthorization("Bearer abc")).toBeUndefined();
    expect(parseAuthorization("AWS4-HMAC-SHA256 Credential=a/b/c, Signature=d")).toBeUndefined();
  });
});
