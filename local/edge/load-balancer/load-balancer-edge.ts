import { Agent } from "node:http";
import type { Aws } from "../../aws/aws.js";
import type { ListenerRecord, LoadBalancerRecord, State } from "../../aws/elbv2/state.js";
import type { Handling } from "./exchange.js";
import { HealthChecks } from "./health-checks.js";
import { admitsClients } from "./internet.js";
import { type ListenerServer, startListenerServer } from "./listener-server.js";
import { LoadBalancerKeys } from "./sign-in/load-balancer-keys.js";
import { TargetChoice } from "./target-choice.js";

interface Served {
  /** What the server was started with: if it is another, the server is replaced. */
  readonly settings: string;
  readonly server: ListenerServer;
  readonly unpublish: () => void;
}

/** The data plane of Elastic Load Balancing: servers for the listeners of active load balancers, and health checks. */
export class LoadBalancerEdge {
  readonly #aws: Aws;
  readonly #state: State;
  readonly #handling: Handling;
  readonly #health: HealthChecks;
  readonly #served = new Map<ListenerRecord, Served>();
  readonly #declared = new Map<LoadBalancerRecord, () => void>();
  #work: Promise<void> = Promise.resolve();
  #closed = false;

  constructor(aws: Aws, state: State) {
    this.#aws = aws;
    this.#state = state;
    this.#health = new HealthChecks(aws, state);
    const agent = new Agent({ keepAlive: true });
    this.#handling = { aws, state, agent, choice: new TargetChoice(), keys: new LoadBalancerKeys(aws) };
  }

  /** Brings servers, names and health checks level with the state; one call after the other. */
  reconcile(): Promise<void> {
    const next = this.#work.then(() => (this.#closed ? undefined : this.#reconcile()));
    this.#work = next.catch(() => {}); // whoever called is told; the next call is another attempt
    return next;
  }

  /** Stops everything that listens or waits. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#work;
    this.#health.close();
    this.#handling.agent.destroy();
    await Promise.all([...this.#served.keys()].map((listener) => this.#stop(listener)));
    for (const undeclare of this.#declared.values()) undeclare();
    await this.#handling.keys.close();
  }

  async #reconcile(): Promise<void> {
    const { loadBalancers, listeners } = this.#state;
    this.#health.reconcile();
    for (const [record, undeclare] of this.#declared) {
      if (loadBalancers.get(record.arn) === record) continue;
      undeclare();
      this.#declared.delete(record);
    }
    for (const record of loadBalancers.values()) {
      if (record.state !== "active" || this.#declared.has(record)) continue;
      this.#declared.set(record, this.#aws.network.declare(record.dnsName));
    }
    for (const [listener, served] of this.#served) {
      if (listeners.get(listener.arn) === listener && served.settings === this.#settingsOf(listener)) continue;
      await this.#stop(listener);
    }
    for (const listener of listeners.values()) {
      if (listener.loadBalancer.state === "active" && !this.#served.has(listener)) await this.#start(listener);
    }
  }

  async #start(listener: ListenerRecord): Promise<void> {
    if (listener.protocol === "HTTPS") await this.#handling.keys.publish();
    const server = await startListenerServer(this.#handling, listener);
    const unpublish = this.#aws.network.publish(listener.loadBalancer.dnsName, listener.port, server.address, () =>
      admitsClients(this.#aws, listener.loadBalancer, listener.port),
    );
    this.#served.set(listener, { settings: this.#settingsOf(listener), server, unpublish });
  }

  async #stop(listener: ListenerRecord): Promise<void> {
    const served = this.#served.get(listener);
    this.#served.delete(listener);
    served?.unpublish();
    await served?.server.close();
  }

  /** Whatever a server cannot change while it runs. */
  #settingsOf({ port, protocol, sslPolicy, certificates, loadBalancer }: ListenerRecord): string {
    const attributes = ["routing.http2.enabled", "idle_timeout.timeout_seconds"].map((key) =>
      loadBalancer.attributes.get(key),
    );
    // The certificate itself too: it may have been imported again under the same ARN.
    const certificate = this.#aws.acm.issued(certificates[0] ?? "")?.certificatePem;
    return JSON.stringify([port, protocol, sslPolicy, certificates[0], certificate, attributes]);
  }
}
