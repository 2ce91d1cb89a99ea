import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { validateCFF } from "cffjs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";

const read = (file: string): string => readFileSync(fileURLToPath(new URL(`../${file}`, import.meta.url)), "utf8");

describe("CITATION.cff", () => {
  const citation = parse(read("CITATION.cff"));
  test("is what the Citation File Format's own schema asks for", () => {
    expect(() => validateCFF(citation)).not.toThrow();
  });
  test("has the version of the package", () => {
    expect(citation.version).toBe(JSON.parse(read("package.json")).version);
  });
  test("would be refused without authors, or with a date that is none", () => {
    const { authors: _, ...anonymous } = citation;
    expect(() => validateCFF(anonymous)).toThrow("required property 'authors'");
    expect(() => validateCFF({ ...citation, "date-released": "tomorrow" })).toThrow("date-released");
  });
});
