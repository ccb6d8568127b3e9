// Starts the app and ends it in order. Everything that it can be told is in README.md.
import { createServer } from "node:http";
import { createApp } from "./app.js";

const port = Number(process.env.PORT ?? 80);
const app = createApp(process.env);
const server = createServer(app.handle);

// Longer than the load balancer keeps an idle connection (60 seconds unless configured), so that it is never the app
// that closes one just as a request is on its way, which people would see as a 502.
server.keepAliveTimeout = 65_000;
server.headersTimeout = 66_000;

server.listen(port, () => console.log(`version ${app.version} listens on port ${port}`));

// ECS sends SIGTERM once the load balancer has let go of the task, and SIGKILL stopTimeout later.
process.on("SIGTERM", () => {
  console.log("SIGTERM: finishing what runs");
  app.drain();
  server.close(() => process.exit(0));
  // Requests that are running now answer on connections that would stay open after them.
  setInterval(() => server.closeIdleConnections(), 100);
});
