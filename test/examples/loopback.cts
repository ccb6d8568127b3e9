/** Preloaded into the app under test: a server that asks for every address gets the loopback one. */
import net = require("node:net");

const listen = net.Server.prototype.listen as (this: net.Server, ...args: unknown[]) => net.Server;
net.Server.prototype.listen = function (this: net.Server, port: unknown, ...rest: unknown[]) {
  return listen.call(this, port, "127.0.0.1", ...rest);
} as typeof net.Server.prototype.listen;
