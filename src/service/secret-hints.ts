/** A secret of the request: the environment variable, and the ARN with or without `:json-key:stage:version-id`. */
export interface WantedSecret {
  readonly name: string;
  readonly valueFrom: string;
}

/**
 * What is wrong with the secret that a task could not read, and what to do about it: by the texts of Secrets Manager,
 * Parameter Store and ECS's agent, since a task's stopped reason is all that ECS gives.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/resource-initialization-error.html
 * https://github.com/aws/amazon-ecs-agent/blob/master/agent/asm/asm.go
 *
 * @param text a stopped reason, perhaps among others
 * @param publicIp whether the tasks are in public subnets
 * @returns undefined where the text is about something else
 */
export function secretHint(
  text: string,
  { secrets, publicIp }: { secrets: readonly WantedSecret[]; publicIp: boolean },
): string | undefined {
  const secretArn = /failed to fetch secret (\S+) from secrets manager/i.exec(text)?.[1];
  const which = secretArn === undefined ? "A secret" : named(secretArn, secrets);

  if (/connection issue between the task and AWS (Secrets|Systems) Manager|(asm|ssm):.*deadline exceeded/is.test(text))
    return `The tasks do not reach Secrets Manager or Parameter Store. ${publicIp ? "They are in public subnets: do these route to the internet gateway?" : "Do the private subnets route to a NAT gateway (nat-gateways: 1 or 2)?"}`;

  const denied = /not authorized to perform: (?:secretsmanager|ssm|kms):\w+ on resource: (\S+)/i.exec(text)?.[1];
  if (denied !== undefined || /(asm|ssm):.*Access(Denied| to KMS is not allowed)/is.test(text)) {
    if (denied !== undefined && /:secret:/.test(denied) && !/-[A-Za-z0-9]{6}$/.test(denied))
      return `${named(denied, secrets)} is not named by its whole ARN, so the execution role may not read it. Write the whole one in secrets: Secrets Manager puts a hyphen and six characters at its end.`;
    return `${denied === undefined ? which : named(denied, secrets)} may not be read by the execution role, which may read exactly the ARNs in secrets. Is the ARN whole, with its six random characters? A secret with a KMS key of its own needs kms:Decrypt for that role too.`;
  }

  const label = /can't find the specified secret value for (?:staging label|VersionId): (\S+)/i.exec(text)?.[1];
  if (label !== undefined)
    return `${which} has no value of the version ${label}. Give it one before this step (aws secretsmanager put-secret-value), or correct the version in secrets.`;

  if (/can't find the specified secret/i.test(text))
    return `${which} does not exist in this account and region. Create it before this step, or correct its ARN in secrets: the whole one, with the six characters at its end.`;

  if (/marked for deletion/i.test(text))
    return `${which} is marked for deletion. Restore it (aws secretsmanager restore-secret), or name another in secrets.`;

  const key = /did not contain json key (\S+?)[.;]*(?:\s|$)/i.exec(text)?.[1];
  if (key !== undefined) {
    const asking = secrets.filter(({ valueFrom }) => keyOf(valueFrom) === key).map(describe);
    return `${asking.length > 0 ? asking.join(", ") : which} has no key ${key} in its JSON. Add it to the secret, or correct the key in secrets (<ARN>:<key>::); case counts.`;
  }

  if (/asm:.*(invalid character|unexpected end of JSON|cannot unmarshal)/is.test(text)) {
    const asking = secrets.filter(({ valueFrom }) => keyOf(valueFrom)).map(describe);
    return `${asking.length > 0 ? asking.join(" or ") : which} is no JSON object, so no key of it can be had. Store it as {"key": "value"}, or leave the key out of the ARN in secrets for the whole text.`;
  }

  const parameters = /invalid (?:ssm )?parameters: ([^\s;]+)/i.exec(text)?.[1]?.replace(/\.$/, "").split(",");
  if (parameters !== undefined) {
    const missing = parameters.map((parameter) => {
      const variable = secrets.find(({ valueFrom }) => parameterIn(valueFrom) === parameter.replace(/^\//, ""))?.name;
      return variable === undefined ? parameter : `${parameter} (${variable})`;
    });
    return `Parameter Store has no parameter ${missing.join(", ")} in this account and region. Create it before this step, or correct the ARN in secrets.`;
  }
  return undefined;
}

/** A secret with the variable that it is for. */
function named(arn: string, secrets: readonly WantedSecret[]): string {
  const variables = secrets.filter(({ valueFrom }) => arnIn(valueFrom) === arn).map(({ name }) => name);
  return `The secret ${arn}${variables.length > 0 ? ` (${variables.join(", ")})` : ""}`;
}

function describe({ name, valueFrom }: WantedSecret): string {
  return `The secret ${arnIn(valueFrom)} (${name})`;
}

function arnIn(valueFrom: string): string {
  return valueFrom.split(":").slice(0, 7).join(":");
}

function keyOf(valueFrom: string): string | undefined {
  return valueFrom.includes(":secretsmanager:") ? valueFrom.split(":")[7] : undefined;
}

/** A parameter's name, without the slash that its ARN leaves open. */
function parameterIn(valueFrom: string): string | undefined {
  return /:parameter\/(.+)$/.exec(valueFrom)?.[1];
}
