import { compilePattern } from "../../../../local/aws/logs/events.js";
import { account, refusal } from "../server/account.js";

const aws = account();

async function stream(logGroupName: string, lines: readonly string[]): Promise<void> {
  const { logs } = aws();
  await logs.CreateLogGroup({ logGroupName });
  await logs.CreateLogStream({ logGroupName, logStreamName: "s" });
  const start = Date.now() - 1000;
  const logEvents = lines.map((message, i) => ({ timestamp: start + i, message }));
  await logs.PutLogEvents({ logGroupName, logStreamName: "s", logEvents });
}

describe("CloudWatch Logs", () => {
  it("gives the newest events first, pages backwards, and ends by repeating the token", async () => {
    await stream("pages", ["1", "2", "3", "4", "5"]);
    const get = async (nextToken?: string) =>
      aws().logs.GetLogEvents({ logGroupName: "pages", logStreamName: "s", limit: 2, nextToken });
    const messages: string[] = [];
    let token: string | undefined;
    for (;;) {
      const { events = [], nextBackwardToken } = await get(token);
      messages.push(events.map(({ message }) => message).join(""));
      if (nextBackwardToken === token) break;
      token = nextBackwardToken;
    }
    expect(messages).toEqual(["45", "23", "1", ""]);
  });

  it("filters by terms across streams", async () => {
    await stream("terms", ["ERROR disk full", "INFO fine", "ERROR timeout"]);
    const { events = [] } = await aws().logs.FilterLogEvents({ logGroupName: "terms", filterPattern: "ERROR -disk" });
    expect(events.map(({ message, logStreamName }) => [message, logStreamName])).toEqual([["ERROR timeout", "s"]]);
  });

  it.each([
    ["", "anything", true],
    ["a b", "b and a", true],
    ["a b", "only b", false],
    ["?a ?b", "only b", true],
    ['"a b"', "a b", true],
    ['"a b"', "b a", false],
    ["-a", "b", true],
  ])("matches the pattern %p with %p: %p", (pattern, message, expected) => {
    expect(compilePattern(pattern)(message)).toBe(expected);
  });

  it("rejects what is too old or too new and keeps the rest", async () => {
    await stream("late", ["now"]);
    const now = Date.now();
    const day = 24 * 60 * 60 * 1000;
    const { rejectedLogEventsInfo } = await aws().logs.PutLogEvents({
      logGroupName: "late",
      logStreamName: "s",
      logEvents: [
        { timestamp: now - 15 * day, message: "old" },
        { timestamp: now, message: "kept" },
        { timestamp: now + day, message: "new" },
      ],
    });
    expect(rejectedLogEventsInfo).toEqual({ tooOldLogEventEndIndex: 1, tooNewLogEventStartIndex: 2 });
    const { events = [] } = await aws().logs.GetLogEvents({ logGroupName: "late", logStreamName: "s" });
    expect(events.map(({ message }) => message)).toEqual(["now", "kept"]);
  });

  it("refuses what does not exist, what exists, and a retention that AWS does not have", async () => {
    const { logs } = aws();
    await logs.CreateLogGroup({ logGroupName: "once" });
    expect((await refusal(logs.CreateLogGroup({ logGroupName: "once" }))).code).toBe("ResourceAlreadyExistsException");
    expect((await refusal(logs.PutRetentionPolicy({ logGroupName: "once", retentionInDays: 31 }))).code).toBe(
      "InvalidParameterException",
    );
    const missing = logs.GetLogEvents({ logGroupName: "once", logStreamName: "none" });
    expect(await refusal(missing)).toEqual({
      code: "ResourceNotFoundException",
      message: "The specified log stream does not exist.",
    });
  });
});
