import { MUTANTS } from "./mutants.js";
import { readMutantOptions } from "./options.js";
import { closing, runMutants } from "./run.js";
import { VARIATIONS } from "./variations.js";

const CHECKS = [
  "host-name",
  "certificate",
  "tls-versions",
  "http-redirect",
  "sign-in-redirect",
  "every-way-in",
  "forged-identity",
  "wrong-door",
  "listener-rules",
  "targets",
  "sign-in-page",
  "signed-in",
  "public-paths",
];

it("there are at least 40 mutants and 20 variations, each with a name of its own", () => {
  expect(MUTANTS.length).toBeGreaterThanOrEqual(40);
  expect(VARIATIONS.length).toBeGreaterThanOrEqual(20);
  const names = [...MUTANTS, ...VARIATIONS].map(({ name }) => name);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

it("every check has mutants to catch", () => {
  expect([...new Set(MUTANTS.map(({ caughtBy }) => caughtBy))].sort()).toEqual([...CHECKS].sort());
});

it("the last line says how many were caught, and how many were quiet", () => {
  const tallies = { mutants: { right: 41, total: 42 }, variations: { right: 3, total: 3 } };
  expect(closing(tallies)).toBe("mutants: 41 of 42 caught; variations: 3 of 3 quiet");
});

it("options that mean nothing are refused in words", () => {
  expect(() => readMutantOptions(["--only", "("])).toThrow("--only (: not a regular expression");
  expect(() => readMutantOptions(["--workers", "0"])).toThrow("--workers 0: a whole number from 1 to 99");
});

it("a part of the run: mutants are caught by the check that should, variations make no noise", async () => {
  const lines: string[] = [];
  const only = [
    "authenticate action is removed",
    "POST is forwarded",
    "taken as signed in",
    "wildcard that catches other hosts",
    "port 80 forwards",
    "^TLS 1.1",
    "callback URL is another host",
    "wider than declared",
    "open to the world$",
    "^as it is",
    "strictest defence",
    "a session of eight hours",
  ];
  const tallies = await runMutants(readMutantOptions(["--only", only.join("|")]), (line) => lines.push(line));
  expect(lines.filter((line) => !line.startsWith("ok"))).toEqual([]);
  expect(closing(tallies)).toBe("mutants: 12 of 12 caught; variations: 3 of 3 quiet");
}, 120_000);
