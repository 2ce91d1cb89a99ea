import { isDeepStrictEqual } from "node:util";
import { printable } from "../core/vocab/printable.ts";
import {
  type Certificate,
  FORMAT,
  hashes,
  importedFiles,
  namedFiles,
  readCertificate,
  worldsHash,
} from "./certificate.ts";
import { packageRoot } from "./files.ts";
import { INTERRUPTED } from "./interruption.ts";
import type { Io } from "./io.ts";
import { jsonText } from "./json-text.ts";
import { editionOf } from "./spec.ts";
import { UsageError } from "./usage.ts";
import { writablePlace } from "./writable-place.ts";
import { writeWhole } from "./write-whole.ts";

type Verify = (args: string[], io: Io) => Promise<number>;

const OPTION = "--certificate";

/** Bad input or usage, as everywhere. */
const BAD_INPUT = 2;

/** The file behind `--certificate`, and the other arguments; undefined where it is not asked for. */
export function certificateOf(args: readonly string[]): { file: string; others: string[] } | undefined {
  const at = args.findIndex((arg) => arg === OPTION || arg.startsWith(`${OPTION}=`));
  if (at === -1) return undefined;
  const joined = args[at] !== OPTION;
  const file = joined ? args[at]?.slice(OPTION.length + 1) : args[at + 1];
  if (file === undefined || file === "" || (!joined && file.startsWith("-")))
    throw new UsageError(`found ${OPTION} without a file, expected the name of one`);
  const others = args.filter((_, index) => index !== at && (joined || index !== at + 1));
  if (certificateOf(others) !== undefined) throw new UsageError(`found ${OPTION} twice, expected it once`);
  return { file, others };
}

/**
 * Runs `verify` with a certificate of what it finds; without other arguments, checks the certificate again. The status is that
 * of the rows; of a certificate that is not the same 1, and of one that verifies nothing 2.
 */
export async function certify(file: string, others: string[], io: Io, verify: Verify): Promise<number> {
  return others.length === 0 ? recheck(file, io, verify) : write(file, others, io, verify);
}

interface Found {
  readonly status: number;
  /** None where nothing was verified. */
  readonly rows?: readonly object[];
}

/** The rows of a run without the time that each took; they alone depend on the machine. */
async function rowsOf(args: readonly string[], io: Io, verify: Verify): Promise<Found> {
  const parts: string[] = [];
  const command = args.filter((arg) => arg !== "--json");
  const status = await verify([...command, "--json"], { ...io, out: (part) => void parts.push(part) });
  const text = parts.join("");
  if (status === BAD_INPUT || !text.startsWith("[")) {
    io.out(text);
    return { status };
  }
  const rows = JSON.parse(text) as { seconds?: unknown }[];
  return { status, rows: rows.map(({ seconds: _, ...row }) => row) };
}

async function write(file: string, args: string[], io: Io, verify: Verify): Promise<number> {
  writablePlace(file);
  const named = namedFiles(args);
  const before = hashes(named);
  const { status, rows } = await rowsOf(args, io, verify);
  if (rows === undefined || status === INTERRUPTED) return status;
  const { version, commit } = editionOf(packageRoot());
  const certificate: Certificate = {
    format: FORMAT,
    command: args.filter((arg) => arg !== "--json"),
    package: { version, ...(commit === undefined ? {} : { commit }), worlds: worldsHash() },
    files: await withImports(before),
    rows,
  };
  if (!isDeepStrictEqual(hashes(named), before)) {
    io.err(`lossless: a file changed while it was verified: no certificate was written\n`);
    return BAD_INPUT;
  }
  writeWhole(file, `${jsonText(certificate)}\n`);
  io.out(
    args.includes("--json")
      ? `${jsonText(rows)}\n`
      : `${listed(rows)}\ncertificate of ${counted(rows)}: ${printable(file)}\n`,
  );
  return status;
}

/** A module among the files brings those that it imports. */
async function withImports(before: Readonly<Record<string, string>>): Promise<Record<string, string>> {
  const modules = Object.keys(before).filter((file) => /\.[cm]?[jt]s$/.test(file));
  const imported = await Promise.all(modules.map(importedFiles));
  return { ...before, ...hashes(imported.flat()) };
}

async function recheck(file: string, io: Io, verify: Verify): Promise<number> {
  const certificate = readCertificate(file);
  const differences: string[] = [];
  const edition = editionOf(packageRoot());
  if (worldsHash() !== certificate.package.worlds) differences.push("the built-in worlds are others");
  const { status, rows } = await rowsOf(certificate.command, io, verify);
  if (rows === undefined || rows.length === 0) {
    io.err(`lossless: ${printable(file)}: its command verifies nothing\n`);
    return BAD_INPUT;
  }
  const named = namedFiles([...certificate.command, ...Object.keys(certificate.files)]);
  const now = await withImports(hashes(named));
  for (const name of new Set([...Object.keys(certificate.files), ...Object.keys(now)]))
    if (now[name] !== certificate.files[name])
      differences.push(`${name} ${now[name] === undefined ? "is missing" : "is another file"}`);
  const most = Math.max(rows.length, certificate.rows.length);
  const others = Array.from({ length: most }, (_, at) => at).filter(
    (at) => !isDeepStrictEqual(JSON.parse(JSON.stringify(rows[at] ?? null)), certificate.rows[at] ?? null),
  );
  if (others.length > 0) differences.push(`${others.length} of ${most} rows are others`);
  for (const difference of differences) io.out(`${printable(difference)}\n`);
  if (edition.version !== certificate.package.version)
    io.out(printable(`written by version ${certificate.package.version}, checked by ${edition.version}`).concat("\n"));
  if (differences.length > 0) {
    io.out(`not certified: ${printable(file)}\n`);
    return 1;
  }
  io.out(`${listed(rows)}\ncertified again: ${counted(rows)} and every hash are the same\n`);
  // That it is the same does not make it green.
  return status;
}

const counted = (rows: readonly object[]): string => `${rows.length} row${rows.length === 1 ? "" : "s"}`;

const listed = (rows: readonly object[]): string =>
  rows
    .map((row) => {
      const { world, algorithm, verdict, scope } = row as Record<string, unknown>;
      return printable([world, algorithm, verdict, scope].map(String).join("  "), 300);
    })
    .join("\n");
