import type * as sdk from "@aws-sdk/client-elastic-load-balancing-v2";
import { LoadBalancerEdge } from "../../edge/load-balancer/load-balancer-edge.js";
import type { Aws } from "../aws.js";
import {
  attributeList,
  LISTENER_ATTRIBUTES,
  loadBalancerAttributes,
  setAttributes,
  TARGET_GROUP_ATTRIBUTES,
} from "./attributes.js";
import type { Context } from "./context.js";
import { LIMITS } from "./limits.js";
import {
  addCertificates,
  createListener,
  deleteListener,
  describeCertificates,
  describeListeners,
  modifyListener,
  removeCertificates,
} from "./listeners.js";
import {
  checkIpAddressType,
  createLoadBalancer,
  deleteLoadBalancer,
  describeLoadBalancers,
  describeZones,
  setSecurityGroups,
  setSubnets,
} from "./load-balancers.js";
import { page } from "./paging.js";
import { createRule, deleteRule, describeRules, modifyRule, setRulePriorities } from "./rules.js";
import { describeSslPolicies } from "./ssl-policies.js";
import { createState, listener, loadBalancer, type State, targetGroup } from "./state.js";
import { addTags, taggable, tagList } from "./tags.js";
import { createTargetGroup, deleteTargetGroup, describeTargetGroups, modifyTargetGroup } from "./target-groups.js";
import { deregisterTargets, describeTargetHealth, registerTargets } from "./targets.js";
import { checkRequired, validationError } from "./validation.js";

/**
 * Elastic Load Balancing, API version 2015-12-01, for application load balancers in front of `ip` targets that speak
 * HTTP. https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/
 */
export class ElasticLoadBalancing {
  readonly #state: State = createState();
  readonly #edge: LoadBalancerEdge;
  readonly #context: Context;

  constructor(aws: Aws) {
    const state = this.#state;
    const edge = new LoadBalancerEdge(aws, state);
    this.#edge = edge;
    this.#context = { aws, state, reconcile: () => edge.reconcile() };
  }

  async CreateLoadBalancer(input: sdk.CreateLoadBalancerInput): Promise<sdk.CreateLoadBalancerOutput> {
    return { LoadBalancers: [await createLoadBalancer(this.#context, input)] };
  }

  async DescribeLoadBalancers(input: sdk.DescribeLoadBalancersInput): Promise<sdk.DescribeLoadBalancersOutput> {
    return describeLoadBalancers(this.#context, input);
  }

  async DeleteLoadBalancer(input: sdk.DeleteLoadBalancerInput): Promise<sdk.DeleteLoadBalancerOutput> {
    await deleteLoadBalancer(this.#context, input.LoadBalancerArn);
    return {};
  }

  async SetSecurityGroups(input: sdk.SetSecurityGroupsInput): Promise<sdk.SetSecurityGroupsOutput> {
    return { SecurityGroupIds: await setSecurityGroups(this.#context, input) };
  }

  async SetSubnets(input: sdk.SetSubnetsInput): Promise<sdk.SetSubnetsOutput> {
    return { AvailabilityZones: describeZones(await setSubnets(this.#context, input)), IpAddressType: "ipv4" };
  }

  async SetIpAddressType(input: sdk.SetIpAddressTypeInput): Promise<sdk.SetIpAddressTypeOutput> {
    loadBalancer(this.#state, input.LoadBalancerArn);
    checkIpAddressType(checkRequired("ipAddressType", input.IpAddressType));
    return { IpAddressType: "ipv4" };
  }

  async ModifyLoadBalancerAttributes(
    input: sdk.ModifyLoadBalancerAttributesInput,
  ): Promise<sdk.ModifyLoadBalancerAttributesOutput> {
    const { attributes, scheme } = loadBalancer(this.#state, input.LoadBalancerArn);
    setAttributes(loadBalancerAttributes(scheme), attributes, input.Attributes, "Load balancer");
    await this.#context.reconcile();
    return { Attributes: attributeList(attributes) };
  }

  async DescribeLoadBalancerAttributes(
    input: sdk.DescribeLoadBalancerAttributesInput,
  ): Promise<sdk.DescribeLoadBalancerAttributesOutput> {
    return { Attributes: attributeList(loadBalancer(this.#state, input.LoadBalancerArn).attributes) };
  }

  async CreateTargetGroup(input: sdk.CreateTargetGroupInput): Promise<sdk.CreateTargetGroupOutput> {
    return { TargetGroups: [await createTargetGroup(this.#context, input)] };
  }

  async ModifyTargetGroup(input: sdk.ModifyTargetGroupInput): Promise<sdk.ModifyTargetGroupOutput> {
    return { TargetGroups: [modifyTargetGroup(this.#context, input)] };
  }

  async DescribeTargetGroups(input: sdk.DescribeTargetGroupsInput): Promise<sdk.DescribeTargetGroupsOutput> {
    return describeTargetGroups(this.#context, input);
  }

  async DeleteTargetGroup(input: sdk.DeleteTargetGroupInput): Promise<sdk.DeleteTargetGroupOutput> {
    await deleteTargetGroup(this.#context, input.TargetGroupArn);
    return {};
  }

  async ModifyTargetGroupAttributes(
    input: sdk.ModifyTargetGroupAttributesInput,
  ): Promise<sdk.ModifyTargetGroupAttributesOutput> {
    const { attributes } = targetGroup(this.#state, input.TargetGroupArn);
    setAttributes(TARGET_GROUP_ATTRIBUTES, attributes, input.Attributes, "Target group");
    return { Attributes: attributeList(attributes) };
  }

  async DescribeTargetGroupAttributes(
    input: sdk.DescribeTargetGroupAttributesInput,
  ): Promise<sdk.DescribeTargetGroupAttributesOutput> {
    return { Attributes: attributeList(targetGroup(this.#state, input.TargetGroupArn).attributes) };
  }

  async RegisterTargets(input: sdk.RegisterTargetsInput): Promise<sdk.RegisterTargetsOutput> {
    await registerTargets(this.#context, input);
    return {};
  }

  async DeregisterTargets(input: sdk.DeregisterTargetsInput): Promise<sdk.DeregisterTargetsOutput> {
    await deregisterTargets(this.#context, input);
    return {};
  }

  async DescribeTargetHealth(input: sdk.DescribeTargetHealthInput): Promise<sdk.DescribeTargetHealthOutput> {
    return { TargetHealthDescriptions: describeTargetHealth(this.#context, input) };
  }

  async CreateListener(input: sdk.CreateListenerInput): Promise<sdk.CreateListenerOutput> {
    return { Listeners: [await createListener(this.#context, input)] };
  }

  async ModifyListener(input: sdk.ModifyListenerInput): Promise<sdk.ModifyListenerOutput> {
    return { Listeners: [await modifyListener(this.#context, input)] };
  }

  async DescribeListeners(input: sdk.DescribeListenersInput): Promise<sdk.DescribeListenersOutput> {
    return describeListeners(this.#context, input);
  }

  async DeleteListener(input: sdk.DeleteListenerInput): Promise<sdk.DeleteListenerOutput> {
    await deleteListener(this.#context, input.ListenerArn);
    return {};
  }

  async ModifyListenerAttributes(
    input: sdk.ModifyListenerAttributesInput,
  ): Promise<sdk.ModifyListenerAttributesOutput> {
    const { attributes } = listener(this.#state, input.ListenerArn);
    setAttributes(LISTENER_ATTRIBUTES, attributes, input.Attributes, "Listener");
    return { Attributes: attributeList(attributes) };
  }

  async DescribeListenerAttributes(
    input: sdk.DescribeListenerAttributesInput,
  ): Promise<sdk.DescribeListenerAttributesOutput> {
    return { Attributes: attributeList(listener(this.#state, input.ListenerArn).attributes) };
  }

  async AddListenerCertificates(input: sdk.AddListenerCertificatesInput): Promise<sdk.AddListenerCertificatesOutput> {
    return { Certificates: await addCertificates(this.#context, input.ListenerArn, input.Certificates) };
  }

  async RemoveListenerCertificates(
    input: sdk.RemoveListenerCertificatesInput,
  ): Promise<sdk.RemoveListenerCertificatesOutput> {
    removeCertificates(this.#context, input.ListenerArn, input.Certificates);
    return {};
  }

  async DescribeListenerCertificates(
    input: sdk.DescribeListenerCertificatesInput,
  ): Promise<sdk.DescribeListenerCertificatesOutput> {
    return describeCertificates(this.#context, input);
  }

  async DescribeSSLPolicies(input: sdk.DescribeSSLPoliciesInput): Promise<sdk.DescribeSSLPoliciesOutput> {
    const { items, NextMarker } = page(describeSslPolicies(input.Names), input);
    const kind = input.LoadBalancerType ?? "application";
    return { SslPolicies: items.filter((each) => each.SupportedLoadBalancerTypes?.includes(kind)), NextMarker };
  }

  /** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_DescribeAccountLimits.html */
  async DescribeAccountLimits(input: sdk.DescribeAccountLimitsInput): Promise<sdk.DescribeAccountLimitsOutput> {
    const { items, NextMarker } = page(Object.entries(LIMITS), input);
    return { Limits: items.map(([Name, Max]) => ({ Name, Max: String(Max) })), NextMarker };
  }

  async CreateRule(input: sdk.CreateRuleInput): Promise<sdk.CreateRuleOutput> {
    return { Rules: [await createRule(this.#context, input)] };
  }

  async ModifyRule(input: sdk.ModifyRuleInput): Promise<sdk.ModifyRuleOutput> {
    return { Rules: [await modifyRule(this.#context, input)] };
  }

  async DescribeRules(input: sdk.DescribeRulesInput): Promise<sdk.DescribeRulesOutput> {
    return describeRules(this.#context, input);
  }

  async DeleteRule(input: sdk.DeleteRuleInput): Promise<sdk.DeleteRuleOutput> {
    await deleteRule(this.#context, input.RuleArn);
    return {};
  }

  async SetRulePriorities(input: sdk.SetRulePrioritiesInput): Promise<sdk.SetRulePrioritiesOutput> {
    return { Rules: setRulePriorities(this.#context, input) };
  }

  async AddTags(input: sdk.AddTagsInput): Promise<sdk.AddTagsOutput> {
    for (const record of this.#taggables(input.ResourceArns)) addTags(record.tags, input.Tags ?? []);
    return {};
  }

  async RemoveTags(input: sdk.RemoveTagsInput): Promise<sdk.RemoveTagsOutput> {
    for (const { tags } of this.#taggables(input.ResourceArns)) {
      for (const key of input.TagKeys ?? []) tags.delete(key);
    }
    return {};
  }

  async DescribeTags(input: sdk.DescribeTagsInput): Promise<sdk.DescribeTagsOutput> {
    const records = this.#taggables(input.ResourceArns);
    return { TagDescriptions: records.map(({ arn, tags }) => ({ ResourceArn: arn, Tags: tagList(tags) })) };
  }

  /** A certificate has been imported again: serve the new one. */
  certificateChanged(): Promise<void> {
    return this.#context.reconcile();
  }

  /** ARNs of the load balancers that have the certificate on a listener: ACM's `InUseBy`. */
  certificateUsers(certificateArn: string): string[] {
    const using = [...this.#state.listeners.values()].filter((each) => each.certificates.includes(certificateArn));
    return [...new Set(using.map((each) => each.loadBalancer.arn))];
  }

  /** What there is, for a look inside. */
  snapshot(): object {
    return {
      loadBalancers: [...this.#state.loadBalancers.values()].map(({ attributes, tags, ...record }) => ({
        ...record,
        attributes: Object.fromEntries(attributes),
        tags: Object.fromEntries(tags),
      })),
      listeners: [...this.#state.listeners.values()].map(
        ({ arn, loadBalancer, port, protocol, certificates, sslPolicy }) => ({
          arn,
          loadBalancer: loadBalancer.arn,
          port,
          protocol,
          certificates,
          sslPolicy,
        }),
      ),
      rules: [...this.#state.rules.values()].map(({ arn, listener, priority, conditions, actions }) => ({
        arn,
        listener: listener.arn,
        priority,
        conditions,
        actions,
      })),
      targetGroups: [...this.#state.targetGroups.values()].map(({ arn, vpcId, healthCheck, attributes, targets }) => ({
        arn,
        vpcId,
        healthCheck,
        attributes: Object.fromEntries(attributes),
        targets: [...targets.values()].map(({ id, port, zone, health }) => ({ id, port, zone, health })),
      })),
    };
  }

  /** Stops the servers and the health checks. */
  async close(): Promise<void> {
    await this.#edge.close();
  }

  #taggables(arns: readonly string[] | undefined) {
    if (arns === undefined || arns.length === 0) throw validationError("At least one resource ARN must be specified");
    if (arns.length > 20) throw validationError("At most 20 resource ARNs can be specified");
    return arns.map((arn) => taggable(this.#state, arn));
  }
}
