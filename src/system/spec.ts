import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { algorithms } from "../core/algorithms/registry.ts";
import { statementTypes } from "./statement-types.ts";

/** What one citation needs to name the text that was read: the specifications of all algorithms, and where they stood. */
export interface Edition {
  readonly version: string;
  /** The commit of the repository, as 40 hex digits; undefined where it is not known. */
  readonly commit?: string;
  /** Was something changed in the tree after that commit? */
  readonly changed?: boolean;
  /** The day of the commit, as "2026-11-24". */
  readonly date?: string;
  /** Where the site is published, without a slash at the end. */
  readonly site?: string;
  /** The version of each algorithm's specification, by its id. */
  readonly specs: Readonly<Record<string, string>>;
}

/** Where the build leaves it for the package, which has no sources and no proofs. */
export const EDITION = "dist/src/edition.json";

/** Twelve hex digits that change with an algorithm's source and with the statement of each of its theorems. */
export function specVersion(source: string, statements: readonly string[]): string {
  const hash = createHash("sha256").update(source.replaceAll("\r\n", "\n"));
  for (const statement of statements) hash.update("\0").update(statement);
  return hash.digest("hex").slice(0, 12);
}

/** The edition in a folder: that of its sources, or what the build of a package left. */
export function editionOf(root: string): Edition {
  const folder = join(root, "src/core/algorithms");
  if (!existsSync(folder)) return JSON.parse(readFileSync(join(root, EDITION), "utf8")) as Edition;
  const types = statementTypes(readFileSync(join(root, "proofs/Statements.v"), "utf8"));
  const specs = algorithms.map(({ id, theorems }) => {
    const statements = theorems.map((name) => `${name}: ${types.get(name) ?? ""}`);
    return [id, specVersion(readFileSync(join(folder, `${id}.ts`), "utf8"), statements)] as const;
  });
  const { version, homepage } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const site = typeof homepage === "string" ? { site: homepage.replace(/(?:#.*)?\/*$/, "") } : {};
  return { version, ...commitOf(root), ...site, specs: Object.fromEntries(specs) };
}

/** The state of the repository whose top is this folder; nothing of one that merely surrounds it, nothing without git. */
function commitOf(root: string): Pick<Edition, "commit" | "changed" | "date"> {
  const git = (...args: string[]): string =>
    execFileSync("git", ["-C", root, ...args], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
  try {
    if (realpathSync(git("rev-parse", "--show-toplevel")) !== realpathSync(root)) return {};
    const [commit, date] = git("log", "-1", "--format=%H %cs").split(" ") as [string, string];
    return { commit, date, changed: git("status", "--porcelain", "--", "src", "proofs", "fixtures") !== "" };
  } catch {
    return {};
  }
}
