import type { Request } from "../inputs/request.js";
import { ActionError } from "../lib/errors.js";
import { type PlannedChange, protectedChanges, readChanges, templateResources } from "../plan/changes.js";
import type { StackId } from "../plan/names.js";
import type { Observed, Plan, StackStep } from "../plan/plan.js";
import { needs, resolveParameters, type StackSpec, type StackState, updateParameters } from "../plan/stacks.js";
import type { StackWorld } from "../stacks/apply.js";
import { changeSetError } from "../stacks/apply.js";
import { withChangeSet } from "../stacks/change-sets.js";
import type { World } from "./world.js";

/** What a deploy would do to one stack. */
export interface StackPreview {
  readonly id: StackId;
  readonly changes: readonly PlannedChange[];
  /** What a reader has to know beside the changes, or why there are none. */
  readonly notes: readonly string[];
  /** CloudFormation refuses the change: a deploy would be red. */
  readonly refusal?: ActionError;
}

/**
 * What a deploy would do to each resource of the stacks that it would create or update. Makes a change set for each
 * stack that would be updated, and deletes it again, whatever happens: the account is left as it was.
 *
 * For a stack that would be created the template's resources are listed instead. A change set of type CREATE would leave
 * a stack behind in REVIEW_IN_PROGRESS, to be deleted as well, and lost for good if this process is killed in between;
 * it would say no more than the template, since all of a new stack is added; and most stacks could not have one at all,
 * since their parameters are outputs of stacks that do not stand yet.
 *
 * @throws ActionError ChangeSetLeft if a change set could not be deleted; what AWS throws
 */
export async function previewChanges(
  world: World,
  request: Request,
  specs: readonly StackSpec[],
  observed: Observed,
  plan: Plan,
): Promise<StackPreview[]> {
  const client = await world.clients.cloudFormation();
  const stackWorld: StackWorld = { client, log: world.log, clock: world.clock, signal: world.signal };
  const left: string[] = [];
  const looks = await Promise.allSettled(
    specs.map(async (spec) => {
      const step = plan.stacks.find(({ id }) => id === spec.id);
      if (!step) return undefined;
      return await previewStack({ stackWorld, spec, step, observed, plan, left });
    }),
  );
  // All of them have cleaned up before the first failure is told.
  for (const look of looks) if (look.status === "rejected") throw withLeft(look.reason, left, world);
  if (left.length > 0) throw changeSetsLeft(left);
  const previews = looks.flatMap((look) => (look.status === "fulfilled" && look.value ? [look.value] : []));
  return previews.map((preview) => withConsequences(preview, previews, specs, request));
}

/** The plan as it is given out, each stack with its changes. */
export function withChanges(plan: Plan, previews: readonly StackPreview[]) {
  const stacks = plan.stacks.map((step) => {
    const { changes = [], notes = [] } = previews.find(({ id }) => id === step.id) ?? {};
    return { ...step, changes, notes };
  });
  return { ...plan, stacks };
}

async function previewStack({
  stackWorld,
  spec,
  step,
  observed,
  plan,
  left,
}: {
  stackWorld: StackWorld;
  spec: StackSpec;
  step: StackStep;
  observed: Observed;
  plan: Plan;
  left: string[];
}): Promise<StackPreview> {
  const state = observed.stacks[spec.id];
  const nothing = (...notes: string[]): StackPreview => ({ id: spec.id, changes: [], notes });
  switch (step.action) {
    case "unchanged":
    case "refuse":
      return nothing();
    case "create":
    case "recreate":
      return { id: spec.id, changes: creation(spec), notes: [] };
    case "wait":
      return nothing("Another run is at work on it: what would change can be told when that has ended.");
    case "continue rollback":
      return nothing("Its last update was neither done nor undone: what would change can be told when it is.");
    case "update":
      break;
    default:
      return step.action satisfies never;
  }
  const madeAnew = needs(spec).find((id) =>
    plan.stacks.some((other) => other.id === id && /create/.test(other.action)),
  );
  const parameters = resolveParameters(spec, (id) => observed.stacks[id]?.outputs);
  if (!state || madeAnew || !parameters)
    return nothing(
      `What would change can be told when ${madeAnew ?? "what it takes outputs of"} stands: it takes outputs of that.`,
    );
  return await previewUpdate(stackWorld, spec, state, updateParameters(spec, parameters, state), left);
}

async function previewUpdate(
  world: StackWorld,
  spec: StackSpec,
  state: StackState,
  parameters: Readonly<Record<string, string>>,
  left: string[],
): Promise<StackPreview> {
  const outcome = await withChangeSet(
    world,
    { spec, state, parameters, purpose: "dry-run" },
    async (result) => ({ executed: false, value: result }),
    (name, why) => left.push(`${name} of ${spec.name} (${why})`),
  );
  switch (outcome.kind) {
    case "ready": {
      const changes = readChanges(outcome.changes);
      const notes = changes.length === 0 ? ["Only its tags or outputs change: no resource does."] : [];
      return { id: spec.id, changes, notes };
    }
    case "empty":
      return { id: spec.id, changes: [], notes: ["CloudFormation finds nothing to change."] };
    case "moved":
      return { id: spec.id, changes: [], notes: ["Another run has begun to change or delete it meanwhile."] };
    case "refused":
      return { id: spec.id, changes: [], notes: [], refusal: changeSetError(spec, outcome.reason) };
    default:
      return outcome satisfies never;
  }
}

function creation(spec: StackSpec): PlannedChange[] {
  return templateResources(spec.template).map(({ resource, type, isConditional }) => ({
    effect: "add",
    resource,
    type,
    properties: [],
    causes: isConditional ? ["if its condition holds"] : [],
  }));
}

/** What follows from the changes: a refusal by us, and what other stacks are drawn into. */
function withConsequences(
  preview: StackPreview,
  all: readonly StackPreview[],
  specs: readonly StackSpec[],
  { allowReplacement }: Request,
): StackPreview {
  const notes = [...preview.notes];
  const refused = protectedChanges(preview.changes);
  if (refused.length > 0 && !allowReplacement)
    notes.push(
      `A deploy stops here, before ${refused.map(({ resource }) => resource).join(" and ")} ${refused.length === 1 ? "is" : "are"} lost, unless allow-replacement is true.`,
    );
  const spec = specs.find(({ id }) => id === preview.id);
  const sources = spec ? needs(spec) : [];
  const moving = all.filter(
    ({ id, changes }) =>
      sources.includes(id) &&
      // A resource that may be replaced, but nearly never is, would cry wolf at each change of a tag.
      changes.some(({ effect, loss }) => effect === "replace" || effect === "remove" || loss !== undefined),
  );
  if (moving.length > 0)
    notes.push(
      `It takes outputs of ${moving.map(({ id }) => id).join(" and ")}, where something is replaced or removed: more of it may change than is shown here.`,
    );
  return { ...preview, notes };
}

/** One change in one line of the log. */
export function changeLine({ effect, resource, type, properties, causes, loss, keepsOld }: PlannedChange): string {
  const because = causes.length > 0 ? causes : properties;
  return [
    `${/replace|remove/.test(effect) ? effect.toUpperCase() : effect} ${resource} (${type})`,
    because.length > 0 ? `: ${because.join(", ")}` : "",
    loss ? ` | WARNING: lost with it: ${loss}` : "",
    keepsOld ? " | the old one stays in the account" : "",
  ].join("");
}

/** The previews as lines of the log: a heading for each stack, then a row for each resource in columns. */
export function previewLines(previews: readonly StackPreview[]): string[] {
  const changes = previews.flatMap((preview) => preview.changes);
  const width = (texts: readonly string[]) => Math.max(0, ...texts.map((text) => text.length));
  const widths = [
    width(changes.map(({ effect }) => effect)),
    width(changes.map(({ resource }) => resource)),
    width(changes.map(({ type }) => type)),
  ] as const;
  return previews.flatMap(({ id, changes: rows, notes, refusal }) =>
    rows.length + notes.length === 0 && !refusal
      ? []
      : [
          `Changes of stack ${id}:`,
          ...rows.flatMap(({ effect, resource, type, properties, causes, loss, keepsOld }) => [
            [
              `  ${(/replace|remove/.test(effect) ? effect.toUpperCase() : effect).padEnd(widths[0])}`,
              resource.padEnd(widths[1]),
              type.padEnd(widths[2]),
              (causes.length > 0 ? causes : properties).join(", "),
            ]
              .join("  ")
              .trimEnd(),
            ...(loss ? [`    WARNING: lost with ${resource}: ${loss}`] : []),
            ...(keepsOld ? [`    The old ${resource} stays in the account, without a stack`] : []),
          ]),
          ...notes.map((note) => `  ${id}: ${note}`),
          ...(refusal ? [`  ${refusal.message}`] : []),
        ],
  );
}

function changeSetsLeft(left: readonly string[]): ActionError {
  return new ActionError("ChangeSetLeft", `A change set of the dry run could not be deleted: ${left.join("; ")}`, {
    hint: "It changes nothing while nobody executes it. aws cloudformation delete-change-set deletes it.",
  });
}

function withLeft(reason: unknown, left: readonly string[], { log }: World): unknown {
  if (left.length > 0) log.info(changeSetsLeft(left).message);
  return reason;
}
