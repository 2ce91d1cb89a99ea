import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { BadInput } from "../../../src/core/worlds/bad-input.ts";
import { optionalPackages, withOptional } from "../../../src/core/worlds/optional-package.ts";
import { packageRoot } from "../../../src/system/files.ts";

const missing = (name: string, code?: string) =>
  Object.assign(new Error(`Cannot find package '${name}' imported from /x.js`), code === undefined ? {} : { code });

test("a package that is not there is asked for by its name", async () => {
  const load = () => Promise.reject(missing("onnxruntime-node", "ERR_MODULE_NOT_FOUND"));
  await expect(withOptional("models", load)).rejects.toThrow(
    new BadInput("the package onnxruntime-node", "none installed", "it: npm i onnxruntime-node@1.30.0 to run models"),
  );
  const font = () => Promise.reject(missing("dejavu-fonts-ttf/ttf/DejaVuSans.ttf", "MODULE_NOT_FOUND"));
  await expect(withOptional("figures", font)).rejects.toThrow("the package dejavu-fonts-ttf: found none installed");
});

test("any other error stays what it is, and so does what is loaded", async () => {
  for (const error of [missing("left-pad", "ERR_MODULE_NOT_FOUND"), missing("z3-solver", "EACCES"), new Error("no")]) {
    await expect(withOptional("solver", () => Promise.reject(error))).rejects.toBe(error);
  }
  expect(await withOptional("solver", async () => 7)).toBe(7);
});

test("they are optional peers of this version, installed here", () => {
  const { peerDependencies, peerDependenciesMeta, devDependencies, dependencies } = JSON.parse(
    readFileSync(join(packageRoot(), "package.json"), "utf8"),
  );
  for (const [name, version] of Object.entries(optionalPackages())) {
    expect([name, peerDependencies[name], devDependencies[name]]).toEqual([name, version, version]);
    expect([name, peerDependenciesMeta[name], dependencies[name]]).toEqual([name, { optional: true }, undefined]);
  }
});
