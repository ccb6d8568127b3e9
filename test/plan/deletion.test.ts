import { StackStatus } from "@aws-sdk/client-cloudformation";
import { decideDeletion, mayPass } from "../../src/plan/deletion.js";

it("knows a step for every status of a stack, and none for what it does not know", () => {
  const steps = Object.values(StackStatus).map((status) => [status, decideDeletion(status)]);
  expect(steps.filter(([, step]) => step === "cancel update")).toEqual([["UPDATE_IN_PROGRESS", "cancel update"]]);
  expect(steps.filter(([, step]) => step === "gone")).toEqual([["DELETE_COMPLETE", "gone"]]);
  // What comes to rest may be deleted; of what goes on a creation alone.
  for (const [status = "", step] of steps)
    if (!status.endsWith("_IN_PROGRESS") && status !== "DELETE_COMPLETE")
      expect([status, step]).toEqual([status, "delete"]);
  expect(decideDeletion("CREATE_IN_PROGRESS")).toBe("delete");
  expect(decideDeletion("REVIEW_IN_PROGRESS")).toBe("delete");
  expect(decideDeletion("UPDATE_ROLLBACK_IN_PROGRESS")).toBe("wait");
  expect(() => decideDeletion("EVAPORATED")).toThrow(/EVAPORATED/);
});

const undeleted = (type: string, reason: string) => ({ resource: "R", type, physicalId: "r-1", reason });

it.each([
  ["AWS::EC2::SecurityGroup", "resource sg-1 has a dependent object (Service: Ec2, Status Code: 400)"],
  ["AWS::EC2::Subnet", "The subnet 'subnet-1' has dependencies and cannot be deleted."],
  ["AWS::EC2::VPCGatewayAttachment", "Network vpc-1 has some mapped public address(es). Please unmap those first."],
  [
    "AWS::CertificateManager::Certificate",
    "Certificate arn:x in account 1 is in use. (HandlerErrorCode: ResourceConflict)",
  ],
  ["AWS::ElasticLoadBalancingV2::TargetGroup", "Target group 'arn:x' is currently in use by a listener or a rule"],
  ["AWS::IAM::Role", "Rate exceeded (HandlerErrorCode: Throttling)"],
  ["AWS::ECS::Cluster", "The Cluster cannot be deleted while Tasks are active. ClusterContainsTasksException"],
])("tries again: %s, %s", (type, reason) => {
  expect(mayPass(undeleted(type, reason))).toBe(true);
});

it.each([
  ["AWS::IAM::Role", "Cannot delete entity, must detach all policies first."],
  ["AWS::Cognito::UserPool", "The user pool cannot be deleted because deletion protection is activated."],
  ["AWS::EC2::SecurityGroup", "User: x is not authorized to perform: ec2:DeleteSecurityGroup"],
  [
    "AWS::ElasticLoadBalancingV2::LoadBalancer",
    "Load balancer 'arn:x' cannot be deleted because deletion protection is enabled",
  ],
  ["AWS::Logs::LogGroup", ""],
])("leaves to a person: %s, %s", (type, reason) => {
  expect(mayPass(undeleted(type, reason))).toBe(false);
});
