// An app that needs more memory the longer it runs, until it is killed.
console.log("loading");
const held = [];
setInterval(() => held.push(Buffer.alloc(16 * 1024 * 1024, 1)), 10);
