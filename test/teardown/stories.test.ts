import { type Account, green, openAccount, stacks } from "../deploy/harness.js";
import { changes, everything } from "./everything.js";

/** A preview from its first deploy to its end, next to a production environment that must not notice. */
let account: Account;
beforeAll(async () => {
  account = await openAccount();
}, 60_000);
afterAll(async () => {
  await account.close();
});

const image = (name: string) => ({ image: `ecs-cognito-deploy/${name}` });

it("after a deploy, three rolls, a failed roll and a teardown everything is exactly as it was before", async () => {
  const empty = await everything(account);
  green(await account.deploy());
  const before = await everything(account);
  const preview = { environment: "pr-12", "desired-count": "1" };
  for (const version of ["1", "2", "3", "1"])
    green(await account.deploy({ ...preview, ...image(`sample-app:${version}`) }));
  expect((await account.deploy({ ...preview, ...image("crash-at-start") })).exitCode).toBe(1);
  const run = green(await account.teardown({ environment: "pr-12" }));
  expect(run.outputs.outcome).toBe("removed");
  expect(changes(before, await everything(account))).toEqual([]);

  const again = green(await account.teardown({ environment: "pr-12" }));
  expect(again.outputs.outcome).toBe("already gone");
  const platform = green(await account.teardown({ platform: "true", all: "true", confirm: "app.example.com" }));
  expect(platform.outputs.outcome).toBe("removed");
  expect([...(await stacks(account)).keys()]).toEqual([]);
  expect(changes(empty, await everything(account))).toEqual([]);
}, 120_000);
