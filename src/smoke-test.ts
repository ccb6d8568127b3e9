import { smokeTest } from "./commands/smoke-test.js";
import { runStep } from "./commands/step.js";

await runStep(smokeTest);
