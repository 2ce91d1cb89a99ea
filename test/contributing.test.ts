import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import * as library from "../src/index.ts";
import { packageRoot } from "../src/system/files.ts";
import { runExample } from "./support/examples.ts";

const root = packageRoot();
const text = readFileSync(join(root, "CONTRIBUTING.md"), "utf8");

test("the picture of the layout names every room, and no other", () => {
  const rooms = readdirSync(join(root, "src"), { withFileTypes: true }).flatMap((one) =>
    one.isDirectory() ? [one.name] : [],
  );
  const shown = [...text.matchAll(/^ {2}(\w+)\/ /gm)].map(([, name]) => name);
  expect(shown.sort()).toEqual(rooms.sort());
});

test("its links lead to files", () => {
  const links = [...text.matchAll(/\]\(([^)#:]+)\)/g)].map(([, link]) => link as string);
  expect(links.length).toBeGreaterThan(3);
  expect(links.filter((link) => !existsSync(join(root, link)))).toEqual([]);
});

test("the recipe for one path prints the rejected ones", async () => {
  const [, code = ""] = /```ts\n(.*?)```/s.exec(text) ?? [];
  const printed: unknown[][] = [];
  const console = { log: (...parts: unknown[]) => printed.push(parts) };
  await runExample(code.replace(/^import .*$/m, ""), { ...library, console });
  expect(printed.length).toBeGreaterThan(0);
  for (const [weight] of printed) expect(weight).toMatch(/^\d+\/\d+$/);
});
