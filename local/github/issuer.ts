import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import type { Aws } from "../aws/aws.js";
import { type IdTokens, ISSUER } from "./id-tokens.js";

/**
 * Serves what the issuer of workflows' tokens publishes, its configuration and its public keys, at its own name. Gives
 * back what ends it.
 */
export async function serveIssuer(
  idTokens: IdTokens,
  { network, authority }: Pick<Aws, "network" | "authority">,
): Promise<() => Promise<void>> {
  const name = new URL(ISSUER).hostname;
  const { certificatePem: cert, privateKeyPem: key } = await authority.issue({ names: [name] });
  const server = createServer({ cert, key }, (request, response) => {
    const isRead = request.method === "GET" || request.method === "HEAD";
    const path = (request.url ?? "/").split("?")[0] ?? "/";
    (isRead ? idTokens.published(path) : Promise.resolve(undefined)).then(
      (document) => {
        const body = JSON.stringify(document ?? { message: "Not Found" });
        response.writeHead(document === undefined ? 404 : 200, { "content-type": "application/json; charset=utf-8" });
        response.end(request.method === "HEAD" ? undefined : body);
      },
      (error: unknown) => response.destroy(error instanceof Error ? error : new Error(String(error))),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  const unpublish = network.publish(name, 443, { host: "127.0.0.1", port });
  return async () => {
    unpublish();
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  };
}
