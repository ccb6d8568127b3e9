import { readFile } from "node:fs/promises";
import type { StackId } from "../plan/names.js";

/** The bodies of cloudformation/*.yml. The bundler finds the files by these URLs and ships them with the bundle. */
export async function readTemplates(): Promise<Record<StackId, string>> {
  const [vpc, nat, cognito, cluster, alb, dns, service] = await Promise.all([
    readFile(new URL("../../../cloudformation/vpc.yml", import.meta.url), "utf8"),
    readFile(new URL("../../../cloudformation/nat-gateways.yml", import.meta.url), "utf8"),
    readFile(new URL("../../../cloudformation/cognito.yml", import.meta.url), "utf8"),
    readFile(new URL("../../../cloudformation/ecs-cluster.yml", import.meta.url), "utf8"),
    readFile(new URL("../../../cloudformation/alb.yml", import.meta.url), "utf8"),
    readFile(new URL("../../../cloudformation/dns.yml", import.meta.url), "utf8"),
    readFile(new URL("../../../cloudformation/ecs-service.yml", import.meta.url), "utf8"),
  ]);
  return { vpc, "nat-gateways": nat, cognito, "ecs-cluster": cluster, alb, dns, "ecs-service": service };
}
