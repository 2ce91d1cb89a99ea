import { Comment, CommentTag } from "typedoc";
import { expect, test } from "vitest";
import { categoryOf } from "../../../src/site/typedoc/categories.ts";
import { listedTheorems, sectionsOf } from "../../../src/site/typedoc/tags.ts";

test("sections in their order, code and text joined, a tag that comes again continued, the category left out", () => {
  const text = (words: string) => ({ kind: "text" as const, text: words });
  const comment = new Comment(
    [text("A "), { kind: "code", text: "`b`" }],
    [
      new CommentTag("@one", [text("x")]),
      new CommentTag("@category", [text("Laws")]),
      new CommentTag("@two", [text("z")]),
      new CommentTag("@one", [text("again")]),
    ],
  );
  expect([...sectionsOf(comment)]).toEqual([
    ["", "A `b`"],
    ["one", "x\nagain"],
    ["two", "z"],
  ]);
  expect([...sectionsOf(undefined)]).toEqual([["", ""]]);
});

test("theorems are the items with a name in code first", () => {
  expect(listedTheorems("- `a_b`: what\n  it  says\n- no name\n- `c`:\n  more - `d`: not one\n")).toEqual([
    { name: "a_b", says: "what it says" },
    { name: "c", says: "more - `d`: not one" },
  ]);
  expect(listedTheorems("- `a`:what it says")).toEqual([{ name: "a", says: "what it says" }]);
  expect(listedTheorems("none")).toEqual([]);
});

test("what a file exports is listed by its room", () => {
  expect(categoryOf("src/core/algorithms/parts/accept.ts")).toBe("Parts of algorithms");
  expect(categoryOf("src/core/algorithms/tli.ts")).toBe("Algorithms");
  expect(categoryOf("src/evidence/stats/monitor.ts")).toBe("Statistics");
  expect(categoryOf("src/evidence/tiers/verdict.ts")).toBe("Verdicts");
  expect(categoryOf("src/system/files.ts")).toBe("Files and processes");
});
