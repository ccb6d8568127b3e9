// An app that is fine but listens on 8080, whatever port its task definition names.
import { createServer } from "node:http";

const server = createServer((_request, response) => response.end("you have found me\n"));
server.listen(8080, () => console.log("listening on port 8080"));
process.on("SIGTERM", () => {
  server.close(() => process.exit(0));
  setInterval(() => server.closeIdleConnections(), 100);
});
