import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { findPackage } from "../../../src/pairs/tokenizer-files/find-package.ts";
import { runPackage } from "../../../src/pairs/tokenizer-files/run-package.ts";

const folder = mkdtempSync(join(tmpdir(), "lossless-package-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** A package's folder with one module. */
const module = (name: string, source: string): string => {
  mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, name, "index.mjs"), source);
  return join(folder, name, "index.mjs");
};
const good = "export default { vocabById: ['a', 'b', 'ab'], merges: new Map([['a b', 0]]) };";

test("a package's data, whatever it prints", () => {
  const file = module("good", `console.log("[]"); console.error("x"); ${good}`);
  expect(runPackage(file)).toEqual({ vocabById: ["a", "b", "ab"], merges: new Map([["a b", 0]]) });
});

test("a package that is a link, as package managers make them", () => {
  const real = module("real", good);
  symlinkSync(dirname(real), join(folder, "link"));
  expect(runPackage(join(folder, "link", "index.mjs"))).toEqual(runPackage(real));
});

test("its code sees no environment, reads its own folder only, and writes, starts and sends nothing", () => {
  const outside = join(folder, "outside");
  writeFileSync(outside, "secret");
  const attempts = {
    read: `fs.readFileSync(${JSON.stringify(outside)})`,
    write: `fs.writeFileSync(${JSON.stringify(join(folder, "written"))}, "x")`,
    start: 'child.execFileSync("true")',
    thread: 'new threads.Worker("", { eval: true })',
  };
  const tries = Object.entries(attempts).map(([name, code]) => `try { ${code}; did.push("${name}"); } catch {}`);
  const file = module(
    "curious",
    `import fs from "node:fs"; import child from "node:child_process"; import threads from "node:worker_threads";
     const did = Object.keys(process.env); ${tries.join("\n")}
     fs.readFileSync(new URL(import.meta.url)); did.push("own");
     export default { vocabById: did, merges: new Map() };`,
  );
  expect(runPackage(file).vocabById).toEqual(["own"]);
  expect(existsSync(join(folder, "written"))).toBe(false);
});

describe("refused in one line:", () => {
  const cases: [what: string, source: string, found: string][] = [
    ["an error", 'throw new Error("no");', "its end without an answer (status 1)"],
    ["an exit", "process.exit(0);", "its end without an answer (status 0)"],
    ["a signal", 'process.kill(process.pid, "SIGTERM"); for (;;);', "its end without an answer (SIGTERM)"],
    ["no export", "export const x = 1;", "its end without an answer"],
    ["a vocabulary of numbers", "export default { vocabById: [1], merges: [] };", "vocabById[0]: found 1"],
    ["merges without ranks", "export default { vocabById: [], merges: [['a b']] };", "expected a merge and its rank"],
    ["ranks that are none", "export default { vocabById: [], merges: [['a b', -1]] };", "found -1"],
    ["a full heap", "const all = []; for (;;) all.push(new Array(1e6).fill(all.length));", "its end without an answer"],
    [
      "a huge answer",
      "export default { vocabById: Array(70).fill('x'.repeat(2 ** 20)), merges: [] };",
      "more than 64 MB",
    ],
  ];
  test.each(cases)("%s", (what, source, found) => {
    const file = module(what.replaceAll(" ", "-"), source);
    expect(() => runPackage(file)).toThrow(
      expect.objectContaining({ name: "BadInput", message: expect.stringContaining(found) }),
    );
  });
  test("code that does not end", () => {
    expect(() => runPackage(module("endless", "for (;;);"), 300)).toThrow("found no answer within 0.3 s");
  });
});

test("a package is looked for among this one's own first, then where the command is called", () => {
  const [own, caller] = [join(folder, "own/deep"), join(folder, "caller/deep")];
  for (const [root, name] of [
    ["own", "both"],
    ["caller", "both"],
    ["caller", "callers"],
  ] as const) {
    mkdirSync(join(folder, root, "node_modules", name), { recursive: true });
  }
  mkdirSync(own);
  mkdirSync(caller);
  expect(findPackage("both", [own, caller])).toBe(join(folder, "own/node_modules/both"));
  expect(findPackage("callers", [own, caller])).toBe(join(folder, "caller/node_modules/callers"));
  expect(findPackage("none", [own, caller])).toBeUndefined();
});
