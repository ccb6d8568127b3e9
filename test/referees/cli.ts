import { DONE, script, startByHand } from "../cloudformation/by-hand.js";
import { onPath } from "../cloudformation/on-path.js";
import type { Referee } from "./referee.js";

/** What fails, and the roles for GitHub: the two that deploying by hand does not come by. */
const FAILURES = `
    if deploy ecs-service clash App=shop Environment=clash Host="clash.$DOMAIN" RulePriority=100 \\
      VpcId="$(output vpc VpcId)" SubnetIds="$(output vpc PrivateSubnetIds)" \\
      TaskSecurityGroupId="$(output alb TaskSecurityGroupId)" HttpsListenerArn="$(output alb HttpsListenerArn)" \\
      ClusterName="$(output cluster ClusterName)" UserPoolId="$(output cognito UserPoolId)" \\
      UserPoolArn="$(output cognito UserPoolArn)" UserPoolDomain="$(output cognito UserPoolDomain)"
    then exit 1; fi
    echo "=== a rule's priority that is taken: $(status clash)"
    remove clash
    if deploy ecs-service production TaskDefinition="\${REVISION%:*}:99"; then exit 1; fi
    echo "=== a revision that does not exist: $(status production), $(running)"
    if deploy ecs-service production DesiredCount=many; then exit 1; fi
    echo "=== a parameter of the wrong type: $(status production)"
    deploy github-oidc oidc Repository=octo-org/web HostedZoneId="$HOSTED_ZONE_ID"
    echo "=== oidc $(status oidc)"
    remove oidc`;

const FAILED = [
  "a rule's priority that is taken: ROLLBACK_COMPLETE",
  "a revision that does not exist: UPDATE_ROLLBACK_COMPLETE, 2 of 2 run",
  "a parameter of the wrong type: UPDATE_ROLLBACK_COMPLETE",
  "oidc CREATE_COMPLETE",
];

/** The real AWS CLI deploys every template, updates, fails and deletes. */
export const awsCli: Referee = {
  name: "AWS CLI",
  missing: async () => (onPath("aws") ? undefined : "aws isn't on the PATH"),
  run: async (found) => {
    const hand = await startByHand();
    try {
      const shown = await hand.run(await script(FAILURES));
      const expected = [...DONE, ...FAILED, "gone"];
      for (const [index, line] of expected.entries()) {
        const difference = shown[index] === line ? undefined : `shows ${shown[index] ?? "nothing"}`;
        found({ check: `AWS CLI: ${line}`, ...(difference === undefined ? {} : { difference }) });
      }
    } finally {
      await hand.close();
    }
  },
};
