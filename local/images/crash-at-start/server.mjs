// An app whose configuration is wrong: it says so on standard error and ends.
console.error("Error: DATABASE_URL is not set");
process.exit(1);
