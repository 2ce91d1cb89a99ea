import { createHash } from "node:crypto";
import { existsSync, readdirSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { BadInput } from "../core/worlds/bad-input.ts";
import { Reader } from "../core/worlds/reader.ts";
import { packageRoot, readBytes, readText } from "./files.ts";

/** What a run of `lossless verify` found, with all that finds it again. */
export interface Certificate {
  readonly format: typeof FORMAT;
  /** The arguments behind `lossless verify`. */
  readonly command: readonly string[];
  /** Of this package and of its built-in worlds. */
  readonly package: { readonly version: string; readonly commit?: string; readonly worlds: string };
  /** SHA-256 of each file that the command names, and of each that a module among them imports. */
  readonly files: Readonly<Record<string, string>>;
  readonly rows: readonly object[];
}

export const FORMAT = "lossless-certificate/1";

/** Folders of worlds that a command may use without naming them. */
const WORLDS = ["fixtures/bed", "fixtures/gauntlet", "fixtures/worlds"];

/** Most rows and arguments of a certificate. */
const MOST = 100_000;

const sha256 = (bytes: Uint8Array | string): string => createHash("sha256").update(bytes).digest("hex");

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() === true;

/** The files that arguments name, as they name them: "world.json", or behind "--algorithm=". */
export function namedFiles(args: readonly string[]): string[] {
  return [...new Set(args.map((arg) => arg.replace(/^--[\w-]+=/, "")).filter(isFile))];
}

/** Hashes of files, read as every file from outside is. */
export function hashes(files: readonly string[]): Record<string, string> {
  return Object.fromEntries(files.map((file) => [file, sha256(readBytes(file))]));
}

/** The files that a module imports by path, itself left out; call it only after the module was loaded within limits. */
export async function importedFiles(module: string): Promise<string[]> {
  const { build } = await import("esbuild");
  const { metafile } = await build({
    entryPoints: [basename(module)],
    absWorkingDir: resolve(dirname(module)),
    bundle: true,
    write: false,
    metafile: true,
    packages: "external",
    external: ["lossless-lab"],
    format: "esm",
    platform: "node",
    logLevel: "silent",
  });
  const here = (path: string): string => join(dirname(module), path);
  return Object.keys(metafile.inputs)
    .filter((path) => path !== basename(module))
    .map(here)
    .sort();
}

/** One hash of all built-in worlds, by name and content. */
export function worldsHash(root = packageRoot()): string {
  const hash = createHash("sha256");
  for (const folder of WORLDS.map((name) => join(root, name)).filter((path) => existsSync(path)))
    for (const name of readdirSync(folder)
      .filter((file) => file.endsWith(".json"))
      .sort())
      hash
        .update(`${name}\0`)
        .update(readBytes(join(folder, name)))
        .update("\0");
  return hash.digest("hex");
}

/** Reads a certificate, which may come from anybody. */
export function readCertificate(file: string): Certificate {
  const parsed = new Reader(file, "$", parsedJson(file));
  const keys = parsed.object(["format", "command", "package", "files", "rows"]);
  const at = (key: string): Reader => keys.get(key) as Reader;
  if (at("format").value !== FORMAT) at("format").refuse(`"${FORMAT}"`);
  const command = at("command")
    .list(MOST)
    .map((arg) => arg.string());
  if (command.some((arg) => arg.startsWith("--certificate"))) at("command").refuse("no --certificate in it");
  const { version, worlds, commit } = Object.fromEntries(at("package").object(["version", "worlds"], ["commit"]));
  const files = [...at("files").entries()].map(([name, hash]) => [name, hash.string(64)] as const);
  for (const row of at("rows").list(MOST)) row.entries();
  return {
    format: FORMAT,
    command,
    package: {
      version: version?.string(100) ?? "",
      worlds: worlds?.string(64) ?? "",
      ...(commit === undefined ? {} : { commit: commit.string(100) }),
    },
    files: Object.fromEntries(files),
    rows: at("rows").value as readonly object[],
  };
}

const parsedJson = (file: string): unknown => {
  try {
    return JSON.parse(readText(file));
  } catch (error) {
    if (error instanceof BadInput) throw error;
    throw new BadInput(file, (error as Error).message, "JSON");
  }
};
