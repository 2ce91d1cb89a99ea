import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { readStatements, withoutAxioms } from "../../src/site/statements.ts";
import { packageRoot } from "../../src/system/files.ts";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** A root with these files of proofs. */
const withProofs = (files: Readonly<Record<string, string>>): string => {
  const root = mkdtempSync(join(tmpdir(), "proofs-"));
  folders.push(root);
  mkdirSync(join(root, "proofs"));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(root, "proofs", name), text);
  return root;
};

const statements = "Check (@one :\n     forall n : nat,\n       n = n).\nCheck (@two :\n     True).\n";
const sound = {
  "Statements.v": statements,
  "assumptions.txt": "one Closed under the global context\ntwo Axioms: choice\n",
  "A.v": "Lemma one n : n = n.\n",
  "B.v": "(* two *)\n  Theorem two : True.\n",
};

describe("statements of the proofs", () => {
  test("have their type, what they rest on, and where they are proved", () => {
    const [one, two] = readStatements(withProofs(sound));
    expect(one).toEqual({
      name: "one",
      file: "proofs/A.v",
      line: 1,
      type: "forall n : nat,\n  n = n",
      rests: "Closed under the global context",
    });
    expect(two).toMatchObject({ file: "proofs/B.v", line: 2, rests: "Axioms: choice" });
    expect([one, two].map((statement) => withoutAxioms(statement as never))).toEqual([true, false]);
  });
  test("keep the type as it is printed, whatever it has inside, less the margin that its lines share", () => {
    const type = "     forall p, (p 1).2 = 3\n \n       -> (p).1\n         True";
    const [one] = readStatements(
      withProofs({
        ...sound,
        "Statements.v": `Check (@one :\n${type}).\n Check (@three :\n  x).\nCheck (@two :\n  True).\n`,
      }),
    );
    expect(one?.type).toBe("forall p, (p 1).2 = 3\n\n  -> (p).1\n    True");
  });
  test("are not found where a line only mentions them", () => {
    const [one] = readStatements(withProofs({ ...sound, "A.v": "Lemma one n : n = n.\n(* see Lemma one *)\n" }));
    expect(one?.line).toBe(1);
  });
  test.each(["Theorem", "Lemma", "Corollary", "Proposition"])("may be stated as a %s", (kind) => {
    const [one] = readStatements(
      withProofs({ ...sound, "A.v": `\n\n  ${kind}  one n : n = n.\n`, "A.txt": "Lemma one" }),
    );
    expect(one).toMatchObject({ file: "proofs/A.v", line: 3 });
  });
  test.each([
    ["without a proof", { ...sound, "A.v": "" }, "one of proofs/Statements.v is stated in no file"],
    ["without its assumptions", { ...sound, "assumptions.txt": "one none\n" }, "two of proofs/Statements.v is not in"],
    ["only assumed", { ...sound, "assumptions.txt": `${sound["assumptions.txt"]}three none\n` }, "three"],
  ])("%s are an error", (_, files, message) => {
    expect(() => readStatements(withProofs(files))).toThrow(message);
  });
  test("are all of this repository's, with the definitions of the audit page left out", () => {
    const root = withProofs({});
    cpSync(join(packageRoot(), "proofs"), join(root, "proofs"), { recursive: true });
    const names = readStatements(root).map(({ name }) => name);
    expect(names).toContain("slrs_lossless");
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeGreaterThan(100);
  });
});
