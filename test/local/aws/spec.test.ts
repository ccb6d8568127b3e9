import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

// From build/test/local/aws to the repository.
const ROOT = join(import.meta.dirname, "..", "..", "..", "..");
const SPEC = join(ROOT, "local", "aws", "SPEC.md");
const text = readFileSync(SPEC, "utf8");

/** The classes whose PascalCase methods are operations, by the section that has to name them. */
const SERVICES: readonly [section: string, source: string][] = [
  ["CloudFormation", "cloudformation/cloudformation.ts"],
  ["ECS", "ecs/ecs.ts"],
  ["Elastic Load Balancing", "elbv2/elastic-load-balancing.ts"],
  ["Cognito", "cognito-idp/cognito.ts"],
  ["ACM", "acm/acm.ts"],
  ["Route 53", "route53/route53.ts"],
  ["EC2", "ec2/ec2.ts"],
  ["IAM and STS", "iam/iam.ts"],
  ["IAM and STS", "sts/sts.ts"],
  ["CloudWatch", "cloudwatch/cloudwatch.ts"],
  ["CloudWatch Logs", "logs/logs.ts"],
  ["Application Auto Scaling", "application-autoscaling/application-autoscaling.ts"],
  ["Secrets Manager", "secretsmanager/secrets-manager.ts"],
  ["Systems Manager Parameter Store", "ssm/ssm.ts"],
];

const sections = new Map(
  text
    .split(/^## /m)
    .slice(1)
    .map((part): [string, string] => {
      const [title = ""] = part.split("\n", 1);
      return [title, part];
    }),
);
const definitions = new Map(
  [...text.matchAll(/^\[([^\]]+)\]: (\S+)$/gm)].map(([, name = "", target = ""]): [string, string] => [name, target]),
);

/** The last cell of each row of a table that says which test shows a behaviour. */
function testCells(section: string): string[] {
  const tables = section.split(/\n\n/).filter((block) => block.startsWith("| behaviour |"));
  return tables.flatMap((table) =>
    table
      .trim()
      .split("\n")
      .slice(2)
      .map((row) => row.split("|").at(-2)?.trim() ?? ""),
  );
}

describe("the specification of the local AWS", () => {
  it("links to nothing in the repository that does not exist", () => {
    const inline = [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, target = ""]) => target);
    const targets = [...inline, ...definitions.values()].filter((target) => !/^(https?:|#)/.test(target));
    const missing = targets.filter((target) => !existsSync(join(dirname(SPEC), target.replace(/#.*$/, ""))));
    expect(missing).toEqual([]);
  });

  it("links to sections of its own that exist", () => {
    const anchors = [...sections.keys()].map((title) => title.toLowerCase().replaceAll(" ", "-"));
    const wanted = [...text.matchAll(/\]\(#([^)]+)\)/g)].map(([, anchor = ""]) => anchor);
    expect(wanted.filter((anchor) => !anchors.includes(anchor))).toEqual([]);
  });

  it("names tests that exist for each behaviour, or says that there is none", () => {
    const used = new Set<string>();
    for (const [title, section] of sections) {
      for (const cell of testCells(section)) {
        const names = [...cell.matchAll(/\[([^\]]+)\]/g)].map(([, name = ""]) => name);
        for (const name of names) used.add(name);
        expect([title, cell, names.every((name) => definitions.has(name))]).toEqual([title, cell, true]);
        expect([title, cell, names.length > 0 || cell === "no test"]).toEqual([title, cell, true]);
      }
    }
    // A reference that no table uses is left over from a behaviour that has gone.
    expect([...definitions.keys()].filter((name) => !used.has(name))).toEqual([]);
    for (const target of definitions.values()) expect(target).toMatch(/^(\.\.\/){2}test\/.+\.test\.ts$/);
  });

  it.each(SERVICES)("names every operation of %s (%s)", (title, source) => {
    const code = readFileSync(join(ROOT, "local", "aws", source), "utf8");
    const operations = [...code.matchAll(/^ {2}(?:async )?([A-Z]\w+)\(/gm)].map(([, name = ""]) => name);
    expect(operations.length).toBeGreaterThan(1);
    const section = sections.get(title) ?? "";
    expect(operations.filter((name) => !section.includes(`\`${name}\``))).toEqual([]);
  });

  it("names no operation that the service does not have", () => {
    for (const title of new Set(SERVICES.map(([name]) => name))) {
      const code = SERVICES.filter(([name]) => name === title)
        .map(([, source]) => readFileSync(join(ROOT, "local", "aws", source), "utf8"))
        .join("\n");
      const lists = [...(sections.get(title) ?? "").matchAll(/operations: ((?:`\w+`[,.]\s*)+)/gi)];
      const named = lists.flatMap(([, list = ""]) => [...list.matchAll(/`(\w+)`/g)].map(([, name = ""]) => name));
      expect(named.length).toBeGreaterThan(1);
      const unknown = named.filter((name) => !new RegExp(`^ {2}(?:async )?${name}\\(`, "m").test(code));
      expect([title, unknown]).toEqual([title, []]);
    }
  });

  it("names every resource type that CloudFormation makes, and no other among them", () => {
    const code = readFileSync(join(ROOT, "local", "aws", "cloudformation", "resources", "index.ts"), "utf8");
    const types = [...code.matchAll(/"(AWS::[\w:]+)":/g)].map(([, type = ""]) => type);
    const list = /^Resource types: ((?:`[\w:]+`[,.]\s*)+)/m.exec(sections.get("CloudFormation") ?? "")?.[1] ?? "";
    const named = [...list.matchAll(/`([\w:]+)`/g)].map(([, type = ""]) => type);
    expect(named.sort()).toEqual(types.sort());
  });

  it.each([...sections].filter(([title]) => !title.startsWith("How it is built") && title !== "Referees"))(
    "says of %s what is refused, what is weaker, and what nobody has confirmed",
    (_title, section) => {
      expect(section.match(/^### .+$/gm)).toEqual(
        expect.arrayContaining([
          expect.stringMatching(/^### Kept/),
          "### Refused loudly (`NotImplementedByLocalAws`)",
          "### Weaker than AWS, silently",
          "### Wording or detail that no source confirmed",
        ]),
      );
    },
  );
});
