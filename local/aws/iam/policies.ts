import type * as sdk from "@aws-sdk/client-iam";
import type { Aws } from "../aws.js";
import { AwsError, notImplemented } from "../errors.js";
import { refuseOthers } from "../wire/supported.js";
import { awsManagedPolicies } from "./managed-policies.js";
import { parsePolicy } from "./policy-document.js";
import { type ManagedPolicy, putTags, tagList } from "./role.js";

const ID_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const MAX_BYTES = 6144;

/** The managed policies: the account's own, of which the single version v1 is kept, and AWS's that are known here. */
export class Policies {
  readonly #aws: Aws;
  readonly #own = new Map<string, ManagedPolicy>();

  constructor(aws: Aws) {
    this.#aws = aws;
  }

  create(input: sdk.CreatePolicyRequest): sdk.Policy {
    refuseOthers("CreatePolicy", input, ["PolicyName", "PolicyDocument", "Path", "Description", "Tags"]);
    const { PolicyName: name = "", PolicyDocument: document = "", Path: path = "/", Description: description } = input;
    parsePolicy(document, "identity");
    if (document.replace(/\s/g, "").length > MAX_BYTES)
      throw new AwsError("LimitExceeded", `Cannot exceed quota for PolicySize: ${MAX_BYTES}`);
    const { partition, accountId, random, clock } = this.#aws;
    const arn = `arn:${partition}:iam::${accountId}:policy${path}${name}`;
    if (this.#own.has(arn)) throw new AwsError("EntityAlreadyExists", `A policy called ${name} already exists.`);
    const tags = new Map<string, string>();
    putTags(tags, input.Tags ?? []);
    const id = `ANPA${random.text(17, ID_ALPHABET)}`;
    this.#own.set(arn, { name, id, arn, path, createDate: clock.now(), description, tags, document });
    return this.describe(arn);
  }

  describe(arn: string): sdk.Policy {
    const own = this.#own.get(arn);
    this.document(arn);
    const name = arn.split("/").at(-1);
    return {
      PolicyName: name,
      PolicyId: own?.id,
      Arn: arn,
      Path: own?.path ?? arn.slice(arn.indexOf("policy") + 6, arn.lastIndexOf("/") + 1),
      DefaultVersionId: "v1",
      PermissionsBoundaryUsageCount: 0,
      IsAttachable: true,
      Description: own?.description,
      CreateDate: own?.createDate,
      UpdateDate: own?.createDate,
      Tags: own === undefined ? [] : tagList(own.tags),
    };
  }

  version(arn: string, VersionId: string): sdk.PolicyVersion {
    const document = this.document(arn);
    if (VersionId !== "v1")
      throw new AwsError("NoSuchEntity", `Policy ${arn} version ${VersionId} does not exist or is not attachable.`);
    const CreateDate = this.#own.get(arn)?.createDate;
    return { Document: encodeURIComponent(document), VersionId, IsDefaultVersion: true, CreateDate };
  }

  delete(arn: string): void {
    if (!this.#own.delete(arn)) throw new AwsError("NoSuchEntity", `Policy ${arn} was not found.`);
  }

  /** A policy's document; throws NoSuchEntity for none, and loudly for one of AWS's that is not known here. */
  document(arn: string, problem = "was not found"): string {
    const aws = /^arn:[^:]+:iam::aws:policy\/(.+)$/.exec(arn)?.[1];
    if (aws !== undefined) {
      const document = awsManagedPolicies[aws];
      if (document === undefined) throw notImplemented(`the AWS managed policy ${aws}`);
      return JSON.stringify(document);
    }
    const own = this.#own.get(arn);
    if (own === undefined) throw new AwsError("NoSuchEntity", `Policy ${arn} ${problem}.`);
    return own.document;
  }

  snapshot(): object {
    return [...this.#own.values()].map(({ name, arn }) => ({ name, arn }));
  }
}
