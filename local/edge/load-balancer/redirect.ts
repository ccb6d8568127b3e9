import type { RedirectActionConfig } from "@aws-sdk/client-elastic-load-balancing-v2";
import type { ClientRequest } from "./client-request.js";

/**
 * Where a redirect action sends a request: always with the port, as AWS does.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-action-types.html#redirect-actions
 */
export function redirectLocation(
  config: RedirectActionConfig,
  request: Pick<ClientRequest, "protocol" | "host" | "port" | "path" | "query">,
): string {
  const keywords: Record<string, string> = {
    protocol: request.protocol,
    host: request.host,
    port: String(request.port),
    path: request.path.replace(/^\//, ""),
    query: request.query,
  };
  const fill = (text: string | undefined) =>
    (text ?? "").replace(/#\{(\w+)\}/g, (whole, keyword: string) => keywords[keyword] ?? whole);
  const query = fill(config.Query);
  const origin = `${fill(config.Protocol).toLowerCase()}://${fill(config.Host)}:${fill(config.Port)}`;
  return `${origin}${fill(config.Path)}${query === "" ? "" : `?${query}`}`;
}
