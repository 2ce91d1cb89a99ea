import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { statementTypes } from "../system/statement-types.ts";

/** A machine-checked statement. */
export interface Statement {
  readonly name: string;
  /** The file that proves it, as "proofs/Strings.v", and the line where it is stated. */
  readonly file: string;
  readonly line: number;
  /** Its type, as the proof assistant prints and checks it. */
  readonly type: string;
  /** What the proof rests on besides the kernel: "Closed under the global context" means no axiom. */
  readonly rests: string;
}

/** What each theorem rests on, as the committed list of assumptions says. */
const assumptions = (text: string): Map<string, string> =>
  new Map(
    text
      .trim()
      .split("\n")
      .map((line) => [line.slice(0, line.indexOf(" ")), line.slice(line.indexOf(" ") + 1)]),
  );

/** Is the proof free of axioms? */
export function withoutAxioms({ rests }: Statement): boolean {
  return rests === "Closed under the global context";
}

/** Every statement of the proofs; a name that is not in both lists, or in no file, is an error. */
export function readStatements(root: string): Statement[] {
  const read = (name: string): string => readFileSync(join(root, "proofs", name), "utf8");
  const types = statementTypes(read("Statements.v"));
  const rests = assumptions(read("assumptions.txt"));
  const places = new Map<string, { file: string; line: number }>();
  for (const name of readdirSync(join(root, "proofs")).filter((file) => file.endsWith(".v"))) {
    read(name)
      .split("\n")
      .forEach((line, at) => {
        const stated = /^\s*(?:Theorem|Lemma|Corollary|Proposition)\s+(\w+)/.exec(line)?.[1];
        if (stated !== undefined) places.set(stated, { file: `proofs/${name}`, line: at + 1 });
      });
  }
  const found = [...types].map(([name, type]) => {
    const place = places.get(name);
    const rest = rests.get(name);
    if (place === undefined) throw new Error(`${name} of proofs/Statements.v is stated in no file of proofs`);
    if (rest === undefined) throw new Error(`${name} of proofs/Statements.v is not in proofs/assumptions.txt`);
    return { name, ...place, type, rests: rest };
  });
  const missing = [...rests.keys()].filter((name) => !types.has(name));
  if (missing.length > 0) throw new Error(`not in proofs/Statements.v: ${missing.join(", ")}`);
  return found;
}
