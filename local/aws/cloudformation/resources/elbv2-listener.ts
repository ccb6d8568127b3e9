import type {
  Action,
  Certificate,
  ListenerAttribute,
  ProtocolEnum,
  RuleCondition,
  Tag,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import type { HandlerContext, ResourceHandler } from "../resource-handler.js";
import { present, unlessGone } from "./answers.js";
import { putTags } from "./elbv2-tags.js";

interface ListenerProperties {
  LoadBalancerArn: string;
  Port?: number;
  Protocol?: ProtocolEnum;
  SslPolicy?: string;
  Certificates?: Certificate[];
  DefaultActions: Action[];
  ListenerAttributes?: ListenerAttribute[];
  Tags?: Tag[];
}

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticloadbalancingv2-listener.html */
export const listener: ResourceHandler<ListenerProperties> = {
  supports: [
    ...["LoadBalancerArn", "Port", "Protocol", "SslPolicy", "Certificates", "DefaultActions", "ListenerAttributes"],
    "Tags",
  ],
  async create({ ListenerAttributes, DefaultActions, ...properties }, context) {
    const { Listeners = [] } = await context.aws.elbv2.CreateListener({
      ...properties,
      DefaultActions: DefaultActions.map(action),
    });
    const physicalId = present(Listeners[0]?.ListenerArn, "ListenerArn");
    context.started(physicalId);
    await setAttributes(context, physicalId, ListenerAttributes);
    return { physicalId, attributes: { ListenerArn: physicalId } };
  },
  async update({ physicalId, attributes }, next, context) {
    const { Port, Protocol, SslPolicy, Certificates, DefaultActions, ListenerAttributes, Tags } = next;
    await context.aws.elbv2.ModifyListener({
      ListenerArn: physicalId,
      ...(Port !== undefined && { Port }),
      ...(Protocol !== undefined && { Protocol }),
      ...(SslPolicy !== undefined && { SslPolicy }),
      ...(Certificates !== undefined && { Certificates }),
      DefaultActions: DefaultActions.map(action),
    });
    await setAttributes(context, physicalId, ListenerAttributes);
    await putTags(context, physicalId, Tags);
    return attributes;
  },
  async delete({ physicalId }, { aws }) {
    await unlessGone(() => aws.elbv2.DeleteListener({ ListenerArn: physicalId }));
  },
};

interface RuleProperties {
  ListenerArn: string;
  Priority: number;
  Conditions: RuleCondition[];
  Actions: Action[];
  Tags?: Tag[];
}

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticloadbalancingv2-listenerrule.html */
export const listenerRule: ResourceHandler<RuleProperties> = {
  supports: ["ListenerArn", "Priority", "Conditions", "Actions", "Tags"],
  async create({ Actions, ...properties }, context) {
    const { Rules = [] } = await context.aws.elbv2.CreateRule({ ...properties, Actions: Actions.map(action) });
    const physicalId = present(Rules[0]?.RuleArn, "RuleArn");
    context.started(physicalId);
    return { physicalId, attributes: { RuleArn: physicalId, IsDefault: false } };
  },
  async update({ physicalId, attributes }, { Priority, Conditions, Actions, Tags }, context) {
    const { elbv2 } = context.aws;
    const { Rules = [] } = await elbv2.DescribeRules({ RuleArns: [physicalId] });
    if (Rules[0]?.Priority !== String(Priority)) {
      await elbv2.SetRulePriorities({ RulePriorities: [{ RuleArn: physicalId, Priority }] });
    }
    await elbv2.ModifyRule({ RuleArn: physicalId, Conditions, Actions: Actions.map(action) });
    await putTags(context, physicalId, Tags);
    return attributes;
  },
  async delete({ physicalId }, { aws }) {
    await unlessGone(() => aws.elbv2.DeleteRule({ RuleArn: physicalId }));
  },
};

interface ListenerCertificateProperties {
  ListenerArn: string;
  Certificates: Certificate[];
}

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticloadbalancingv2-listenercertificate.html */
export const listenerCertificate: ResourceHandler<ListenerCertificateProperties> = {
  supports: ["ListenerArn", "Certificates"],
  async create(properties, context) {
    await context.aws.elbv2.AddListenerCertificates(properties);
    const physicalId = context.physicalName(255);
    context.started(physicalId);
    return { physicalId, attributes: { Id: physicalId } };
  },
  async update({ properties, attributes }, { ListenerArn, Certificates }, { aws }) {
    await aws.elbv2.AddListenerCertificates({ ListenerArn, Certificates });
    const arns = new Set(Certificates.map(({ CertificateArn }) => CertificateArn));
    const gone = properties.Certificates.filter(({ CertificateArn }) => !arns.has(CertificateArn));
    if (gone.length > 0) await aws.elbv2.RemoveListenerCertificates({ ListenerArn, Certificates: gone });
    return attributes;
  },
  async delete({ properties }, { aws }) {
    await unlessGone(() => aws.elbv2.RemoveListenerCertificates(properties));
  },
};

/** An action as the service takes it: on listeners CloudFormation has the session's timeout as a string. */
function action(value: Action): Action {
  const { AuthenticateCognitoConfig: cognito, AuthenticateOidcConfig: oidc, ...rest } = value;
  return {
    ...rest,
    ...(cognito && { AuthenticateCognitoConfig: { ...cognito, ...timeout(cognito.SessionTimeout) } }),
    ...(oidc && { AuthenticateOidcConfig: { ...oidc, ...timeout(oidc.SessionTimeout) } }),
  };
}

function timeout(seconds: number | string | undefined) {
  return seconds === undefined ? {} : { SessionTimeout: Number(seconds) };
}

async function setAttributes({ aws }: HandlerContext, ListenerArn: string, Attributes: ListenerAttribute[] = []) {
  if (Attributes.length > 0) await aws.elbv2.ModifyListenerAttributes({ ListenerArn, Attributes });
}
