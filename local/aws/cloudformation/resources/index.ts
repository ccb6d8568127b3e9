import type { ResourceHandlers } from "../resource-handler.js";

/** What CloudFormation does for each resource type. A type that is missing here fails loudly. */
export const resourceHandlers: ResourceHandlers = {};
