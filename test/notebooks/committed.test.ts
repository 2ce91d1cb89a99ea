import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type Notebook, problems } from "../../notebooks/support/notebook.ts";

const folder = new URL("../../notebooks/", import.meta.url);
const files = readdirSync(folder)
  .filter((file) => file.endsWith(".ipynb"))
  .sort();
const read = (file: string): Notebook => JSON.parse(readFileSync(new URL(file, folder), "utf8")) as Notebook;

describe("the committed notebooks", () => {
  test("are numbered from 01 to 10, each once", () => {
    const numbers = Array.from({ length: 10 }, (_, at) => String(at + 1).padStart(2, "0"));
    expect(files.map((file) => file.slice(0, 2))).toEqual(numbers);
  });
  test.each(files)("%s was executed: an output for every call that shows something, a plot, and no error", (file) => {
    expect(problems(read(file))).toEqual([]);
  });
  test.each(files)("%s asks a question, states claims before its first plot, and ends with what they mean", (file) => {
    const { cells } = read(file);
    const texts = cells.map(({ source }) => (typeof source === "string" ? source : source.join("")));
    expect(texts[0]).toMatch(/^# .*\?\n/);
    expect(texts[0]).toContain("**Claims.**");
    expect(texts.some((text) => text.includes("await claim("))).toBe(true);
    expect(texts.at(-1)).toContain("**For someone choosing a drafter.**");
  });
});
