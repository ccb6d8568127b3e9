import { type ByHand, DONE, script, startByHand } from "./by-hand.js";
import { onPath } from "./on-path.js";

const found = onPath("aws");

/** The real AWS CLI carries out what cloudformation/README.md says, against the local AWS. */
describe("deploying by hand", () => {
  let hand: ByHand | undefined;
  beforeAll(async () => {
    if (found) hand = await startByHand();
  }, 60_000);
  afterAll(() => hand?.close());

  (found ? it : it.skip)(
    found ? "works as the README says, and leaves nothing behind" : "is not tried: the AWS CLI isn't on the PATH",
    async () => {
      expect(await hand?.run(await script())).toEqual([...DONE, "gone"]);
    },
    300_000,
  );
});
