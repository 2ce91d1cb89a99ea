// The example project's own tests, run against the sources: its imports of the package lead here.
import "../fixtures/example-project/one-draft.test.ts";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const read = (file: string): string => readFileSync(new URL(`../${file}`, import.meta.url), "utf8");

test("the example project asks for versions that this package allows and has", () => {
  const mine = JSON.parse(read("package.json"));
  const { devDependencies } = JSON.parse(read("fixtures/example-project/package.json"));
  for (const peer of ["fast-check", "vitest"]) {
    expect(devDependencies[peer]).toBe(mine.peerDependencies[peer]);
    expect(mine.peerDependenciesMeta[peer]).toEqual({ optional: true });
    expect(mine.devDependencies[peer].split(".")[0]).toBe(mine.peerDependencies[peer].slice(1).split(".")[0]);
  }
});

test("every entry point of the package is an alias of its source, under which the example imports it", () => {
  const { exports } = JSON.parse(read("package.json"));
  const { paths } = JSON.parse(read("tsconfig.json")).compilerOptions;
  const entries = Object.keys(exports).filter((entry) => entry !== "./package.json");
  const built = (entry: string): string => exports[entry].default.replace("./dist/", "./").replace(/\.js$/, ".ts");
  const expected = entries.map((entry) => [entry.replace(/^\./, "lossless-lab"), [built(entry)]]);
  expect(paths).toEqual(Object.fromEntries(expected));
});
