// An app that sends everyone to a sign-in page of its own, health checks included.
import { createServer } from "node:http";

const server = createServer((_request, response) => response.writeHead(302, { location: "/login" }).end());
server.listen(80, () => console.log("listening on port 80"));
process.on("SIGTERM", () => {
  server.close(() => process.exit(0));
  setInterval(() => server.closeIdleConnections(), 100);
});
