import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import * as library from "../src/index.ts";
import { examplesOf, runExample } from "./support/examples.ts";
import { entriesOf } from "./support/exports.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const examples = examplesOf(root, entriesOf(root)["."] as string);

test("whatever the main entry exports, types aside, has an example", () => {
  expect([...examples].flatMap(([name, example]) => (example === undefined ? [name] : []))).toEqual([]);
  expect(examples.size).toBeGreaterThan(40);
});

describe("the example of", () => {
  test.each(
    [...examples.values()].flatMap((example) => (example === undefined ? [] : [[example.name, example] as const])),
  )("%s is true", async (_, { code }) => {
    const claims = await runExample(code, library);
    expect(claims.length).toBeGreaterThan(0);
    for (const [expression, expected, found] of claims) expect(found, expression).toEqual(expected);
  });
});

test("an example that is wrong is found out, and one without a claim", async () => {
  const [[, expected, found] = []] = await runExample("const x = 1;\nx + 1; // → 3", {});
  expect([expected, found]).toEqual([3, 2]);
  expect(await runExample("mass(1);", { mass: () => 0 })).toEqual([]);
});
