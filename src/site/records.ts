import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { mutants } from "../cli/mutants.ts";
import type { Verdict } from "../evidence/tiers/verdict.ts";
import type { Row } from "../faults/kill-matrix/matrix.ts";

/** Verdicts of the last whole run of `test/guarantee`, as its reporter writes them. */
export const VERDICTS = ".cache/verdicts.json";
/** The rows of the kill matrix, as `lossless mutants --save` writes them. */
export const MATRIX = ".cache/kill-matrix.json";

/** What results depend on. */
const INPUTS = ["src", "fixtures", "test/guarantee", "proofs/oracle/oracle.js", "package-lock.json"];

/** Pages show results; they do not change them. */
const PAGES = "src/site";

/** When the youngest file of a folder, or a file, was last written, in milliseconds. */
const written = (root: string, path: string): number => {
  if (path === PAGES) return 0;
  const status = statSync(join(root, path));
  if (!status.isDirectory()) return status.mtimeMs;
  return Math.max(0, ...readdirSync(join(root, path)).map((name) => written(root, `${path}/${name}`)));
};

/** As `make` decides it: a record is fresh when nothing that it depends on is younger. */
const fresh = (root: string, record: string): boolean => {
  const file = join(root, record);
  return existsSync(file) && INPUTS.every((input) => written(root, input) <= statSync(file).mtimeMs);
};

/** The day on which the verdicts were written down, as "2026-11-24". */
export function evidenceDate(root: string): string {
  return statSync(join(root, VERDICTS)).mtime.toISOString().slice(0, 10);
}

const read = <A>(root: string, record: string): A => JSON.parse(readFileSync(join(root, record), "utf8"));

/** The verdicts behind the guarantee table; where they are missing or older than the sources, its tests run. */
export function verdicts(root: string, say: (line: string) => void): Verdict[] {
  if (!fresh(root, VERDICTS)) {
    say("running the guarantee's tests (a minute or two)");
    execFileSync("npx", ["vitest", "run", "test/guarantee"], { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
    if (!fresh(root, VERDICTS)) throw new Error("the guarantee's tests left no verdicts: run npm test and see why");
  }
  return read(root, VERDICTS);
}

/** The kill matrix; where it is missing or older than the sources, it is computed. */
export async function killMatrix(root: string, say: (line: string) => void): Promise<Row[]> {
  if (!fresh(root, MATRIX)) {
    say("computing the kill matrix (a minute or two)");
    const io = { out: () => undefined, err: say, progress: () => undefined, now: () => performance.now() };
    await mutants(["--save", join(root, MATRIX)], io);
  }
  return read(root, MATRIX);
}
