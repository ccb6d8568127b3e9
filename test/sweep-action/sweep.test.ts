import { TAG } from "../../src/plan/names.js";
import { green } from "../deploy/harness.js";
import { changes, everything } from "../teardown/everything.js";
import { handMade, openPlace, type Place, result } from "./harness.js";

/** The bundle against the local AWS and the local GitHub: what goes, what stays, and what is said of both. */
let place: Place;

beforeAll(async () => {
  place = await openPlace();
  green(await place.account.deploy({ "smoke-test": "false" }));
}, 120_000);

afterAll(() => place.close());

const OTHERS = { GITHUB_REPOSITORY: "octo-org/other", GITHUB_REPOSITORY_ID: "77" };

it("shows what would go and what stays, and touches nothing, until it is told to", async () => {
  const { account, github, preview, expire, sweep } = place;
  const [open, merged, closed, expired] = [await preview(), await preview(), await preview(), await preview()];
  expect([open, merged, closed, expired]).toEqual([1, 2, 3, 4]);
  await github.merge(merged);
  await github.close(closed);
  await expire("pr-4");
  // A neighbour's preview for a pull request of its own, with the number of a closed one of ours.
  const event = {
    name: "pull_request",
    payload: { number: 3, pull_request: { number: 3, head: { sha: "c".repeat(40) } } },
  };
  green(await account.deploy({ app: "other", "smoke-test": "false" }, { env: OTHERS, event }));
  const ours = {
    [TAG.domain]: "app.example.com",
    [TAG.app]: "web",
    [TAG.environment]: "pr-3",
    [TAG.repository]: github.repository,
    [TAG.repositoryId]: place.repositoryId,
    [TAG.pullRequest]: "3",
  };
  await handMade(account, "ecs-cognito-app-example-com--web--pr-33");
  await handMade(account, "ecs-cognito-app-example-com--web--pr-3-copy", ours);
  await handMade(account, "somebody-elses");

  const before = await everything(account);
  const dry = green(await sweep());
  expect(changes(before, await everything(account))).toEqual([]);
  const shown = result(dry);
  expect(shown.removed).toEqual({
    "-web--pr-2": "its pull request 2 is merged",
    "-web--pr-3": "its pull request 3 is closed",
    "-web--pr-4": expect.stringMatching(/^expired at 20/),
  });
  expect(shown.kept).toEqual({
    "-web--production": "is production, which is never swept",
    "-web--pr-1": "its pull request 1 is open and it does not expire",
    "-other--pr-3": "belongs to the repository with the id 77",
    "-web--pr-33": "has the name of an environment and not its tags",
    "-web--pr-3-copy": "its tags are those of ecs-cognito-app-example-com--web--pr-3",
  });
  expect(dry.outputs.heartbeat).toMatch(
    /^Swept \S+ at 20\S+Z \(dry run\): 15 stacks in the account; 3 would be removed, 5 kept, 0 failed, 0 would be marked/,
  );
  expect(dry.summary).toContain("| pr-2 of web | environment | 2 | its pull request 2 is merged |");

  const done = green(await sweep({ "dry-run": "false", "max-removals": "1000" }));
  expect(Object.keys(result(done).removed ?? {})).toEqual(Object.keys(shown.removed ?? {}));
  expect(result(done).kept).toEqual(shown.kept);
  const after = await everything(account);
  const extra = changes(before, after).filter((change) => change.startsWith("extra"));
  // The pool that has fewer clients now is shown whole.
  expect(extra.filter((change) => !change.startsWith("extra /cognito-idp/userPools "))).toEqual([]);
  expect(await place.stacks()).toEqual([
    ...["-other--pr-3", "-web--pr-1", "-web--pr-3-copy", "-web--pr-33", "-web--production"],
    ...["alb", "cognito", "dns", "ecs-cluster", "nat-gateways", "somebody-elses", "vpc"],
  ]);
}, 240_000);
