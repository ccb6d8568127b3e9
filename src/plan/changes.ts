import type { Change, ResourceChange } from "@aws-sdk/client-cloudformation";

/** What a change set does to a resource, worst first: the order in which a reader gets to see it. */
export const EFFECTS = ["replace", "may replace", "remove", "modify", "add"] as const;
export type Effect = (typeof EFFECTS)[number];

/** One resource of a change set, as far as a reader needs it. Never a value: those may be secret. */
export interface PlannedChange {
  readonly effect: Effect;
  /** The logical id. */
  readonly resource: string;
  readonly type: string;
  /** Names of the properties that change; `Tags`, `Metadata` and the policies count as such. */
  readonly properties: readonly string[];
  /** The properties because of which it is replaced, each with the parameter or resource that it comes from. */
  readonly causes: readonly string[];
  /** What is lost for good with the old one, where that is more than a moment's work. */
  readonly loss?: string;
  /** The old one is not deleted: it stays in the account, without a stack. */
  readonly keepsOld?: true;
}

/** Resources that hold or are something which CloudFormation cannot bring back. */
const LOSSES: Readonly<Record<string, string>> = {
  "AWS::Cognito::UserPool": "all users with their passwords and groups; everybody has to be invited again",
  "AWS::Cognito::UserPoolDomain":
    "the sign-in pages' host name; nobody can sign in until the new one answers, and identity providers that know the old one have to be told",
  "AWS::Cognito::UserPoolClient": "the app client's id and secret; everybody has to sign in again",
  "AWS::ElasticLoadBalancingV2::LoadBalancer":
    "its DNS name and addresses, with every environment's listener rules; all apps on it are away until their rules stand again",
  "AWS::ElasticLoadBalancingV2::Listener":
    "the rules of all environments on it; their apps are away until the rules stand again",
  "AWS::CertificateManager::Certificate": "the certificate; the new one has to be validated first",
  "AWS::Logs::LogGroup": "all logs in it",
  "AWS::EC2::VPC": "the network with everything in it",
  "AWS::EC2::Subnet": "the network with everything in it",
  "AWS::EC2::EIP": "its public address; whoever admits only that address has to be told",
  "AWS::ECS::Cluster": "the cluster; services in it stop",
  "AWS::ECS::Service": "the running tasks; the app is away until the new ones are healthy",
};

/** What a deploy replaces or removes only where `allow-replacement` is set. */
const PROTECTED: readonly string[] = [
  "AWS::Cognito::UserPool",
  "AWS::Cognito::UserPoolDomain",
  "AWS::ElasticLoadBalancingV2::LoadBalancer",
];

/** A change set's changes for a reader: replaced, removed, modified, added; each group in the order of the change set. */
export function readChanges(changes: readonly Change[]): PlannedChange[] {
  const resources = changes.flatMap(({ ResourceChange: change }) => (change ? [change] : []));
  const replaced = possiblyReplaced(resources);
  const read = resources.map((change) => readChange(change, replaced));
  return EFFECTS.flatMap((effect) => read.filter((change) => change.effect === effect));
}

/**
 * The changes that need `allow-replacement`. One that is only possible ("Conditional": it depends on a value that is
 * known when the change is under way) counts: being asked once too often costs a minute, a user pool cannot be had
 * back. So does one that leaves the old one in the account, since the app loses it all the same.
 */
export function protectedChanges(changes: readonly PlannedChange[]): PlannedChange[] {
  return changes.filter(({ type, effect }) => isProtected(type) && /replace|remove/.test(effect));
}

export function isProtected(type: string): boolean {
  return PROTECTED.includes(type);
}

/** What would be lost with a resource of this type, or undefined where nothing would. */
export function lossOf(type: string): string | undefined {
  return LOSSES[type];
}

/** Why a deploy stops: what would go, because of what, and what would be lost with it. */
export function refusalMessage(stack: string, refused: readonly PlannedChange[]): string {
  const each = refused.map(({ effect, resource, type, causes, loss, keepsOld }) => {
    const because =
      causes.length > 0
        ? ` because of ${causes.join(", ")}`
        : effect === "remove"
          ? ", which the template no longer has"
          : "";
    const kept = keepsOld ? " The old one would stay in the account, but nothing would use it." : "";
    return `${PASSIVE[effect]} ${resource} (${type})${because}. Lost with it: ${loss}.${kept}`;
  });
  return `Stopped before changing the ${stack} stack. It ${each.join(" It ")} Nothing of this stack was changed.`;
}

/** The hint that goes with a refusal. */
export const REFUSAL_HINT =
  "If that is what you want, set allow-replacement: true for one run. Otherwise put the input that it comes from back to what it was.";

const PASSIVE: Readonly<Record<Effect, string>> = {
  replace: "would replace",
  "may replace": "may replace",
  remove: "would remove",
  modify: "would modify",
  add: "would add",
};

/** The resources of one of our templates, for a stack that is yet to be created. */
export interface TemplateResource {
  readonly resource: string;
  readonly type: string;
  /** Made only where a condition of the template holds. */
  readonly isConditional: boolean;
}

/**
 * Lists the resources of a template that is laid out like ours: two blanks before a logical id, four before its
 * attributes. A parser for all of YAML would triple what a dry run loads.
 */
export function templateResources(template: string): TemplateResource[] {
  const section = template.split(/^(?=\S)/m).find((part) => /^Resources:/.test(part)) ?? "";
  return section
    .split(/^(?= {2}[A-Za-z0-9]+:\s*$)/m)
    .slice(1)
    .flatMap((part) => {
      const resource = part.match(/^ {2}([A-Za-z0-9]+):/)?.[1];
      const type = part.match(/^ {4}Type: (\S+)/m)?.[1];
      return resource && type ? [{ resource, type, isConditional: /^ {4}Condition:/m.test(part) }] : [];
    });
}

/**
 * The logical ids of what is replaced or may be. CloudFormation counts a reference to any resource that changes as a
 * value that is not known; but a reference is the physical id, which only a replacement changes.
 */
function possiblyReplaced(changes: readonly ResourceChange[]): ReadonlySet<string> {
  const ids = (found: readonly ResourceChange[]) => new Set(found.map(({ LogicalResourceId: id = "" }) => id));
  const candidates = changes.filter((change) => effectOf(change) !== "modify");
  for (let known = ids(candidates); ; ) {
    const next = ids(
      candidates.filter((change) => effectOf(change) !== "may replace" || !isOnlyByReference(change, known)),
    );
    if (next.size === known.size) return next;
    known = next;
  }
}

/** Whether all that would make a replacement necessary are references to resources that stay. */
function isOnlyByReference({ Details = [] }: ResourceChange, replaced: ReadonlySet<string>): boolean {
  const causes = Details.filter(({ Target }) => isRecreation(Target?.RequiresRecreation));
  return (
    causes.length > 0 &&
    causes.every(
      ({ ChangeSource, CausingEntity }) => ChangeSource === "ResourceReference" && !replaced.has(CausingEntity ?? ""),
    )
  );
}

function isRecreation(recreation: string | undefined): boolean {
  return recreation === "Always" || recreation === "Conditionally";
}

function readChange(change: ResourceChange, replaced: ReadonlySet<string>): PlannedChange {
  const { LogicalResourceId: resource = "", ResourceType: type = "", Details = [], PolicyAction: policy } = change;
  const found = effectOf(change);
  const effect = found === "may replace" && !replaced.has(resource) ? "modify" : found;
  const names = Details.map(({ Target }) => Target?.Name ?? Target?.Attribute ?? "").filter((name) => name !== "");
  const loss = /replace|remove/.test(effect) ? lossOf(type) : undefined;
  return {
    effect,
    resource,
    type,
    properties: effect === "add" || effect === "remove" ? [] : [...new Set(names)],
    causes: /replace/.test(effect) ? causesOf(change) : [],
    ...(loss && { loss }),
    ...(/Retain$/.test(policy ?? "") && /replace|remove/.test(effect) && { keepsOld: true as const }),
  };
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_ResourceChange.html */
function effectOf({ Action, Replacement }: ResourceChange): Effect {
  switch (Action) {
    case "Add":
    case "Import":
      return "add";
    case "Remove":
      return "remove";
    case "Modify":
    case "SyncWithActual":
      return Replacement === "True" ? "replace" : Replacement === "Conditional" ? "may replace" : "modify";
    default:
      // "Dynamic", or something that CloudFormation has learned since: it cannot tell, so we expect the worst.
      return "may replace";
  }
}

/** The properties that make a new resource necessary, with where their new values come from. */
function causesOf({ Details = [] }: ResourceChange): string[] {
  const causes = new Map<string, string | undefined>();
  for (const { Target, ChangeSource, CausingEntity } of Details) {
    if (!isRecreation(Target?.RequiresRecreation)) continue;
    const name = Target?.Name ?? Target?.Attribute ?? "";
    const from = CausingEntity && `${ChangeSource === "ParameterReference" ? "parameter " : ""}${CausingEntity}`;
    causes.set(name, causes.get(name) ?? from);
  }
  return [...causes].map(([name, from]) => (from ? `${name} (${from})` : name));
}
