import type * as sdk from "@aws-sdk/client-acm";
import type { Aws, Call } from "../aws.js";
import { AwsError, notImplemented } from "../errors.js";
import { refuseOthers } from "../wire/supported.js";
import {
  type Certificate,
  describeCertificate,
  namesOf,
  statusOf,
  summarize,
  tagList,
  validationRecord,
} from "./certificate.js";
import { readImport } from "./import.js";

/** How often ACM looks for the validation records, and after how long it gives up: 72 hours. In AWS's seconds. */
const LOOK_EVERY = 10;
const GIVE_UP_AFTER = 72 * 60 * 60;
/** However fast time goes, no more than this many looks a second. */
const LOOKS_A_SECOND = 40;
const IDEMPOTENT_MS = 60 * 60 * 1000;

/**
 * Certificate Manager: public certificates validated by DNS, issued by the local authority, and imported ones. It also
 * answers in us-east-1, where the certificates of CloudFront live, and with them those of Cognito's custom domains.
 */
export class Acm {
  readonly #aws: Aws;
  readonly #certificates = new Map<string, Certificate>();
  readonly #tokens = new Map<string, { arn: string; at: number }>();

  constructor(aws: Aws) {
    this.#aws = aws;
  }

  /** The material of a certificate that has been issued or imported, its chain included; of an expired one too. */
  issued(arn: string): { certificatePem: string; privateKeyPem: string; names: readonly string[] } | undefined {
    const certificate = this.#certificates.get(arn);
    if (certificate?.issued === undefined) return undefined;
    const { certificatePem, privateKeyPem } = certificate.issued;
    const chain = certificate.imported?.chainPem ?? "";
    return { certificatePem: `${certificatePem}${chain}`, privateKeyPem, names: certificate.names };
  }

  /** Whether a service in `region` may begin to use a certificate: it is of that region, and ISSUED. */
  isUsable(arn: string, region: string): boolean {
    const certificate = this.#certificates.get(arn);
    return (
      certificate !== undefined && regionOf(arn) === region && statusOf(certificate, this.#aws.clock.now()) === "ISSUED"
    );
  }

  snapshot(): object {
    const now = this.#aws.clock.now();
    const certificates = [...this.#certificates.values()].map((certificate) => ({
      arn: certificate.arn,
      names: certificate.names,
      status: statusOf(certificate, now),
      tags: Object.fromEntries(certificate.tags),
    }));
    return { certificates };
  }

  /** https://docs.aws.amazon.com/acm/latest/APIReference/API_RequestCertificate.html */
  async RequestCertificate(input: sdk.RequestCertificateRequest, call?: Call): Promise<sdk.RequestCertificateResponse> {
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
    const arn = this.#newArn(call);
    const now = this.#aws.clock.now();
    const token = IdempotencyToken && `${regionOf(arn)} ${IdempotencyToken} ${names.join(" ")}`;
    const earlier = this.#tokens.get(token ?? "");
    if (earlier !== undefined && now.getTime() - earlier.at < IDEMPOTENT_MS && this.#certificates.has(earlier.arn))
      return { CertificateArn: earlier.arn };
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

  /**
   * With an ARN it replaces what was imported before, for whoever uses it.
   * https://docs.aws.amazon.com/acm/latest/userguide/import-reimport.html
   */
  async ImportCertificate(input: sdk.ImportCertificateRequest, call?: Call): Promise<sdk.ImportCertificateResponse> {
    const at = this.#aws.clock.now();
    const { names, keyAlgorithm, certificate: issued, ...rest } = readImport(input, at);
    const imported = { ...rest, at };
    if (input.CertificateArn === undefined) {
      const arn = this.#newArn(call);
      const added: Certificate = {
        ...{ arn, names, createdAt: at, keyAlgorithm, issued, imported },
        ...{ transparencyLogging: "DISABLED", tags: new Map(), status: "ISSUED" },
      };
      putTags(added, input.Tags ?? []);
      this.#certificates.set(arn, added);
      return { CertificateArn: arn };
    }
    const existing = this.#certificate(input.CertificateArn, call);
    if (existing.imported === undefined)
      throw new AwsError("ValidationException", "Only an imported certificate can be imported again.");
    if (input.Tags !== undefined)
      throw new AwsError("ValidationException", "Tags cannot be applied when a certificate is imported again.");
    if (existing.keyAlgorithm !== keyAlgorithm)
      throw new AwsError("ValidationException", "The key type and size of a certificate cannot be changed.");
    Object.assign(existing, { names, issued, imported });
    await this.#aws.elbv2.certificateChanged();
    return { CertificateArn: existing.arn };
  }

  async DescribeCertificate(
    input: sdk.DescribeCertificateRequest,
    call?: Call,
  ): Promise<sdk.DescribeCertificateResponse> {
    const certificate = this.#certificate(input.CertificateArn, call);
    const { accountId, clock } = this.#aws;
    const inUseBy = this.#users(certificate.arn);
    return { Certificate: describeCertificate(certificate, { accountId, inUseBy, now: clock.now() }) };
  }

  async GetCertificate(input: sdk.GetCertificateRequest, call?: Call): Promise<sdk.GetCertificateResponse> {
    const { arn, issued, imported } = this.#certificate(input.CertificateArn, call);
    if (issued === undefined)
      throw new AwsError("RequestInProgressException", `Certificate ${arn} is not in ISSUED state.`);
    const chain = imported ? imported.chainPem : this.#aws.authority.certificatePem;
    return { Certificate: issued.certificatePem, ...(chain && { CertificateChain: chain }) };
  }

  async ListCertificates(input: sdk.ListCertificatesRequest = {}, call?: Call): Promise<sdk.ListCertificatesResponse> {
    refuseOthers("ListCertificates", input, ["CertificateStatuses", "Includes", "NextToken", "MaxItems"]);
    const { CertificateStatuses = [], Includes = {}, NextToken, MaxItems = 1000 } = input;
    refuseOthers("ListCertificates", Includes, ["keyTypes"]);
    // Unless told otherwise, ACM lists RSA certificates of up to 2048 bits alone.
    const keyTypes: readonly string[] = Includes.keyTypes ?? ["RSA_1024", "RSA_2048"];
    const now = this.#aws.clock.now();
    const region = call?.region ?? this.#aws.region;
    const found = [...this.#certificates.values()].filter(
      (certificate) =>
        regionOf(certificate.arn) === region &&
        (CertificateStatuses.length === 0 || CertificateStatuses.includes(statusOf(certificate, now))) &&
        keyTypes.includes(certificate.keyAlgorithm),
    );
    const from = NextToken === undefined ? 0 : Number(Buffer.from(NextToken, "base64url").toString());
    if (!Number.isInteger(from)) throw new AwsError("ValidationException", "The token is not valid.");
    const page = found.slice(from, from + MaxItems);
    const end = from + page.length;
    return {
      CertificateSummaryList: page.map((each) => summarize(each, { inUse: this.#users(each.arn).length > 0, now })),
      NextToken: end < found.length ? Buffer.from(String(end)).toString("base64url") : undefined,
    };
  }

  async DeleteCertificate({ CertificateArn }: sdk.DeleteCertificateRequest, call?: Call): Promise<void> {
    const { arn } = this.#certificate(CertificateArn, call);
    if (this.#users(arn).length > 0)
      throw new AwsError("ResourceInUseException", `Certificate ${arn} in account ${this.#aws.accountId} is in use.`);
    this.#certificates.delete(arn);
  }

  async AddTagsToCertificate(input: sdk.AddTagsToCertificateRequest, call?: Call): Promise<void> {
    putTags(this.#certificate(input.CertificateArn, call), input.Tags ?? []);
  }

  async RemoveTagsFromCertificate(input: sdk.RemoveTagsFromCertificateRequest, call?: Call): Promise<void> {
    const { tags } = this.#certificate(input.CertificateArn, call);
    for (const { Key = "", Value } of input.Tags ?? [])
      if (Value === undefined || tags.get(Key) === Value) tags.delete(Key);
  }

  async ListTagsForCertificate(
    input: sdk.ListTagsForCertificateRequest,
    call?: Call,
  ): Promise<sdk.ListTagsForCertificateResponse> {
    return { Tags: tagList(this.#certificate(input.CertificateArn, call).tags) };
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
    return [...this.#aws.elbv2.certificateUsers(arn), ...this.#aws.cognito.certificateUsers(arn)];
  }

  #newArn(call: Call | undefined): string {
    const { partition, region, accountId, random } = this.#aws;
    return `arn:${partition}:acm:${call?.region ?? region}:${accountId}:certificate/${random.uuid()}`;
  }

  /** A region knows its own certificates alone. Calls from inside come from the account's region. */
  #certificate(arn = "", call?: Call): Certificate {
    const certificate = this.#certificates.get(arn);
    if (certificate === undefined || regionOf(arn) !== (call?.region ?? this.#aws.region))
      throw new AwsError("ResourceNotFoundException", `Could not find certificate ${arn}.`);
    return certificate;
  }
}

function regionOf(arn: string): string {
  return arn.split(":")[3] ?? "";
}

function putTags({ arn, tags }: Certificate, added: readonly sdk.Tag[]): void {
  for (const { Key = "", Value = "" } of added) {
    if (Key.startsWith("aws:") && !Key.startsWith("aws:cloudformation:"))
      throw new AwsError("InvalidTagException", "aws: prefixed tag key names are not allowed for external use.");
    tags.set(Key, Value);
  }
  if (tags.size > 50) throw new AwsError("TooManyTagsException", `Too many tags for ${arn}: 50 at most.`);
}
