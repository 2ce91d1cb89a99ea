import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";

/** One replacement in one place, and whether a test noticed. */
export interface Mutant {
  readonly file: string;
  /** The line on which the replaced text begins, without the white space around it. */
  readonly line: string;
  /** The replaced text and its replacement, as the last column of a list of survivors names them. */
  readonly change: string;
  readonly status: "Killed" | "Timeout" | "Survived" | "NoCoverage" | "RuntimeError" | "CompileError" | "Ignored";
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
          readonly replacement: string;
          readonly status: Mutant["status"];
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
    return mutants.map(({ replacement, status, location: { start, end } }) => {
      const covered = lines.slice(start.line - 1, end.line);
      covered.push((covered.pop() ?? "").slice(0, end.column - 1));
      const text = covered.join("\n").slice(start.column - 1);
      const line = lines[start.line - 1] ?? "";
      return { file, line: line.trim(), change: `${shown(text)} → ${shown(replacement)}`, status };
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
