import type { ContainerDefinition } from "@aws-sdk/client-ecs";
import { parseImageReference } from "../../edge/containers/reference.js";
import { type Image, PullError } from "../../edge/containers/registry.js";
import type { Aws } from "../aws.js";
import { denial } from "./roles.js";
import { TaskError } from "./task-error.js";

const SECRETS_OR_AUTH = "ResourceInitializationError: unable to pull secrets or registry auth:";

/** ECR's actions that a pull needs; all but the first are on the repository. */
const LAYER_ACTIONS = ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"];

/**
 * Pulls the images of a task's containers, in order. Throws `PullError` and `TaskError` as Fargate stops a task whose
 * image it cannot have.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_cannot_pull_image.html
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/resource-initialization-error.html
 */
export async function pullImages(
  aws: Aws,
  options: {
    definitions: readonly ContainerDefinition[];
    roleArn: string;
    taskId: string;
    online: boolean;
    architecture: Image["architecture"];
  },
): Promise<Image[]> {
  const { definitions, roleArn, taskId, online, architecture } = options;
  const images: Image[] = [];
  for (const { image = "" } of definitions) {
    if (image.includes(".dkr.ecr.")) await authenticate(aws, image, { roleArn, taskId, online });
    if (!online) throw new PullError(timeout(image));
    images.push(aws.containers.images.pull(image, architecture));
  }
  return images;
}

async function authenticate(
  aws: Aws,
  reference: string,
  { roleArn, taskId, online }: { roleArn: string; taskId: string; online: boolean },
): Promise<void> {
  if (!online) {
    throw new TaskError(
      `${SECRETS_OR_AUTH} The task cannot pull registry auth from Amazon ECR: There is a connection issue between the task and Amazon ECR. Check your task network configuration. RequestError: send request failed caused by: Post "https://api.ecr.${aws.region}.amazonaws.com/": dial tcp: i/o timeout`,
    );
  }
  const unauthorized = await denial(aws, { roleArn, taskId, action: "ecr:GetAuthorizationToken", resource: "*" });
  if (unauthorized !== undefined) {
    throw new TaskError(
      `${SECRETS_OR_AUTH} execution resource retrieval failed: unable to retrieve ecr registry auth: service call has been retried 1 time(s): AccessDeniedException: ${unauthorized}`,
    );
  }
  const parsed = parseImageReference(reference);
  if (parsed === undefined) return;
  const [account, , , region] = parsed.registry.split(".");
  const repository = `arn:${aws.partition}:ecr:${region}:${account}:repository/${parsed.repository}`;
  const denials = await Promise.all(
    LAYER_ACTIONS.map((action) => denial(aws, { roleArn, taskId, action, resource: repository })),
  );
  // Another account's repository would need a policy of its own that lets this account in; there is none here.
  if (denials.some((denied) => denied !== undefined) || account !== aws.accountId) {
    throw new PullError(
      `pull image manifest has been retried 1 time(s): failed to resolve ref ${parsed.text}: unexpected status from HEAD request to ${manifest(parsed)}: 403 Forbidden`,
    );
  }
}

function timeout(reference: string): string {
  const parsed = parseImageReference(reference);
  const text = parsed?.text ?? reference;
  return `pull image manifest has been retried 5 time(s): failed to resolve ref ${text}: failed to do request: Head "${parsed && manifest(parsed)}": dial tcp: i/o timeout`;
}

function manifest({ registry, repository, tag, digest }: NonNullable<ReturnType<typeof parseImageReference>>): string {
  const host = registry === "docker.io" ? "registry-1.docker.io" : registry;
  return `https://${host}/v2/${repository}/manifests/${digest ?? tag}`;
}
