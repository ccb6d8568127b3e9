import type { CapacityProviderStrategyItem } from "@aws-sdk/client-ecs";
import { AwsError } from "../errors.js";
import type { Task } from "./task.js";

/**
 * The capacity provider for the next task: one whose base is not yet full, otherwise the one that is furthest behind
 * its weight; undefined without a strategy.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-capacity-providers.html
 */
export function chooseProvider(
  strategy: readonly CapacityProviderStrategyItem[],
  tasks: readonly Pick<Task, "capacityProvider">[],
): string | undefined {
  const used = (name: string | undefined) => tasks.filter(({ capacityProvider }) => capacityProvider === name).length;
  const short = strategy.find(({ base = 0, capacityProvider }) => used(capacityProvider) < base);
  if (short !== undefined) return short.capacityProvider;
  const weighted = strategy.filter(({ weight = 0 }) => weight > 0);
  const load = ({ capacityProvider, base = 0, weight = 1 }: CapacityProviderStrategyItem) =>
    (used(capacityProvider) - base + 1) / weight;
  return weighted.reduce<CapacityProviderStrategyItem | undefined>(
    (best, item) => (best === undefined || load(item) < load(best) ? item : best),
    undefined,
  )?.capacityProvider;
}

/**
 * Refuses a strategy whose numbers ECS does not take, with InvalidParameterException.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CapacityProviderStrategyItem.html
 */
export function requireStrategy(strategy: readonly CapacityProviderStrategyItem[]): void {
  const invalid = (message: string) => new AwsError("InvalidParameterException", message);
  if (strategy.length > 20)
    throw invalid("A capacity provider strategy can contain a maximum of 20 capacity providers.");
  if (strategy.filter(({ base = 0 }) => base > 0).length > 1) {
    throw invalid("Only one capacity provider in a capacity provider strategy can have a base defined.");
  }
  if (strategy.length > 1 && strategy.every(({ weight = 0 }) => weight === 0)) {
    throw invalid("At least one capacity provider in the strategy must have a weight greater than 0.");
  }
}
