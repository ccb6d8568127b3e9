import { execFile } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { ROOT, templates } from "./template.js";

const found = (process.env.PATH ?? "").split(delimiter).some((directory) => {
  try {
    accessSync(join(directory, "cfn-lint"), constants.X_OK);
    return true;
  } catch {
    return false;
  }
});

describe("cfn-lint", () => {
  // A Python program, so not everybody has it: https://github.com/aws-cloudformation/cfn-lint
  (found ? it : it.skip)(
    found ? "finds nothing, not even by way of information" : "is missing: not on the PATH",
    async () => {
      const files = Object.keys(templates).map((name) => `cloudformation/${name}.yml`);
      const output = await new Promise<string>((resolve) => {
        execFile("cfn-lint", ["--include-checks", "I", "--", ...files], { cwd: ROOT }, (_, stdout, stderr) =>
          resolve(stdout + stderr),
        );
      });
      expect(output).toBe("");
    },
    120_000,
  );
});
