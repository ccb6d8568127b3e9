import type { DomainValidation, KeyAlgorithm, Tag, ValidationMethod } from "@aws-sdk/client-acm";
import type { HandlerContext, ResourceHandler } from "../resource-handler.js";
import { defined, notStabilized, present, unlessGone } from "./answers.js";

interface CertificateProperties {
  DomainName: string;
  SubjectAlternativeNames?: string[];
  ValidationMethod?: ValidationMethod;
  DomainValidationOptions?: { DomainName: string; HostedZoneId?: string; ValidationDomain?: string }[];
  KeyAlgorithm?: KeyAlgorithm;
  Tags?: Tag[];
}

/**
 * For names that are validated by DNS in a zone that is given, CloudFormation makes the records itself. It does not
 * remove them again.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-certificatemanager-certificate.html
 */
export const certificate: ResourceHandler<CertificateProperties> = {
  supports: [
    ...["DomainName", "SubjectAlternativeNames", "ValidationMethod", "DomainValidationOptions", "KeyAlgorithm"],
    ...["Tags"],
  ],
  async create(properties, context) {
    const { DomainValidationOptions = [], ...rest } = properties;
    const byMail = DomainValidationOptions.flatMap(({ DomainName, ValidationDomain }) =>
      ValidationDomain === undefined ? [] : [{ DomainName, ValidationDomain }],
    );
    const { CertificateArn } = await context.aws.acm.RequestCertificate({
      ...rest,
      ...(byMail.length > 0 && { DomainValidationOptions: byMail }),
    });
    const physicalId = present(CertificateArn, "CertificateArn");
    context.started(physicalId);
    for (const { DomainName, HostedZoneId } of DomainValidationOptions) {
      if (HostedZoneId !== undefined) await makeRecord(context, physicalId, DomainName, HostedZoneId);
    }
    await context.until(async () => {
      const found = await describe(context, physicalId);
      if (found?.Status === "FAILED") throw notStabilized(`The certificate request failed: ${found.FailureReason}`);
      return found?.Status === "ISSUED";
    });
    return { physicalId, attributes: { CertificateArn: physicalId } };
  },
  async update({ physicalId, attributes }, { Tags }, context) {
    await putTags(context, physicalId, Tags);
    return attributes;
  },
  async delete({ physicalId }, { aws }) {
    await unlessGone(() => aws.acm.DeleteCertificate({ CertificateArn: physicalId }));
  },
};

/** Puts the record that ACM asks for into the zone. ACM needs a moment before it names the record. */
async function makeRecord(context: HandlerContext, arn: string, name: string, HostedZoneId: string) {
  let record: DomainValidation["ResourceRecord"];
  await context.wait(async () => {
    const { DomainValidationOptions = [] } = (await describe(context, arn)) ?? {};
    record = DomainValidationOptions.find(({ DomainName }) => DomainName === name)?.ResourceRecord;
    return record !== undefined;
  });
  const { Name, Type, Value } = present(record, "ResourceRecord");
  await context.aws.route53.ChangeResourceRecordSets({
    HostedZoneId,
    ChangeBatch: {
      Changes: [
        {
          Action: "UPSERT",
          ResourceRecordSet: { Name, Type, TTL: 300, ResourceRecords: [{ Value }] },
        },
      ],
    },
  });
}

async function describe({ aws }: HandlerContext, CertificateArn: string) {
  return (await aws.acm.DescribeCertificate({ CertificateArn })).Certificate;
}

async function putTags({ aws }: HandlerContext, CertificateArn: string, Tags: Tag[] = []) {
  const { Tags: current = [] } = await aws.acm.ListTagsForCertificate({ CertificateArn });
  const gone = current.filter(({ Key }) => !Tags.some((tag) => tag.Key === Key)).map(({ Key }) => defined({ Key }));
  if (gone.length > 0) await aws.acm.RemoveTagsFromCertificate({ CertificateArn, Tags: gone });
  if (Tags.length > 0) await aws.acm.AddTagsToCertificate({ CertificateArn, Tags });
}
