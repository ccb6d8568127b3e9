// An app that answers every request with an error.
import { createServer } from "node:http";

const server = createServer((_request, response) => {
  response.writeHead(500, { "content-type": "text/plain" }).end("internal server error\n");
});
server.listen(80, () => console.log("listening on port 80"));
process.on("SIGTERM", () => {
  server.close(() => process.exit(0));
  setInterval(() => server.closeIdleConnections(), 100);
});
