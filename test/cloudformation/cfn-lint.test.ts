import { execFile } from "node:child_process";
import { onPath } from "./on-path.js";
import { ROOT, templates } from "./template.js";

const found = onPath("cfn-lint");

describe("cfn-lint", () => {
  // A Python program, so not everybody has it: https://github.com/aws-cloudformation/cfn-lint
  (found ? it : it.skip)(
    found ? "finds nothing, not even by way of information" : "is missing: not on the PATH",
    async () => {
      const files = Object.keys(templates).map((name) => `cloudformation/${name}.yml`);
      const output = await new Promise<string>((resolve) => {
        execFile("cfn-lint", ["--include-checks", "I", "--", ...files], { cwd: ROOT }, (error, stdout, stderr) =>
          resolve(stdout + stderr || (error?.message ?? "")),
        );
      });
      expect(output).toBe("");
    },
    120_000,
  );
});
