// Writes local/aws/cloudformation/resource-types.json: AWS's own specification of the resource types that the
// local AWS knows, cut down from @aws-cdk/aws-service-spec. The shape is described in resource-types.ts there.
// Run it again after adding a type here or after a new release of that package: node scripts/resource-types.mjs

import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { loadAwsServiceSpecSync } from "@aws-cdk/aws-service-spec";

const TYPES = {
  "AWS::ApplicationAutoScaling": ["ScalableTarget", "ScalingPolicy"],
  "AWS::CertificateManager": ["Certificate"],
  "AWS::Cognito": ["UserPool", "UserPoolDomain", "UserPoolClient", "ManagedLoginBranding", "UserPoolIdentityProvider"],
  "AWS::EC2": [
    ...["VPC", "Subnet", "InternetGateway", "VPCGatewayAttachment", "RouteTable", "Route"],
    ...["SubnetRouteTableAssociation", "EIP", "NatGateway", "VPCEndpoint"],
    ...["SecurityGroup", "SecurityGroupIngress", "SecurityGroupEgress"],
  ],
  "AWS::ECS": ["Cluster", "ClusterCapacityProviderAssociations", "TaskDefinition", "Service"],
  "AWS::ElasticLoadBalancingV2": ["LoadBalancer", "TargetGroup", "Listener", "ListenerRule", "ListenerCertificate"],
  "AWS::IAM": ["Role", "Policy", "ManagedPolicy", "OIDCProvider"],
  "AWS::Logs": ["LogGroup"],
  "AWS::Route53": ["RecordSet"],
};

const UPDATE = { yes: "Immutable", maybe: "Conditional" };

const target = fileURLToPath(new URL("../local/aws/cloudformation/resource-types.json", import.meta.url));
const database = loadAwsServiceSpecSync();
const resourceTypes = {};
for (const [namespace, names] of Object.entries(TYPES)) {
  for (const name of names) resourceTypes[`${namespace}::${name}`] = readType(`${namespace}::${name}`);
}
writeFileSync(target, `${JSON.stringify(resourceTypes)}\n`);
execFileSync(fileURLToPath(new URL("../node_modules/.bin/biome", import.meta.url)), ["format", "--write", target]);

function readType(cloudFormationType) {
  const resource = database.lookup("resource", "cloudFormationType", "equals", cloudFormationType).only();
  const definitions = {};
  const properties = readProperties(resource.properties, definitions);
  for (const path of resource.additionalReplacementProperties ?? []) markImmutable(path, properties, definitions);
  return {
    properties,
    definitions: sorted(definitions),
    attributes: sorted(
      Object.fromEntries(
        Object.entries(resource.attributes).map(([name, { type }]) => [name, readValueType(type, definitions)]),
      ),
    ),
    primaryIdentifier: resource.primaryIdentifier ?? [],
    ...(resource.tagInformation && {
      tags: { property: resource.tagInformation.tagPropertyName, variant: resource.tagInformation.variant },
    }),
  };
}

function readProperties(properties, definitions) {
  return sorted(
    Object.fromEntries(
      Object.entries(properties).map(([name, property]) => [
        name,
        {
          type: readValueType(property.type, definitions),
          ...(property.required && { required: true }),
          ...(UPDATE[property.causesReplacement] && { update: UPDATE[property.causesReplacement] }),
        },
      ]),
    ),
  );
}

function readValueType(type, definitions) {
  switch (type.type) {
    case "string":
      return type.allowedValues ? { enum: type.allowedValues } : "string";
    case "integer":
    case "number":
    case "boolean":
    case "json":
      return type.type;
    case "date-time":
      return "string";
    case "tag":
      definitions.Tag ??= { Key: { type: "string", required: true }, Value: { type: "string", required: true } };
      return { definition: "Tag" };
    case "array":
      return { list: readValueType(type.element, definitions) };
    case "map":
      return { map: readValueType(type.element, definitions) };
    case "union":
      return { union: type.types.map((member) => readValueType(member, definitions)) };
    case "ref": {
      const definition = database.get("typeDefinition", type.reference.$ref);
      if (!(definition.name in definitions)) {
        definitions[definition.name] = {};
        Object.assign(definitions[definition.name], readProperties(definition.properties, definitions));
      }
      return { definition: definition.name };
    }
    default:
      throw new Error(`unknown type in the service specification: ${JSON.stringify(type)}`);
  }
}

function markImmutable([name, ...rest], properties, definitions) {
  const property = properties[name];
  if (!property) throw new Error(`no property ${name}`);
  if (rest.length === 0) property.update = "Immutable";
  else markImmutable(rest, definitions[property.type.definition], definitions);
}

function sorted(object) {
  return Object.fromEntries(Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1)));
}
