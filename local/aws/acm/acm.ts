import type * as sdk from "@aws-sdk/client-acm";
import type { Aws } from "../aws.js";
import { AwsError, notImplemented } from "../errors.js";
import { refuseOthers } from "../wire/supported.js";
import { type Certificate, describeCertificate, namesOf, summarize, tagList, validationRecord } from "./certificate.js";

/** How often ACM looks for the validation records, and after how long it gives up: 72 hours. In AWS's seconds. */
const LOOK_EVERY = 10;
const GIVE_UP_AFTER = 72 * 60 * 60;
/** However fast time goes, no more than this many looks a second. */
const LOOKS_A_SECOND = 40;
const IDEMPOTENT_MS = 60 * 60 * 1000;

/** Certificate Manager: public certificates validated by DNS, issued by the local authority. */
export class Acm {
  readonly #aws: Aws;
  readonly #certificates = new Map<string, Certificate>();
  readonly #tokens = new Map<string, { arn: string; at: number }>();

  constructor(aws: Aws) {
    this.#aws = aws;
  }

  /** The material of an ISSUED certificate, or undefined. */
  issued(arn: string): { certificatePem: string; privateKeyPem: string; names: readonly string[] } | undefined {
    const certificate = this.#certificates.get(arn);
    if (certificate?.issued === undefined) return undefined;
    const { certificatePem, privateKeyPem } = certificate.issued;
    return { certificatePem, privateKeyPem, names: certificate.names };
  }

  snapshot(): object {
    const certificates = [...this.#certificates.values()].map(({ arn, names, status, tags }) => ({
      arn,
      names,
      status,
      tags: Object.fromEntries(tags),
    }));
    return { certificates };
  }

  /** https://docs.aws.amazon.com/acm/latest/APIReference/API_RequestCertificate.html */
  async RequestCertificate(input: sdk.RequestCertificateRequest): Promise<sdk.RequestCertificateResponse> {
    refuseOthers("RequestCertificate", input, [
      "DomainName",
      "ValidationMethod",
      "SubjectAlternativeNames",
      "IdempotencyToken",
      "DomainValidationOptions",
      "Options",
      "Tags",
      "KeyAlgorithm",
    ]);
    const {
      DomainName = "",
      SubjectAlternativeNames = [],
      IdempotencyToken,
      Options,
      KeyAlgorithm = "RSA_2048",
    } = input;
    const names = namesOf(DomainName, SubjectAlternativeNames);
    // Without a method ACM sends mails.
    if (input.ValidationMethod !== "DNS") throw notImplemented("ACM's validation by e-mail or HTTP; use DNS");
    for (const option of input.DomainValidationOptions ?? [])
      if (option.DomainName !== option.ValidationDomain)
        throw new AwsError(
          "InvalidDomainValidationOptionsException",
          "DomainValidationOptions are for validation by e-mail.",
        );
    if (KeyAlgorithm !== "RSA_2048" && KeyAlgorithm !== "EC_prime256v1")
      throw notImplemented(`certificates with the key algorithm ${KeyAlgorithm}`);
    if (Options?.Export === "ENABLED") throw notImplemented("exportable certificates");
    const { partition, region, accountId, clock, random } = this.#aws;
    const now = clock.now();
    const token = IdempotencyToken === undefined ? undefined : `${IdempotencyToken} ${names.join(" ")}`;
    const earlier = this.#tokens.get(token ?? "");
    if (earlier !== undefined && now.getTime() - earlier.at < IDEMPOTENT_MS && this.#certificates.has(earlier.arn))
      return { CertificateArn: earlier.arn };
    const arn = `arn:${partition}:acm:${region}:${accountId}:certificate/${random.uuid()}`;
    const certificate: Certificate = {
      arn,
      names,
      createdAt: now,
      keyAlgorithm: KeyAlgorithm,
      transparencyLogging: Options?.CertificateTransparencyLoggingPreference ?? "ENABLED",
      tags: new Map(),
      status: "PENDING_VALIDATION",
    };
    putTags(certificate, input.Tags ?? []);
    this.#certificates.set(arn, certificate);
    if (token !== undefined) this.#tokens.set(token, { arn, at: now.getTime() });
    this.#validate(certificate).catch((error: unknown) => {
      if (this.#aws.stopping.aborted) return;
      process.stderr.write(`local AWS: ${arn} could not be issued: ${String(error)}\n`);
      certificate.status = "FAILED";
    });
    return { CertificateArn: arn };
  }

  async DescribeCertificate({
    CertificateArn,
  }: sdk.DescribeCertificateRequest): Promise<sdk.DescribeCertificateResponse> {
    const certificate = this.#certificate(CertificateArn);
    const inUseBy = this.#users(certificate.arn);
    return { Certificate: describeCertificate(certificate, { accountId: this.#aws.accountId, inUseBy }) };
  }

  async GetCertificate({ CertificateArn }: sdk.GetCertificateRequest): Promise<sdk.GetCertificateResponse> {
    const { arn, issued } = this.#certificate(CertificateArn);
    if (issued === undefined)
      throw new AwsError("RequestInProgressException", `Certificate ${arn} is not in ISSUED state.`);
    return { Certificate: issued.certificatePem, CertificateChain: this.#aws.authority.certificatePem };
  }

  async ListCertificates(input: sdk.ListCertificatesRequest = {}): Promise<sdk.ListCertificatesResponse> {
    refuseOthers("ListCertificates", input, ["CertificateStatuses", "Includes", "NextToken", "MaxItems"]);
    const { CertificateStatuses = [], Includes = {}, NextToken, MaxItems = 1000 } = input;
    refuseOthers("ListCertificates", Includes, ["keyTypes"]);
    // Unless told otherwise, ACM lists RSA certificates of up to 2048 bits alone.
    const keyTypes: readonly string[] = Includes.keyTypes ?? ["RSA_1024", "RSA_2048"];
    const found = [...this.#certificates.values()].filter(
      ({ status, keyAlgorithm }) =>
        (CertificateStatuses.length === 0 || CertificateStatuses.includes(status)) && keyTypes.includes(keyAlgorithm),
    );
    const from = NextToken === undefined ? 0 : Number(Buffer.from(NextToken, "base64url").toString());
    if (!Number.isInteger(from)) throw new AwsError("ValidationException", "The token is not valid.");
    const page = found.slice(from, from + MaxItems);
    const end = from + page.length;
    return {
      CertificateSummaryList: page.map((each) => summarize(each, this.#users(each.arn).length > 0)),
      NextToken: end < found.length ? Buffer.from(String(end)).toString("base64url") : undefined,
    };
  }

  async DeleteCertificate({ CertificateArn }: sdk.DeleteCertificateRequest): Promise<void> {
    const { arn } = this.#certificate(CertificateArn);
    if (this.#users(arn).length > 0)
      throw new AwsError("ResourceInUseException", `Certificate ${arn} in account ${this.#aws.accountId} is in use.`);
    this.#certificates.delete(arn);
  }

  async AddTagsToCertificate({ CertificateArn, Tags = [] }: sdk.AddTagsToCertificateRequest): Promise<void> {
    putTags(this.#certificate(CertificateArn), Tags);
  }

  async RemoveTagsFromCertificate({ CertificateArn, Tags = [] }: sdk.RemoveTagsFromCertificateRequest): Promise<void> {
    const { tags } = this.#certificate(CertificateArn);
    for (const { Key = "", Value } of Tags) if (Value === undefined || tags.get(Key) === Value) tags.delete(Key);
  }

  async ListTagsForCertificate(input: sdk.ListTagsForCertificateRequest): Promise<sdk.ListTagsForCertificateResponse> {
    return { Tags: tagList(this.#certificate(input.CertificateArn).tags) };
  }

  /** Waits until every validation record is in the zone that the world asks, then issues the certificate. */
  async #validate(certificate: Certificate): Promise<void> {
    const { clock, durations, stopping, authority } = this.#aws;
    const pause = Math.max(LOOK_EVERY, clock.speed / LOOKS_A_SECOND);
    for (let waited = 0; !this.#isProven(certificate); waited += pause) {
      if (waited >= GIVE_UP_AFTER) certificate.status = "VALIDATION_TIMED_OUT";
      if (certificate.status !== "PENDING_VALIDATION" || !this.#certificates.has(certificate.arn)) return;
      await clock.sleep(pause, stopping);
    }
    await clock.sleep(durations.services.certificateValidation, stopping);
    const issued = await authority.issue({ names: certificate.names });
    certificate.issued = issued;
    certificate.issuedAt = clock.now();
    certificate.status = "ISSUED";
  }

  #isProven({ names }: Certificate): boolean {
    return names.every((name) => {
      const record = validationRecord(this.#aws.accountId, name);
      const values = this.#aws.route53.lookup(record.name, "CNAME") ?? [];
      return values.some((value) => `${value.replace(/\.$/, "")}.` === record.value);
    });
  }

  #users(arn: string): string[] {
    return this.#aws.elbv2.certificateUsers(arn);
  }

  #certificate(arn = ""): Certificate {
    if (!/^arn:[\w+=/,.@-]+:acm:[\w+=/,.@-]*:\d+:[\w+=,.@-]+(\/[\w+=,.@-]+)*$/.test(arn))
      throw new AwsError("InvalidArnException", `${arn} is not a valid ARN.`);
    const certificate = this.#certificates.get(arn);
    if (certificate === undefined)
      throw new AwsError("ResourceNotFoundException", `Could not find certificate ${arn}.`);
    return certificate;
  }
}

function putTags({ arn, tags }: Certificate, added: readonly sdk.Tag[]): void {
  for (const { Key = "", Value = "" } of added) {
    if (!/^[\p{L}\p{Z}\p{N}_.:/=+\-@]{1,128}$/u.test(Key) || Value.length > 256)
      throw new AwsError("InvalidTagException", `The tag '${Key}' is not valid.`);
    if (Key.startsWith("aws:") && !Key.startsWith("aws:cloudformation:"))
      throw new AwsError("InvalidTagException", "aws: prefixed tag key names are not allowed for external use.");
    tags.set(Key, Value);
  }
  if (tags.size > 50) throw new AwsError("TooManyTagsException", `Too many tags for ${arn}: 50 at most.`);
}
