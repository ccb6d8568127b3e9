import { references } from "./references.js";
import { invalid, type Template } from "./template.js";

/** Which resources each resource needs to be there first, by logical id. */
export type Graph = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * The order of a template's resources, from Ref, Fn::GetAtt, Fn::Sub and DependsOn. Resources whose condition is
 * false are absent. Edges to absent resources do not count.
 */
export function dependencyGraph(template: Template, conditions: Readonly<Record<string, boolean>>): Graph {
  const present = Object.entries(template.resources).filter(
    ([, { Condition }]) => Condition === undefined || conditions[Condition],
  );
  const names = new Set(present.map(([name]) => name));
  return new Map(
    present.map(([name, { DependsOn = [], Properties, Metadata }]) => {
      const needed = references([Properties, Metadata], conditions).map((reference) => reference.name);
      return [name, new Set([...[DependsOn].flat(), ...needed].filter((other) => names.has(other)))];
    }),
  );
}

/** The same resources the other way round, for deleting: what needs a resource goes before it. */
export function reversed(graph: Graph): Graph {
  const result = new Map([...graph.keys()].map((name) => [name, new Set<string>()]));
  for (const [name, needed] of graph) for (const other of needed) result.get(other)?.add(name);
  return result;
}

/** @throws AwsError ValidationError where resources need one another in a circle */
export function checkForCycles(graph: Graph): void {
  const remaining = new Map([...graph].map(([name, needed]) => [name, new Set(needed)]));
  const peel = (edges: Map<string, Set<string>>) => {
    for (let found = true; found; ) {
      const free = [...edges].filter(([, needed]) => [...needed].every((other) => !edges.has(other)));
      for (const [name] of free) edges.delete(name);
      found = free.length > 0;
    }
  };
  peel(remaining);
  if (remaining.size === 0) return;
  // What is left are the circles and whatever needs them; peeling from the other end leaves the circles.
  const others = new Map([...reversed(remaining)].map(([name, needed]) => [name, new Set(needed)]));
  peel(others);
  throw invalid(`Circular dependency between resources: [${[...others.keys()].join(", ")}]`);
}

/**
 * Runs `task` for each node, side by side, each as soon as what it needs is done. When a task throws, nothing new
 * is started (unless `keepGoing`, where only what depends on the failed one is left out) and those under way are
 * waited for. Nor is anything once `stopped` says so.
 * @returns the nodes that failed, in the order of their failing
 */
export async function runGraph(
  graph: Graph,
  task: (name: string) => Promise<void>,
  {
    keepGoing = false,
    onFailure = () => {},
    stopped = () => false,
  }: { keepGoing?: boolean; onFailure?: () => void; stopped?: () => boolean } = {},
): Promise<string[]> {
  const failed: string[] = [];
  const done = new Set<string>();
  const running = new Map<string, Promise<void>>();
  const waiting = new Set(graph.keys());
  const start = (name: string) => {
    waiting.delete(name);
    const run = task(name).then(
      () => void done.add(name),
      () => {
        failed.push(name);
        onFailure();
      },
    );
    running.set(
      name,
      run.then(() => void running.delete(name)),
    );
  };
  for (;;) {
    if (!stopped() && (failed.length === 0 || keepGoing)) {
      for (const name of [...waiting]) {
        if ([...(graph.get(name) ?? [])].every((other) => done.has(other) || !graph.has(other))) start(name);
      }
    }
    if (running.size === 0) return failed;
    await Promise.race(running.values());
  }
}
