export { type LocalAws, startLocalAws } from "../local/serve/spawn.js";
