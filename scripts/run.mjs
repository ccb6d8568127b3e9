// What `npm run ...` starts. Plain JavaScript without dependencies, for Node 20 and later: it runs before anything
// is installed. It installs and builds what the command needs, then hands over to Node 24, the action's runtime.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const bin = (name) => join(root, "node_modules", ".bin", name);
const [command, ...args] = process.argv.slice(2);

/** The actions: each has its entry point in src/ and in a folder below dist/, and all share the bundle in dist/action. */
const ACTIONS = ["deploy", "smoke-test", "sweep", "teardown"];

/** The file in dist that holds the digest of its source. */
const SOURCE = "source.sha256";

const commands = {
  demo: () => handOver(["build/local/demo.js", ...args]),
  "demo:preview": () => handOver(["build/local/demo-preview.js", ...args]),
  local: () => handOver(["build/local/serve.js", ...args]),
  action: () => handOver(["build/local/runner/main.js", ...args]),
  bench: () => handOver(["build/local/bench.js", ...args]),
  test: () => jest(args),
  "test:sweep": () => handOver(["build/test/sweep/main.js", ...args]),
  // The pages' commands for the AWS CLI are half a minute of its own start-up each: too slow for every test run.
  "test:referees": () =>
    jest(["--testPathIgnorePatterns", "/node_modules/", "--testPathPatterns", "by-hand"]) ||
    handOver(["build/test/referees/main.js", ...args]),
  "test:mutants": () => handOver(["build/test/mutants/main.js", ...args]),
  build: () => node(["scripts/readme.mjs"]),
  format: () => run(bin("biome"), ["check", "--write", "."]),
  check: () => check(),
};

if (!(command in commands)) {
  console.error(`usage: node scripts/run.mjs ${Object.keys(commands).join(" | ")}`);
  process.exit(2);
}
install();
process.exitCode = command === "check" ? await check() : (await prepare()) || (await commands[command]());

/** `npm ci`, unless node_modules already holds what package-lock.json names. */
function install() {
  if (isInstalled()) return;
  console.log("Installing dependencies (npm ci), once ...");
  const npm = process.env.npm_execpath;
  const ci = ["ci", "--no-audit", "--no-fund", "--loglevel=error"];
  const status = npm ? run(process.execPath, [npm, ...ci]) : run("npm", ci);
  if (status !== 0) process.exit(status);
}

function isInstalled() {
  // npm keeps a copy of what it installed in node_modules/.package-lock.json.
  const installed = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(installed)) return false;
  const have = JSON.parse(readFileSync(installed, "utf8")).packages;
  const want = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;
  return Object.entries(want).every(
    ([path, { version, optional }]) => path === "" || optional || have[path]?.version === version,
  );
}

/** Compiles, and bundles anew if dist was made from another source. Returns an exit code. */
async function prepare() {
  const status = run(bin("tsc"), ["-p", "."]);
  if (status !== 0 || isBundleCurrent()) return status;
  console.log("Bundling dist ...");
  return await bundle(join(root, "dist"));
}

/** dist says from which source it was made, so that a fresh clone need not make it and an edit is never missed. */
function isBundleCurrent() {
  const written = join(root, "dist", SOURCE);
  return existsSync(written) && readFileSync(written, "utf8") === sourceDigest();
}

/** A digest of all that goes into dist. */
function sourceDigest() {
  const hash = createHash("sha256");
  const lockFile = join(root, "package-lock.json");
  const templates = files(join(root, "cloudformation")).filter((file) => file.endsWith(".yml"));
  for (const file of [...files(join(root, "src")), ...templates, lockFile])
    hash
      .update(`${relative(root, file)}\0`)
      .update(readFileSync(file))
      .update("\0");
  return `${hash.digest("hex")}\n`;
}

/**
 * The bundler resolves the SDK's clients to CommonJS, of which nothing can be left out. Their ES modules, the ones that
 * package.json names as `module` for bundlers, lose the nine tenths of the operations that we don't call.
 */
function bundleSource() {
  const [source, copy] = [join(root, "build", "src"), join(root, "build", "bundle")];
  rmSync(copy, { recursive: true, force: true });
  cpSync(source, copy, { recursive: true });
  for (const file of files(copy).filter((path) => path.endsWith(".js"))) {
    const code = readFileSync(file, "utf8");
    const esm = code.replace(/"(@aws-sdk\/client-[a-z0-9-]+)"/g, '"$1/dist-es/index.js"');
    if (esm !== code) writeFileSync(file, esm);
  }
  return copy;
}

/** One bundle for all actions, so that what they share is there once; an action's own file only says which it is. */
async function bundle(out) {
  // Elsewhere first: an action that runs at this moment would miss a part of itself.
  const fresh = `${out}.new`;
  rmSync(fresh, { recursive: true, force: true });
  const [source, shared] = [bundleSource(), join(fresh, "action")];
  const entry = join(source, "action.js");
  const status = run(bin("ncc"), ["build", entry, "-o", shared, "--minify", "--license", "LICENSES.txt", "-q"]);
  if (status !== 0) return status;
  // ncc minifies the entry point alone; the parts that are loaded when they are needed stay as they were written.
  // A library, but one that is not there before the dependencies are installed.
  const { minify } = await import("terser");
  for (const file of files(shared).filter((path) => path.endsWith(".index.js"))) {
    const { code } = await minify(readFileSync(file, "utf8"), { module: true, compress: true, mangle: true });
    // An SDK client with all of its operations: the bundler could not see which of them are used.
    if (/createAggregatedClient\)\(/.test(code)) {
      console.error(
        `${file} holds a whole client of the AWS SDK. Import from it with \`const { ... } = await import("@aws-sdk/...")\`, not within Promise.all.`,
      );
      return 1;
    }
    writeFileSync(file, code);
  }
  for (const name of ACTIONS) {
    mkdirSync(join(fresh, name));
    const code = readFileSync(join(source, `${name}.js`), "utf8");
    writeFileSync(join(fresh, name, "index.js"), code.replace('"./action.js"', '"../action/index.js"'));
  }
  writeFileSync(join(fresh, SOURCE), sourceDigest());
  rmSync(out, { recursive: true, force: true });
  renameSync(fresh, out);
  return 0;
}

async function check() {
  const results = [
    await step("format and lint (biome)", () =>
      run(bin("biome"), ["check", "--error-on-warnings", `--colors=${process.stdout.isTTY ? "force" : "off"}`, "."]),
    ),
    await step("types (tsc)", () => run(bin("tsc"), ["-p", "."])),
    await step("README tables generated from action.yml", () => node(["scripts/readme.mjs", "--check"])),
    await step("dist is what src builds", () => compareBundle()),
  ];
  return results.some((status) => status !== 0) ? 1 : 0;
}

async function step(title, action) {
  const started = Date.now();
  const status = await action();
  console.log(`${status === 0 ? "ok  " : "FAIL"} ${title} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  return status;
}

async function compareBundle() {
  const out = mkdtempSync(join(tmpdir(), "dist-"));
  try {
    const status = await bundle(out);
    if (status !== 0) return status;
    const dist = join(root, "dist");
    const read = (folder) => new Map(files(folder).map((file) => [relative(folder, file), readFileSync(file)]));
    const [built, committed] = [read(out), existsSync(dist) ? read(dist) : new Map()];
    const different = [...new Set([...built.keys(), ...committed.keys()])].filter(
      (file) => !built.has(file) || !committed.has(file) || !built.get(file).equals(committed.get(file)),
    );
    for (const file of different) console.error(`dist/${file} is not what src builds: run npm run build`);
    return different.length === 0 ? 0 : 1;
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

function jest(more) {
  const jestJs = join(root, "node_modules", "jest", "bin", "jest.js");
  return node(["--experimental-vm-modules", "--disable-warning=ExperimentalWarning", jestJs, ...more]);
}

/** Node 24, which the npm package `node` brings, or whatever runs this script where it could not. */
function node24() {
  return existsSync(bin("node")) ? bin("node") : process.execPath;
}

function node(argv) {
  return run(node24(), argv);
}

/** Lets Node 24 take over: signals that only this process gets are passed on, and it decides when to end. */
function handOver([script, ...rest]) {
  // Without `--` Node takes an `--env-file` among the script's own arguments for its own.
  const child = spawn(node24(), ["--", join(root, script), ...rest], { stdio: "inherit" });
  for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  // Ctrl-C goes to the whole group, so the child has it already; a second one would cut its farewell short.
  process.on("SIGINT", () => process.stdin.isTTY || child.kill("SIGINT"));
  return new Promise((resolve) => {
    child.once("error", (error) => {
      console.error(error.message);
      resolve(1);
    });
    child.once("exit", (status, signal) => resolve(signal ? 1 : status));
  });
}

function run(file, argv) {
  const { status, signal, error } = spawnSync(file, argv, { cwd: root, stdio: "inherit" });
  if (error) {
    console.error(`${file}: ${error.message}`);
    return 1;
  }
  return signal ? 1 : (status ?? 1);
}

function files(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}
