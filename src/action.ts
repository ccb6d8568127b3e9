import { runStep } from "./commands/step.js";

/** Each command is loaded when it is the one to run. */
const COMMANDS = {
  deploy: async () => (await import("./commands/deploy.js")).deploy,
  teardown: async () => (await import("./commands/teardown.js")).teardown,
  sweep: async () => (await import("./commands/sweep.js")).sweep,
  "smoke-test": async () => (await import("./commands/smoke-test.js")).smokeTest,
};

/** Runs one of the actions as a step of a workflow. */
export async function runAction(name: keyof typeof COMMANDS): Promise<void> {
  await runStep(await COMMANDS[name]());
}
