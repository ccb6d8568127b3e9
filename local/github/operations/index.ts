import type { Operations } from "../operation.js";
import { deployments } from "./deployments.js";
import { issues } from "./issues.js";
import { pulls } from "./pulls.js";
import { repositories } from "./repository.js";

/** All that is served. What else GitHub has is answered 501, by name. */
export const OPERATIONS: Operations = { ...pulls, ...issues, ...deployments, ...repositories };
