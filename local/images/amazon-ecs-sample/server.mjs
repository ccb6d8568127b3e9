// Stands for Docker Hub's amazon/amazon-ecs-sample, an Apache with one page. Like it, it listens on 80 and answers
// every other path with 404.
import { createServer } from "node:http";

const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Amazon ECS Sample App</title>
<style>body { margin-top: 40px; background-color: #333; color: white; font-family: sans-serif; text-align: center; }</style>
</head>
<body>
<h1>Amazon ECS Sample App</h1>
<h2>Congratulations!</h2>
<p>Your application is now running on a container in Amazon ECS.</p>
</body>
</html>
`;

const server = createServer((request, response) => {
  const found = (request.url ?? "/").split("?")[0] === "/" || request.url === "/index.html";
  const body = found ? page : "<h1>Not Found</h1>\n";
  response.writeHead(found ? 200 : 404, {
    "content-type": "text/html; charset=utf-8",
    "content-length": Buffer.byteLength(body),
  });
  response.end(request.method === "HEAD" ? undefined : body);
  console.log(`${request.socket.remoteAddress} "${request.method} ${request.url} HTTP/1.1" ${response.statusCode}`);
});

server.listen(80);
process.on("SIGTERM", () => {
  server.close(() => process.exit(0));
  setInterval(() => server.closeIdleConnections(), 100);
});
