import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Account, createAws } from "../../../../local/aws/account.js";
import { AwsError } from "../../../../local/aws/errors.js";

/** An empty account for the tests of one file, closed after them. */
export function account({ speed = 1000 }: { speed?: number } = {}): () => Account {
  let aws: Account | undefined;
  let directory = "";
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), "local-aws-"));
    aws = await createAws({ directory, speed });
  });
  afterAll(async () => {
    await aws?.close();
    await rm(directory, { recursive: true, force: true });
  });
  return () => {
    if (aws === undefined) throw new Error("the account is not made before the tests run");
    return aws;
  };
}

/** The code and message of the AWS error that a call ends with. */
export async function refusal(call: Promise<unknown>): Promise<{ code: string; message: string }> {
  try {
    await call;
  } catch (error) {
    if (error instanceof AwsError) return { code: error.code, message: error.message };
    throw error;
  }
  throw new Error("the call succeeded");
}

/** Resolves when `condition` holds; fails after five seconds. */
export async function eventually(condition: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 5000;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error("the condition did not become true");
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
