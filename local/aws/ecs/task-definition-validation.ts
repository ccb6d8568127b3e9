import type {
  ContainerDefinition,
  LogConfiguration,
  PortMapping,
  RegisterTaskDefinitionCommandInput,
} from "@aws-sdk/client-ecs";
import { AwsError, notImplemented } from "../errors.js";
import { splitSelector } from "../ssm/parameter.js";
import { fargateSize } from "./fargate.js";

/** Members of a container definition that a container here has; anything else is refused loudly. */
const SUPPORTED = new Set([
  ...["name", "image", "cpu", "memory", "memoryReservation", "portMappings", "essential", "entryPoint", "command"],
  ...["environment", "secrets", "stopTimeout", "logConfiguration", "linuxParameters", "dockerLabels"],
  ...["versionConsistency", "user", "mountPoints", "volumesFrom", "systemControls", "readonlyRootFilesystem"],
  ...["privileged", "interactive", "pseudoTerminal", "disableNetworking"],
]);

/** "Task definition size limit" (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-quotas.html), in bytes. */
const LARGEST = 65_536;

/** Members of the whole that are refused loudly when they say something. */
const UNSUPPORTED = [
  ...["placementConstraints", "proxyConfiguration", "inferenceAccelerators", "volumes", "pidMode", "ipcMode"],
  ...["enableFaultInjection"],
] as const;

/**
 * Checks a task definition as RegisterTaskDefinition does and gives it back with what AWS fills in.
 * Throws ClientException (and InvalidParameterException for a missing family).
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html
 */
export function validTaskDefinition(input: RegisterTaskDefinitionCommandInput) {
  const { family = "", requiresCompatibilities = [], containerDefinitions = [] } = input;
  if (family === "") throw client("Family should not be null or empty.");
  if (!/^[A-Za-z0-9_-]{1,255}$/.test(family)) throw client("Family contains invalid characters or is too long.");
  for (const member of UNSUPPORTED) {
    if (says(input[member])) throw notImplemented(`a task definition's ${member}`);
  }
  const other = requiresCompatibilities.find((compatibility) => compatibility !== "FARGATE");
  if (other !== undefined || requiresCompatibilities.length === 0) {
    throw notImplemented(`task definitions that do not require FARGATE alone (${requiresCompatibilities.join(", ")})`);
  }
  if (input.networkMode !== "awsvpc") throw client("Fargate only supports network mode ‘awsvpc’.");
  const size = fargateSize(input.cpu, input.memory);
  validPlatform(input);
  validStorage(input);
  validRoles(input);
  if (containerDefinitions.length === 0) throw client("Container definitions should not be empty.");
  if (containerDefinitions.length > 10) throw client("Too many containers: a task definition can have 10 of them.");

  const names = new Set<string>();
  const ports = new Set<string>();
  const containers = containerDefinitions.map((container) => {
    if (names.has(container.name ?? "")) throw client(`Container name '${container.name}' is not unique.`);
    names.add(container.name ?? "");
    const filled = validContainer(container);
    for (const { containerPort, protocol } of filled.portMappings) {
      const port = `${containerPort}/${protocol}`;
      if (ports.has(port)) throw client(`Two containers or port mappings use the same port: ${port}.`);
      ports.add(port);
    }
    needsExecutionRole(filled, input.executionRoleArn);
    return filled;
  });
  const { tags: _, ...definition } = input;
  const bytes = Buffer.byteLength(JSON.stringify(definition));
  if (bytes > LARGEST) throw client(`Actual length: '${bytes}'. Max allowed length is '${LARGEST}' bytes.`);
  fitsTask(containers, { cpu: Number(size.cpu), memory: Number(size.memory) });
  if (!containers.some(({ essential }) => essential)) {
    throw client("At least one container must be marked as essential.");
  }
  return { ...size, family, containers };
}

/** A role's name or ARN; an empty one is none: https://github.com/fabfuel/ecs-deploy/issues/231 */
function validRoles({ taskRoleArn, executionRoleArn }: RegisterTaskDefinitionCommandInput): void {
  for (const role of [taskRoleArn, executionRoleArn]) {
    if (role !== undefined && !/^(arn:aws[a-z-]*:iam::\d{12}:role\/.+|[\w+=,.@-]{1,64})$/.test(role)) {
      throw client("Role is not valid");
    }
  }
}

function validContainer(container: ContainerDefinition) {
  const { name = "", image = "", stopTimeout, secrets = [], environment = [] } = container;
  for (const [member, value] of Object.entries(container)) {
    if (!SUPPORTED.has(member) && says(value)) throw notImplemented(`a container definition's ${member}`);
  }
  for (const member of ["mountPoints", "volumesFrom", "systemControls", "privileged", "disableNetworking"] as const) {
    if (says(container[member])) throw notImplemented(`a container definition's ${member}`);
  }
  const { initProcessEnabled: _, ...otherParameters } = container.linuxParameters ?? {};
  if (Object.values(otherParameters).some(says)) {
    throw notImplemented("a container's linuxParameters other than initProcessEnabled");
  }
  if (!/^[A-Za-z0-9_-]{1,255}$/.test(name)) {
    throw client(
      name === "" ? "Container.name should not be null or empty." : `Container.name contains invalid characters.`,
    );
  }
  if (image === "") throw client("Container.image should not be null or empty.");
  if (!/^[A-Za-z0-9_\-:./@#]{1,255}$/.test(image)) throw client("Container.image contains invalid characters.");
  if (stopTimeout !== undefined && (stopTimeout < 0 || stopTimeout > 120)) {
    throw client("Container stopTimeout must be between 0 and 120 seconds for Fargate.");
  }
  for (const variable of environment) {
    if (variable.name === undefined || variable.name === "") {
      throw client("Environment variable name should not be null or empty.");
    }
  }
  const variables = new Set(environment.map((variable) => variable.name));
  for (const secret of secrets) {
    if (!secret.name || !secret.valueFrom) throw client("Secret name and valueFrom should not be null or empty.");
    if (variables.has(secret.name)) {
      throw client(
        `The secret name must be unique and not shared with any new or existing environment variables set on the container, such as '${secret.name}'.`,
      );
    }
    variables.add(secret.name);
    if (!secret.valueFrom.includes(":secretsmanager:") && splitSelector(secret.valueFrom).selector !== undefined) {
      throw notImplemented("versions and labels of parameters in a container's secrets");
    }
  }
  if (container.logConfiguration !== undefined) validLogs(container.logConfiguration);
  return {
    ...container,
    name,
    image,
    cpu: container.cpu ?? 0,
    essential: container.essential ?? true,
    environment,
    mountPoints: container.mountPoints ?? [],
    volumesFrom: container.volumesFrom ?? [],
    systemControls: container.systemControls ?? [],
    portMappings: (container.portMappings ?? []).map(validPort),
  };
}

/** A container's limit is at most the task's memory (MiB); what all of them reserve is at most the task's cpu and memory. */
function fitsTask(containers: readonly ContainerDefinition[], task: { cpu: number; memory: number }): void {
  const greater = containers.find(({ memory = 0 }) => memory > task.memory);
  if (greater) throw client(`The 'memory' setting for container '${greater.name}' is greater than for the task.`);
  const sum = (of: (container: ContainerDefinition) => number) => containers.reduce((all, each) => all + of(each), 0);
  for (const [name, reserved, most] of [
    ["cpu", sum(({ cpu = 0 }) => cpu), task.cpu],
    ["memoryReservation", sum(({ memory = 0, memoryReservation = memory }) => memoryReservation), task.memory],
  ] as const) {
    if (reserved > most) {
      const total = name === "cpu" ? name : "memory";
      throw client(
        `The sum of all container '${name}' values cannot be greater than the value of the task '${total}'.`,
      );
    }
  }
}

function validPort({ containerPort, hostPort, protocol = "tcp", ...rest }: PortMapping) {
  if (rest.containerPortRange !== undefined) throw notImplemented("containerPortRange");
  if (containerPort === undefined || containerPort < 1 || containerPort > 65535) {
    throw client(`Invalid container port: ${containerPort}. Container port must be between 1 and 65535.`);
  }
  // Port 0 asks for a dynamic one in other network modes; in awsvpc it is the container's, as if left out.
  if (hostPort !== undefined && hostPort !== 0 && hostPort !== containerPort) {
    throw client("When networkMode=awsvpc, the host ports and container ports in port mappings must match.");
  }
  return { ...rest, containerPort, hostPort: containerPort, protocol };
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specify-log-config.html */
function validLogs({ logDriver, options = {}, secretOptions }: LogConfiguration): void {
  if (logDriver !== "awslogs") throw notImplemented(`the log driver ${logDriver}`);
  if (says(secretOptions)) throw notImplemented("a log configuration's secretOptions");
  const missing = ["awslogs-group", "awslogs-region", "awslogs-stream-prefix"].filter((name) => !options[name]);
  if (missing.length > 0) throw client(`Log driver awslogs requires options: ${missing.join(", ")}`);
}

function needsExecutionRole(container: ReturnType<typeof validContainer>, role: string | undefined): void {
  if (role !== undefined && role !== "") return;
  if (/\.dkr\.ecr\.[a-z0-9-]+\.amazonaws\.com\//.test(container.image)) {
    throw client("Fargate requires task definition to have execution role ARN to support ECR images.");
  }
  if (container.logConfiguration !== undefined) {
    throw client("Fargate requires task definition to have execution role ARN to support log driver awslogs.");
  }
  if (says(container.secrets)) {
    throw client("When you are specifying container secrets, you must also specify a value for 'executionRoleArn'.");
  }
}

function validPlatform({ runtimePlatform }: RegisterTaskDefinitionCommandInput): void {
  const { cpuArchitecture = "X86_64", operatingSystemFamily = "LINUX" } = runtimePlatform ?? {};
  if (operatingSystemFamily !== "LINUX") throw notImplemented(`the operating system family ${operatingSystemFamily}`);
  if (cpuArchitecture !== "X86_64" && cpuArchitecture !== "ARM64") {
    throw client(`Invalid cpuArchitecture: ${cpuArchitecture}`);
  }
}

function validStorage({ ephemeralStorage }: RegisterTaskDefinitionCommandInput): void {
  const size = ephemeralStorage?.sizeInGiB;
  if (size !== undefined && (size < 21 || size > 200)) {
    throw client("Ephemeral storage size must be between 21 and 200 GiB.");
  }
}

/** Whether a member asks for anything: empty lists, false and what is left out do not. */
function says(value: unknown): boolean {
  return value !== undefined && value !== null && value !== false && !(Array.isArray(value) && value.length === 0);
}

function client(message: string): AwsError {
  return new AwsError("ClientException", message);
}
