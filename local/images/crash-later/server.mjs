// An app that starts well and fails CRASH_AFTER_MS (default 2000) later.
import { createServer } from "node:http";

createServer((_request, response) => response.end("fine so far\n")).listen(80, () => {
  console.log("listening on port 80");
});
setTimeout(
  () => {
    console.error("Error: connection to the database lost");
    process.exit(2);
  },
  Number(process.env.CRASH_AFTER_MS ?? 2000),
);
