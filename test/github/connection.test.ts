import { createServer, type IncomingMessage, request, type Server } from "node:http";
import { type AddressInfo, connect as dial } from "node:net";
import { connectGitHub } from "../../src/github/connection.js";
import { readPullRequest } from "../../src/github/pull-request.js";
import { startLocalGitHub } from "../local-github.js";
import { never } from "./world.js";

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

async function listen(server: Server): Promise<number> {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
}

const nobody = () => {};

test.each([undefined, ""])("without a token (%j) there is no GitHub", async (token) => {
  expect(await connectGitHub({ token, repository: "octo/shop", warn: nobody })).toBeUndefined();
});

test("GitHub Enterprise Server has its REST API and GraphQL below /api", async () => {
  const asked: string[] = [];
  const port = await listen(
    createServer((incoming: IncomingMessage, response) => {
      asked.push(`${incoming.method} ${incoming.url} ${incoming.headers.authorization}`);
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify({ data: { viewer: { login: "bot" } }, object: {} }));
    }),
  );
  const github = await connectGitHub({
    token: "t",
    apiUrl: `http://127.0.0.1:${port}/api/v3/`,
    repository: "octo/shop",
    warn: nobody,
    env: {},
  });
  await github?.request("GET /repos/{owner}/{repo}", { ...github.at });
  expect(await github?.viewer(never)).toBe("bot");
  expect(asked).toEqual(["GET /api/v3/repos/octo/shop token t", "POST /api/graphql token t"]);
});

test("a proxy is used where there is one, unless no_proxy says otherwise", async () => {
  const local = await startLocalGitHub();
  const { number } = await local.open();
  const through: string[] = [];
  const proxy = createServer((incoming, response) => {
    through.push(incoming.url ?? "");
    const { pathname } = new URL(incoming.url ?? "");
    incoming.pipe(
      request(`${local.url}${pathname}`, { method: incoming.method, headers: incoming.headers }, (answer) => {
        response.writeHead(answer.statusCode ?? 500, answer.headers);
        answer.pipe(response);
      }),
    );
  }).on("connect", (incoming, socket) => {
    through.push(incoming.url ?? "");
    const { port } = new URL(local.url);
    const upstream = dial(Number(port), "127.0.0.1", () => {
      socket.write("HTTP/1.1 200 OK\r\n\r\n");
      socket.pipe(upstream).pipe(socket);
    });
    socket.on("error", nobody).on("close", () => upstream.destroy());
    upstream.on("error", nobody).on("close", () => socket.destroy());
  });
  const address = `http://127.0.0.1:${await listen(proxy)}`;
  const read = async (apiUrl: string) => {
    const { GITHUB_TOKEN: token } = local.env;
    const github = await connectGitHub({ token, apiUrl, repository: local.repository, warn: nobody });
    return github && (await readPullRequest(github, number, never));
  };
  const before = { ...process.env };
  Object.assign(process.env, { http_proxy: address, no_proxy: "127.0.0.1" });
  try {
    expect(await read("http://github.example.com")).toMatchObject({ number });
    expect(through).toEqual([expect.stringContaining("github.example.com")]);
    expect(await read(local.url)).toMatchObject({ number });
    expect(through).toHaveLength(1);
  } finally {
    process.env = before;
    await local.stop();
  }
});
