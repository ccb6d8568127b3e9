import { type ResourceType, resourceTypes } from "../../../../../local/aws/cloudformation/resource-types.js";
import { checkProperties } from "../../../../../local/aws/cloudformation/template/properties.js";
import { Unknown } from "../../../../../local/aws/cloudformation/template/resolve.js";
import {
  type ResourceSchema,
  schemaProblems,
} from "../../../../../local/aws/cloudformation/template/resource-schema.js";

const THUMBPRINT = "a".repeat(40);

/** What is wrong with a resource's properties, as AWS words it. */
function problemsOf(type: string, properties: Record<string, unknown>): string[] {
  const { problems } = checkProperties(resourceTypes[type] as ResourceType, properties);
  return problems.map(({ path, message }) => `${["#", ...path].join("/")}: ${message}`);
}

function cognitoListener(config: object) {
  return {
    ...{ LoadBalancerArn: "arn", Port: 443, Protocol: "HTTPS" },
    DefaultActions: [{ Type: "authenticate-oidc", AuthenticateOidcConfig: config }],
  };
}
const OIDC = {
  ...{ AuthorizationEndpoint: "https://a", ClientId: "c", Issuer: "https://a" },
  ...{ TokenEndpoint: "https://a", UserInfoEndpoint: "https://a" },
};

describe("AWS's resource schemas", () => {
  it.each<[string, string, Record<string, unknown>, string[]]>([
    [
      "a name that is too long",
      "AWS::Cognito::UserPool",
      { UserPoolName: "p".repeat(129) },
      ["#/UserPoolName: expected maxLength: 128, actual: 129"],
    ],
    [
      "a text that is too short",
      "AWS::Cognito::UserPool",
      { EmailVerificationMessage: "hi" },
      ["#/EmailVerificationMessage: expected minLength: 6, actual: 2"],
    ],
    [
      "a text that does not match",
      "AWS::Logs::LogGroup",
      { LogGroupName: "my group" },
      ["#/LogGroupName: failed validation constraint for keyword [pattern]"],
    ],
    [
      "a number outside an enumeration, given as a text",
      "AWS::Logs::LogGroup",
      { RetentionInDays: "8" },
      ["#/RetentionInDays: failed validation constraint for keyword [enum]"],
    ],
    [
      "a text outside an enumeration",
      "AWS::ECS::Service",
      { LaunchType: "LAMBDA" },
      ["#/LaunchType: failed validation constraint for keyword [enum]"],
    ],
    [
      "a number that is too small",
      "AWS::Cognito::UserPoolClient",
      { UserPoolId: "p", AuthSessionValidity: 2 },
      ["#/AuthSessionValidity: failed validation constraint for keyword [minimum]"],
    ],
    [
      "a number that is too great",
      "AWS::Cognito::UserPoolClient",
      { UserPoolId: "p", AccessTokenValidity: 86401 },
      ["#/AccessTokenValidity: failed validation constraint for keyword [maximum]"],
    ],
    [
      "too many items",
      "AWS::IAM::OIDCProvider",
      { ThumbprintList: ["0", "1", "2", "3", "4", "5"].map((end) => THUMBPRINT.slice(1) + end) },
      ["#/ThumbprintList: expected maximum item count: 5, found: 6"],
    ],
    [
      "an item",
      "AWS::IAM::OIDCProvider",
      { ThumbprintList: [THUMBPRINT, "b".repeat(39)] },
      [
        "#/ThumbprintList/1: expected minLength: 40, actual: 39",
        "#/ThumbprintList/1: failed validation constraint for keyword [pattern]",
      ],
    ],
    [
      "an item twice",
      "AWS::ElasticLoadBalancingV2::LoadBalancer",
      { Subnets: ["subnet-1", "subnet-1"] },
      ["#/Subnets: array items are not unique"],
    ],
    [
      "an object twice, its members in another order",
      "AWS::ECS::TaskDefinition",
      {
        ContainerDefinitions: [
          {
            Name: "app",
            Image: "app",
            Environment: [
              { Name: "A", Value: "1" },
              { Value: "1", Name: "A" },
            ],
          },
        ],
      },
      ["#/ContainerDefinitions/0/Environment: array items are not unique"],
    ],
    [
      "a key that does not match",
      "AWS::Cognito::UserPool",
      { UserPoolTags: { "team!": "a" } },
      ["#/UserPoolTags: extraneous key [team!] is not permitted"],
    ],
    [
      "none of what has to be there",
      "AWS::ElasticLoadBalancingV2::Listener",
      cognitoListener(OIDC),
      [
        "#/DefaultActions/0/AuthenticateOidcConfig: #: no subschema matched out of the total 2 subschemas",
        "#/DefaultActions/0/AuthenticateOidcConfig: required key [ClientSecret] not found",
        "#/DefaultActions/0/AuthenticateOidcConfig: required key [UseExistingClientSecret] not found",
      ],
    ],
    [
      "two where one is allowed",
      "AWS::ElasticLoadBalancingV2::ListenerRule",
      {
        ...{ Actions: [], Conditions: [], Priority: 1 },
        Transforms: [
          { Type: "url-rewrite", UrlRewriteConfig: { Rewrites: [] }, HostHeaderRewriteConfig: { Rewrites: [] } },
        ],
      },
      ["#/Transforms/0: #: 2 subschemas matched instead of one"],
    ],
  ])("do not allow %s", (_, type, properties, problems) => {
    expect(problemsOf(type, properties)).toEqual(problems);
  });

  it.each<[string, string, Record<string, unknown>]>([
    ["the longest name", "AWS::Cognito::UserPool", { UserPoolName: "p".repeat(128) }],
    [
      "a number of an enumeration, given as a text",
      "AWS::Logs::LogGroup",
      { RetentionInDays: "7", LogGroupName: "/ecs/app_1.x" },
    ],
    [
      "the least and the greatest number",
      "AWS::Cognito::UserPoolClient",
      { UserPoolId: "p", AuthSessionValidity: 3, AccessTokenValidity: 86400 },
    ],
    ["the shortest text", "AWS::Cognito::UserPool", { EmailVerificationMessage: "6 long" }],
    [
      "as many items as there may be",
      "AWS::IAM::OIDCProvider",
      { ThumbprintList: ["0", "1", "2", "3", "4"].map((end) => THUMBPRINT.slice(1) + end) },
    ],
    ["one of two", "AWS::ElasticLoadBalancingV2::Listener", cognitoListener({ ...OIDC, ClientSecret: "s" })],
    [
      "what is not known yet",
      "AWS::Logs::LogGroup",
      { LogGroupName: new Unknown("A"), RetentionInDays: new Unknown("B") },
    ],
    [
      "items that are not known yet",
      "AWS::ElasticLoadBalancingV2::LoadBalancer",
      { Subnets: [new Unknown("A"), new Unknown("A")] },
    ],
    [
      "what the services alone refuse",
      "AWS::ElasticLoadBalancingV2::TargetGroup",
      { Port: 70000, Name: "t".repeat(40) },
    ],
  ])("allow %s", (_, type, properties) => {
    expect(problemsOf(type, properties)).toEqual([]);
  });

  it("have patterns that can be read", () => {
    const patterns = (schema: ResourceSchema): string[] => [
      ...[schema.pattern ?? [], schema.keys ?? []].flat(),
      ...[schema.items ?? [], schema.anyOf ?? [], schema.oneOf ?? [], Object.values(schema.properties ?? {})]
        .flat()
        .flatMap(patterns),
    ];
    const all = Object.values(resourceTypes).flatMap(({ schema }) => (schema ? patterns(schema) : []));
    expect(all.length).toBeGreaterThan(5);
    for (const pattern of all) expect(() => new RegExp(pattern, "u")).not.toThrow();
  });

  it("count each part of what all have to hold", () => {
    expect(schemaProblems({ allOf: [{ minLength: 2 }, { maxLength: 3 }] }, "long", ["Name"])).toEqual([
      { path: ["Name"], message: "#: only 1 subschema matches out of 2" },
      { path: ["Name"], message: "expected maxLength: 3, actual: 4" },
    ]);
  });
});
