import { spawn, spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { codeOf, type Notebook, problems } from "./support/notebook.ts";

// `npm run notebooks`: executes every notebook from nothing, after its code was type-checked, and refuses one with an error,
// without a plot or with a claim that shows nothing. `--write` keeps the executed copies; names run only those.

const TOOLS_CANNOT_BE_HAD = 77;
const DENO = "2.9.6";
const CACHE = ".cache/notebooks";

const run = (command: string, args: readonly string[], env: NodeJS.ProcessEnv = process.env): number | null =>
  spawnSync(command, args, { stdio: ["ignore", 2, 2], env }).status;

/** Deno comes from the npm registry, into the cache: 92 MB that the laboratory itself does without. */
const haveDeno = (): boolean => {
  if (existsSync(".cache/deno/node_modules/.bin/deno")) return true;
  const options = ["--prefix", ".cache/deno", "--no-save", "--ignore-scripts", "--no-audit", "--no-fund"];
  mkdirSync(".cache/deno", { recursive: true });
  return run("npm", ["install", ...options, `deno@${DENO}`]) === 0;
};

const typeCheck = (files: readonly string[]): boolean => {
  for (const file of files) {
    const notebook = JSON.parse(readFileSync(join("notebooks", file), "utf8")) as Notebook;
    writeFileSync(join(CACHE, file.replace(".ipynb", ".ts")), codeOf(notebook));
  }
  const config = {
    extends: "../../tsconfig.json",
    include: ["*.ts", "../../notebooks/support/*.ts", "../../src/**/*.d.ts"],
  };
  writeFileSync(
    join(CACHE, "tsconfig.json"),
    JSON.stringify({ ...config, compilerOptions: { noUnusedLocals: false } }),
  );
  return run("npx", ["tsc", "-p", CACHE]) === 0;
};

const execute = (file: string): Promise<boolean> => {
  const env = {
    ...process.env,
    JUPYTER_PATH: "notebooks/kernels",
    PATH: `${process.cwd()}/.cache/deno/node_modules/.bin:${process.env.PATH}`,
    DENO_NO_UPDATE_CHECK: "1",
  };
  const options = ["--ExecutePreprocessor.timeout=1800", "--log-level=ERROR", "--output-dir", CACHE];
  const args = ["nbconvert", "--to", "notebook", "--execute", ...options, join("notebooks", file)];
  const child = spawn("jupyter", args, { stdio: ["ignore", 2, 2], env });
  return new Promise((resolve) => {
    child.on("error", () => resolve(false));
    child.on("close", (code) => resolve(code === 0));
  });
};

/** What was asked for; how to ask where that is not understood. */
const parse = () => {
  try {
    return { ...parseArgs({ allowPositionals: true, options: { write: { type: "boolean" } } }), help: undefined };
  } catch (error) {
    const help = `notebooks: ${(error as Error).message}\nUsage: npm run notebooks -- [--write] [NN …]\n`;
    return { values: { write: false }, positionals: [], help };
  }
};

/** Two at once: parts of most notebooks keep one core busy only. */
const AT_ONCE = 2;

const main = async (): Promise<number> => {
  const { values, positionals, help } = parse();
  if (help !== undefined) {
    process.stderr.write(help);
    return 2;
  }
  const all = readdirSync("notebooks").filter((file) => file.endsWith(".ipynb"));
  const unknown = positionals.find((name) => !all.some((file) => file.startsWith(name)));
  if (unknown !== undefined) {
    process.stderr.write(
      `notebooks: found no notebook that begins with "${unknown}", expected one of ${all.join(", ")}\n`,
    );
    return 2;
  }
  const files =
    positionals.length === 0 ? all : all.filter((file) => positionals.some((name) => file.startsWith(name)));
  if (!haveDeno()) return TOOLS_CANNOT_BE_HAD;
  if (spawnSync("jupyter", ["nbconvert", "--version"]).status !== 0) {
    process.stderr.write("notebooks: found no jupyter nbconvert, expected Debian's package jupyter-nbconvert\n");
    return 2;
  }
  rmSync(CACHE, { recursive: true, force: true });
  if (positionals.length === 0) rmSync(".cache/experiments", { recursive: true, force: true });
  mkdirSync(CACHE, { recursive: true });
  if (!typeCheck(files)) return 1;
  let failed = 0;
  const one = async (file: string): Promise<void> => {
    const start = performance.now();
    const executed = join(CACHE, file);
    const done = await execute(file);
    const found = done ? problems(JSON.parse(readFileSync(executed, "utf8")) as Notebook) : ["a cell failed"];
    const seconds = ((performance.now() - start) / 1000).toFixed(0);
    process.stdout.write(`${file}: ${found.length === 0 ? "executed" : found.join("; ")}, ${seconds} s\n`);
    if (found.length > 0) failed++;
    else if (values.write) copyFileSync(executed, join("notebooks", file));
  };
  const waiting = [...files];
  const inTurn = async (): Promise<void> => {
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) await one(file);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, inTurn));
  return failed > 0 ? 1 : 0;
};

process.exitCode = await main();
