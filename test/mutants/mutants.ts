import { HOST_MUTANTS } from "./host-mutants.js";
import { LISTENER_MUTANTS } from "./listener-mutants.js";
import type { Mutant } from "./mutant.js";
import { NETWORK_MUTANTS } from "./network-mutants.js";
import { OTHER_RULE_MUTANTS } from "./other-rule-mutants.js";
import { PUBLIC_PATH_MUTANTS } from "./public-path-mutants.js";
import { RULE_MUTANTS } from "./rule-mutants.js";
import { SIGN_IN_MUTANTS, SIGNED_IN_MUTANTS } from "./sign-in-mutants.js";

/*
 * Mistakes that AWS refuses are none: forwarding before authenticating, authenticating on port 80, a rule that names a
 * client without a secret or without the code flow, a session of more than 7 days, a certificate that is not issued.
 * Regular expressions in conditions and authenticate-oidc are refused by the local AWS.
 */
export const MUTANTS: readonly Mutant[] = [
  ...RULE_MUTANTS,
  ...OTHER_RULE_MUTANTS,
  ...HOST_MUTANTS,
  ...LISTENER_MUTANTS,
  ...SIGN_IN_MUTANTS,
  ...PUBLIC_PATH_MUTANTS,
  ...NETWORK_MUTANTS,
  ...SIGNED_IN_MUTANTS,
];
