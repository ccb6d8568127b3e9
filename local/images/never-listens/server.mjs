// An app that runs but waits for something for ever before it would listen.
console.log("waiting for the database");
setInterval(() => {}, 60_000);
process.on("SIGTERM", () => process.exit(0));
