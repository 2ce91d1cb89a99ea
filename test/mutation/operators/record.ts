import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { chosen, NOT_SAMPLED, type Sample } from "./sample.ts";

/** One replacement in one place, and whether a test noticed. */
export interface Mutant {
  readonly file: string;
  /** The line on which the replaced text begins, without the white space around it. */
  readonly line: string;
  /** The replaced text and its replacement, as the last column of a list of survivors names them. */
  readonly change: string;
  readonly status: "Killed" | "Timeout" | "Survived" | "NoCoverage" | "RuntimeError" | "CompileError" | "Ignored";
  /** Was it left out by a sample? */
  readonly leftOut?: true;
}

interface Place {
  readonly line: number;
  readonly column: number;
}

/** The part of Stryker's report that is used here, in the schema of mutation testing elements. */
interface Report {
  readonly files: Readonly<
    Record<
      string,
      {
        readonly source: string;
        readonly mutants: readonly {
          readonly id: string;
          readonly replacement: string;
          readonly status: Mutant["status"];
          readonly statusReason?: string;
          readonly location: { readonly start: Place; readonly end: Place };
        }[];
      }
    >
  >;
}

/** Longer texts are cut in the middle. */
const SHOWN = 60;

const shown = (text: string): string => {
  const flat = text.replace(/\s+/g, " ").trim();
  return flat.length <= SHOWN ? flat : `${flat.slice(0, SHOWN / 2)}…${flat.slice(-SHOWN / 2)}`;
};

/** The mutants of the files of one folder in a record of earlier runs; none where there is no record. */
export const mutantsIn = (record: string, files: readonly string[]): Mutant[] => {
  if (!existsSync(record)) return [];
  const report: Report = JSON.parse(readFileSync(record, "utf8"));
  return files.flatMap((file) => {
    const { source = "", mutants = [] } = report.files[file] ?? {};
    const lines = source.split("\n");
    return mutants.map(({ replacement, status, statusReason, location: { start, end } }) => {
      const covered = lines.slice(start.line - 1, end.line);
      covered.push((covered.pop() ?? "").slice(0, end.column - 1));
      const text = covered.join("\n").slice(start.column - 1);
      const line = lines[start.line - 1] ?? "";
      return {
        file,
        line: line.trim(),
        change: `${shown(text)} → ${shown(replacement)}`,
        status,
        ...(statusReason === NOT_SAMPLED ? { leftOut: true as const } : {}),
      };
    });
  });
};

/**
 * Copies a record without what survived in these files, so that it is judged again: Stryker itself would repeat a
 * survivor only when a test of another name reaches it, and one in code that runs while files are loaded never.
 */
export const copyWithoutSurvivors = (record: string, files: readonly string[], copy: string): void => {
  rmSync(copy, { force: true });
  if (!existsSync(record)) return;
  const report: Report = JSON.parse(readFileSync(record, "utf8"));
  const kept = Object.entries(report.files).map(([file, { mutants, ...rest }]) => {
    const noticed = mutants.filter(({ status }) => status === "Killed" || status === "Timeout");
    return [file, { ...rest, mutants: files.includes(file) ? noticed : mutants }];
  });
  writeFileSync(copy, JSON.stringify({ ...report, files: Object.fromEntries(kept) }));
};

/** Marks the mutants of these files that are not in the sample: neither noticed nor survivors. */
export const keepSample = (record: string, files: readonly string[], sample: Sample): void => {
  const report: Report = JSON.parse(readFileSync(record, "utf8"));
  const marked = Object.entries(report.files).map(([file, { mutants, ...rest }]) => {
    const placed = mutants.filter(({ status, statusReason }) => status !== "Ignored" || statusReason === NOT_SAMPLED);
    const keep = chosen(
      file,
      placed.map(({ id }) => id),
      sample,
    );
    const of = mutants.map((mutant) =>
      placed.includes(mutant) && !keep.has(mutant.id)
        ? { ...mutant, status: "Ignored" as const, statusReason: NOT_SAMPLED }
        : mutant,
    );
    return [file, { ...rest, mutants: files.includes(file) ? of : mutants }];
  });
  writeFileSync(record, JSON.stringify({ ...report, files: Object.fromEntries(marked) }));
};
