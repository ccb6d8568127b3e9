import type { WireRequest } from "./message.js";
import { services } from "./services.js";

/**
 * The signing name of the service that an unsigned request is probably for, so that the refusal comes in the
 * protocol that its sender understands; empty when nothing tells.
 */
export function guessService(request: WireRequest): string {
  const target = request.headers["x-amz-target"]?.split(".")[0];
  const parameters = new URLSearchParams(`${request.query}&${request.body.toString("utf8")}`);
  const version = parameters.get("Version") ?? request.path.split("/")[1];
  for (const service of services.values()) {
    if (target !== undefined ? service.target === target : service.version === version) return service.signingName;
  }
  return "";
}
