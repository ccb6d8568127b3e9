import { deploy } from "./commands/deploy.js";
import { runStep } from "./commands/step.js";

await runStep(deploy);
