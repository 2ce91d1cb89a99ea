import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { moduleState } from "./support/module-state.ts";

const root = fileURLToPath(new URL("../src", import.meta.url));
/** The rooms whose modules keep nothing: what is remembered belongs to a world, a law or a call. */
const rooms = ["core", "evidence"];
const files = rooms.flatMap((room) =>
  readdirSync(join(root, room), { recursive: true, encoding: "utf8" })
    .map((file) => `${room}/${file.replaceAll("\\", "/")}`)
    .filter((file) => file.endsWith(".ts"))
    .sort(),
);

test("no module of these rooms has a state that can change", () => {
  expect(files.length).toBeGreaterThan(200);
  expect(files.flatMap((file) => moduleState(file, readFileSync(join(root, file), "utf8")))).toEqual([]);
});

describe("the rule refutes", () => {
  test.each([
    ["let", "let last: number | undefined;"],
    ["an exported let", "export let last = 1;"],
    ["var", "var last;"],
    ["a map", "const known = new Map<string, string>();"],
    ["a set", "export const seen = new Set([1]);"],
    ["a weak map, whatever type it has", "const known: Readonly<WeakMap<object, number>> = new WeakMap();"],
    ["a weak set", "const known = new WeakSet();"],
    ["a weak reference", "const last = new WeakRef({});"],
    ["an array", "const list = [1, 2];"],
    ["an array with a type that lets it change", "const list: number[] = [];"],
    ["a map with a type that lets it change", "const known: Map<string, number> = new Map();"],
    ["a new array", "const list = new Array(3);"],
    ["a typed array", "const table = new Float64Array(8);"],
    ["what a call gives, without a type", "const list = Array.from({ length: 3 });"],
    ["what a method gives, without a type", 'const words = "a b".split(" ");'],
    ["an empty object", "const memo = {};"],
    ["an empty object with a type", "const memo: Record<string, number> = {};"],
    ["a collection in an object", "const state = { seen: new Set() };"],
    ["an array in an object in an object", "const state = { inner: { list: [1] } };"],
    ["an object of a class with a field that can change", "class A { count = 0; }\nconst meter = new A();"],
    ["an object of a class that is not known", 'import { A } from "./a.ts";\nconst meter = new A();'],
    ["a static field", "class A { static last = 1; }"],
    ["a private static field", "class A { static #known: number | undefined; }"],
    ["a static collection", "class A { static readonly known = new Map(); }"],
    ["a static block", "class A { static { start(); } }"],
    ["a closure that a function called in place leaves", "const next = (() => { let n = 0; return () => n++; })();"],
    ["the same with a collection", "const f = (function () { const known = new Map(); return () => known; })();"],
    ["the same with a type", "const f: () => number = (() => { let n = 0; return () => n++; })();"],
    ["what an imported function gives", 'import { start } from "./a.ts";\nconst next: Next = start();'],
    [
      "what a function gives that keeps a variable",
      "const start = () => { let n = 0; return () => n++; };\nconst next: Next = start();",
    ],
    ["a loop that fills", "for (const x of [1]) use(x);"],
    ["a call when the module is loaded", "start();"],
    ["a default export of a collection", "export default new Map();"],
    ["a collection that only looks settled", "const known = new Map() as Map<string, string>;"],
    ["a field of a function", "export const f = () => 1;\nf.last = 2;"],
  ])("%s", (_, text) => expect(moduleState("a.ts", text)).not.toEqual([]));

  test.each([
    ["an assignment to a field", "const state: State = { n: 0 };\nexport const f = () => { state.n = 1; };"],
    ["counting a field up", "const state: State = { n: 0 };\nexport const f = () => state.n++;"],
    [
      "an assignment to an element",
      "const list: readonly number[] = [0];\nexport const f = () => { (list as number[])[0] = 1; };",
    ],
    [
      "filling",
      "const known: ReadonlyMap<string, number> = new Map();\nexport const f = () => (known as Map<string, number>).set('a', 1);",
    ],
    ["deleting a field", "const state: State = { n: 0 };\nexport const f = () => delete state.n;"],
    ["Object.assign", "const state: State = { n: 0 };\nexport const f = () => Object.assign(state, { n: 1 });"],
    ["a field of a function, inside it", "export function f() { f.calls = 1; }"],
    ["a field of a class", "class A {}\nexport const f = () => { (A as any).last = 1; };"],
    ["something that is imported", 'import { state } from "./b.ts";\nexport const f = () => { state.n = 1; };'],
    ["a pattern that remembers where it stopped", "const P = /a/g;\nexport const f = (s: string) => P.test(s);"],
  ])("%s, of what a module declares or imports", (_, text) => {
    expect(moduleState("a.ts", text)).toEqual([expect.stringMatching(/: a write to \w+$/)]);
  });
});

describe("the rule lets stand", () => {
  test.each([
    [
      "numbers, texts, patterns and functions",
      'const N = 2 ** 3;\nconst S = "a";\nconst P = /a/u;\nexport const f = () => new Map();',
    ],
    ["functions called in place that keep nothing", "const N = (() => { const a = 1; return a + 1; })();"],
    [
      "collections that a type makes read-only",
      "const a: readonly number[] = [1];\nconst m: ReadonlyMap<string, number> = new Map();",
    ],
    [
      "what is frozen, or const",
      "const a = Object.freeze([1]);\nconst b = [1] as const;\nconst c = { d: [] } as const;",
    ],
    [
      "an object of a type, which says what can change",
      "export const rational: Field<Rational> = { zero, add: (a, b) => a };",
    ],
    ["an object without anything that can be filled", "const limits = { ...defaults, most: 60 };"],
    ["objects of a class of the file whose fields are read-only", "class A { readonly n = 1; }\nconst one = new A();"],
    [
      "what a function of the file gives, with a type",
      "const testOf = (n: number) => ({ n, f: () => n });\nconst tests: Test = testOf(1);",
    ],
    [
      "adding two numbers of a field",
      'import { rational } from "./b.ts";\nexport const f = (a: R) => rational.add(a, a);',
    ],
    [
      "variables in functions, also of a module's name",
      "const list: readonly number[] = [];\nexport const f = () => { const list = []; list.push(1); };",
    ],
    ["patterns that are looked for all at once", "const P = /a/g;\nexport const f = (s: string) => s.replace(P, '');"],
    ["declarations of names that are not there", "declare const brand: unique symbol;"],
  ])("%s", (_, text) => expect(moduleState("a.ts", text)).toEqual([]));
});
