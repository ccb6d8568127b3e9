// An app that is fine but takes START_MS (default 3000) until it listens.
import { createServer } from "node:http";

const server = createServer((_request, response) => response.end("worth the wait\n"));
setTimeout(() => server.listen(80, () => console.log("listening on port 80")), Number(process.env.START_MS ?? 3000));
process.on("SIGTERM", () => {
  server.close(() => process.exit(0));
  setInterval(() => server.closeIdleConnections(), 100);
});
