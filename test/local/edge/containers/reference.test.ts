import { parseImageReference } from "../../../../local/edge/containers/reference.js";

const digest = `sha256:${"0123456789abcdef".repeat(4)}`;

describe("an image reference", () => {
  it.each([
    ["nginx", "docker.io/library/nginx:latest"],
    ["nginx:1", "docker.io/library/nginx:1"],
    ["amazon/amazon-ecs-sample", "docker.io/amazon/amazon-ecs-sample:latest"],
    ["docker.io/amazon/amazon-ecs-sample:latest", "docker.io/amazon/amazon-ecs-sample:latest"],
    ["localhost:5000/app", "localhost:5000/app:latest"],
    [
      "123456789012.dkr.ecr.eu-west-1.amazonaws.com/team/app:v1.2",
      "123456789012.dkr.ecr.eu-west-1.amazonaws.com/team/app:v1.2",
    ],
    [`app@${digest}`, `docker.io/library/app@${digest}`],
    [`ghcr.io/me/app:1@${digest}`, `ghcr.io/me/app:1@${digest}`],
  ])("%s is %s", (reference, text) => {
    expect(parseImageReference(reference)?.text).toBe(text);
  });

  it.each(["", "App", "app:", "app:-x", "app@sha256:1", "/app", "app//x", "ghcr.io/", "a b", "https://ghcr.io/app"])(
    "is not %p",
    (reference) => {
      expect(parseImageReference(reference)).toBeUndefined();
    },
  );
});
