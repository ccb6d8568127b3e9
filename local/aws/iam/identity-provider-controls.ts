import { AwsError } from "../errors.js";
import { list, type Statement } from "./policy-document.js";

/** Issuers whose tokens anybody can get, and the key by which a trust policy has to say whose it means. */
const SHARED: Readonly<Record<string, string>> = {
  "token.actions.githubusercontent.com": "token.actions.githubusercontent.com:sub",
};

/**
 * A trust policy that lets the users of a shared identity provider in has to look at who they are, and not at anybody by a
 * wildcard alone: IAM refuses it when a role is made or its trust policy is changed.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_oidc_secure-by-default.html
 *
 * @throws AwsError MalformedPolicyDocument
 */
export function checkSharedProviders(statements: readonly Statement[]): void {
  for (const statement of statements) {
    const { Effect, Principal } = statement;
    if (Effect !== "Allow" || typeof Principal !== "object") continue;
    for (const arn of list(Principal.Federated)) {
      const required = SHARED[/:oidc-provider\/(.+)$/.exec(arn)?.[1] ?? ""];
      if (required !== undefined && !evaluates(statement, required))
        throw new AwsError(
          "MalformedPolicyDocument",
          `The trust policy must evaluate ${required} with a value that is more than a wildcard.`,
        );
    }
  }
}

function evaluates({ Condition = {} }: Statement, required: string): boolean {
  return Object.entries(Condition).some(
    ([operator, keys]) =>
      /^(ForAnyValue:)?String(Equals|EqualsIgnoreCase|Like)$/.test(operator) &&
      Object.entries(keys).some(
        ([key, expected]) =>
          key.toLowerCase() === required.toLowerCase() &&
          [expected].flat().every((each) => !/^[*?]*$/.test(String(each))),
      ),
  );
}
