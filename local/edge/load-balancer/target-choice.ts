import type { Action } from "@aws-sdk/client-elastic-load-balancing-v2";
import type { State, TargetGroupRecord, TargetRecord } from "../../aws/elbv2/state.js";

/** Remembers whose turn it is, and how much each target has to do. */
export class TargetChoice {
  readonly #turns = new WeakMap<TargetGroupRecord, number>();
  readonly #outstanding = new WeakMap<TargetRecord, number>();

  /** The target group of a forward action, drawn by weight; undefined if all weights are 0. */
  group(state: State, action: Action, draw: number): TargetGroupRecord | undefined {
    const tuples = action.ForwardConfig?.TargetGroups ?? [];
    const total = tuples.reduce((sum, { Weight = 1 }) => sum + Weight, 0);
    let left = draw * total;
    for (const { TargetGroupArn = "", Weight = 1 } of tuples) {
      left -= Weight;
      if (left < 0) return state.targetGroups.get(TargetGroupArn);
    }
    return undefined;
  }

  /**
   * The next target: by turns (or the least busy, if the group says so) among the healthy ones, or among all that are
   * registered if fewer are healthy than the group wants ("fail open"). Undefined if there is none at all.
   * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health.html
   */
  target(group: TargetGroupRecord): TargetRecord | undefined {
    const registered = [...group.targets.values()].filter(
      ({ health }) => health.State !== "draining" && health.State !== "unused",
    );
    const healthy = registered.filter(({ health }) => health.State === "healthy");
    const setting = "target_group_health.unhealthy_state_routing.minimum_healthy_targets";
    const count = Number(group.attributes.get(`${setting}.count`));
    const percentage = Number(group.attributes.get(`${setting}.percentage`)) || 0;
    const enough = healthy.length >= count && healthy.length * 100 >= percentage * registered.length;
    const eligible = enough ? healthy : registered;
    if (eligible.length === 0) return undefined;
    const turn = this.#turns.get(group) ?? 0;
    this.#turns.set(group, turn + 1);
    const rotated = eligible.map((_, index) => eligible[(turn + index) % eligible.length] ?? eligible[0]);
    if (group.attributes.get("load_balancing.algorithm.type") !== "least_outstanding_requests") return rotated[0];
    const busy = (target: TargetRecord | undefined) => (target && this.#outstanding.get(target)) ?? 0;
    return rotated.reduce((best, each) => (busy(each) < busy(best) ? each : best));
  }

  /** Counts a request as outstanding until the function that it gives back is called. */
  begin(target: TargetRecord): () => void {
    this.#outstanding.set(target, (this.#outstanding.get(target) ?? 0) + 1);
    return () => this.#outstanding.set(target, (this.#outstanding.get(target) ?? 1) - 1);
  }
}
