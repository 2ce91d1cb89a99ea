import { execFileSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, expect, test } from "vitest";
import { makeScripts } from "../../src/modules/scripts.ts";

const folder = mkdtempSync(join(tmpdir(), "lossless-scripts-"));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, content: string): string => {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};

/** What the script of a module exports. */
const exported = async (module: string): Promise<Record<string, unknown>> => {
  const scripts = await makeScripts(module);
  try {
    return await import(pathToFileURL(scripts.module).href);
  } finally {
    scripts.remove();
  }
};

test("a module in TypeScript, what it imports, and packages beside it", async () => {
  file("part.ts", "export enum Side { left = 3 }\nexport const here: string = import.meta.url;");
  file("node_modules/old/package.json", '{ "name": "old", "main": "old.cjs" }');
  file("node_modules/old/old.cjs", 'const { sep } = require("node:path"); module.exports = { sep, own: __filename };');
  const module = file(
    "whole.ts",
    `#!/usr/bin/env node
import { here, Side } from "./part.ts";
import old from "old";
import { rational, type Field } from "lossless-lab";
export const field: Field<unknown> = rational;
export default { side: Side.left as number, here, "import.meta.url": "text stays", mine: import.meta.url, old };`,
  );
  const { default: made, field } = await exported(module);
  expect(made).toEqual({
    side: 3,
    here: pathToFileURL(join(folder, "part.ts")).href,
    "import.meta.url": "text stays",
    mine: pathToFileURL(module).href,
    old: { sep: "/", own: join(folder, "node_modules/old/old.cjs") },
  });
  expect((field as { one: unknown }).one).toBeDefined();
});

test("the library in it is a copy of its own, and so is that of the host", async () => {
  const { rational } = await import("../../src/core/num/rational.ts");
  const { field } = await exported(
    file("copy.ts", 'import { rational } from "lossless-lab"; export const field = rational;'),
  );
  expect(field).not.toBe(rational);
  const scripts = await makeScripts(file("two.ts", "export default 1;"));
  expect(readFileSync(scripts.host, "utf8")).not.toMatch(/(from|import\() *"(?!node:)[^"]*(lossless|\.ts)/);
  scripts.remove();
});

test("a package that cannot be part of a script is missed only by who asks for it", async () => {
  const asks = 'export const solver = () => import("onnxruntime-node/absent.node");\nexport default 1;';
  const { default: made, solver } = await exported(file("optional.ts", asks));
  expect(made).toBe(1);
  await expect((solver as () => Promise<unknown>)()).rejects.toThrow("onnxruntime-node/absent.node");
});

test("both files are gone once they are removed, and where nothing could be made", async () => {
  const scripts = await makeScripts(file("gone.ts", "export default 1;"));
  expect([existsSync(scripts.host), existsSync(scripts.module)]).toEqual([true, true]);
  scripts.remove();
  expect(existsSync(dirname(scripts.host))).toBe(false);
});

const pipe = join(folder, "pipe.ts");
execFileSync("mkfifo", [pipe]);
symlinkSync("/dev/zero", join(folder, "zero.js"));
truncateSync(file("large.ts", ""), 2 ** 25);

test.each([
  ["a syntax that is none", "export default {", /found end of file \(.*\.ts, line 1\)/],
  ["an import of nothing", 'import "./absent.ts";', /Could not resolve ".\/absent.ts"/],
  ["an absent package", 'import "no-such-package";', /Could not resolve "no-such-package"/],
  ["a pipe", 'import "./pipe.ts";', /pipe\.ts is no regular file/],
  ["a device", 'import "./zero.js";', /zero is no regular file/],
  ["a device as text", 'import x from "/dev/zero"; export default x;', /no regular file/],
  ["too large a file", 'import "./large.ts";', /more than 16777216 bytes/],
])("%s is refused with its place", async (what, source, found) => {
  const module = file(`${what}.ts`, source);
  await expect(makeScripts(module)).rejects.toMatchObject({
    where: module,
    found: expect.stringMatching(found),
    expected: "a module that loads",
  });
});

test("a module that is none is bad input", async () => {
  await expect(makeScripts(join(folder, "nothing.ts"))).rejects.toMatchObject({ found: "nothing", expected: "a file" });
});
