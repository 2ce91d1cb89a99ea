import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { requireModelFile } from "../../../src/pairs/model-files/model-file.ts";

const root = mkdtempSync(join(tmpdir(), "lossless-model-file-"));
afterAll(() => rmSync(root, { recursive: true }));

let made = 0;
/** A model file, and what is made beside it. */
const model = (...beside: ((folder: string) => void)[]): string => {
  const folder = join(root, String(made++));
  mkdirSync(folder);
  writeFileSync(join(folder, "model.onnx"), "");
  for (const make of beside) make(folder);
  return join(folder, "model.onnx");
};
const device = (path: string) => (folder: string) => {
  mkdirSync(join(folder, path, ".."), { recursive: true });
  symlinkSync("/dev/null", join(folder, path));
};

describe("a model file", () => {
  test("may stand beside files, folders, links to them, and links that lead nowhere", () => {
    const file = model((folder) => {
      writeFileSync(join(folder, "weights"), "");
      mkdirSync(join(folder, "more"));
      symlinkSync("weights", join(folder, "link"));
      symlinkSync("nowhere", join(folder, "broken"));
      symlinkSync(folder, join(folder, "round"));
    });
    expect(() => requireModelFile(file)).not.toThrow();
  });
  test.each(["pipe", "a/pipe", "a/b/c/pipe"])("is refused beside %s, which is no regular file", (path) => {
    const file = model(device(path));
    expect(() => requireModelFile(file)).toThrow(
      expect.objectContaining({
        name: "BadInput",
        where: join(file, "..", path),
        expected: "regular files beside a model",
      }),
    );
  });
  test("folders are looked into four deep only", () => {
    expect(() => requireModelFile(model(device("a/b/c/d/pipe")))).not.toThrow();
  });
  test("is refused where it is none itself", () => {
    const file = model();
    rmSync(file);
    symlinkSync("/dev/null", file);
    expect(() => requireModelFile(file)).toThrow(expect.objectContaining({ name: "BadInput", where: file }));
    rmSync(file);
    expect(() => requireModelFile(file)).toThrow();
  });
  test("has at most 10,000 entries around it", () => {
    const many = (count: number) => (folder: string) => {
      for (let at = 0; at < count; at++) symlinkSync("model.onnx", join(folder, `f${at}`));
    };
    expect(() => requireModelFile(model(many(9_999)))).not.toThrow();
    const file = model(many(10_000));
    expect(() => requireModelFile(file)).toThrow(
      `${join(file, "..")}: found more than 10000 entries, expected a model's folder`,
    );
  });
});
