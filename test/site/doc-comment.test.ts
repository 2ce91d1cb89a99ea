import { expect, test } from "vitest";
import { commentOf, listedTheorems, sectionsOf } from "../../src/site/doc-comment.ts";

const source = `/** Another. */
const other = 1;
/**
 * First sentence.
 * @definition of it:
 *   indented  \n *
 * @theorem
 */
export const sd: Algorithm<"x"> = {};
export const later: Algorithm = {};
`;

test("the comment above the algorithm, without its margin", () => {
  expect(commentOf(source)).toEqual(["", "First sentence.", "@definition of it:", "  indented", "", "@theorem", ""]);
  expect(commentOf("/** One. */\nexport const sd: Algorithm = {};")).toEqual([" One."]);
});

test("none where the comment is another's, or nothing is exported", () => {
  expect(commentOf("/** One. */\nconst x = 1;\nexport const sd: Algorithm = {};")).toEqual([""]);
  expect(commentOf("/** One. */\n\nexport const sd: Algorithm = {};")).toEqual([""]);
  expect(commentOf("/** One. */\nconst sd: Algorithm = {};")).toEqual([""]);
  expect(commentOf("")).toEqual([""]);
});

test("sections in their order, each with the lines up to the next tag", () => {
  expect([...sectionsOf(["A", "b", "@one x", "y", "", "@two", "z @three", "@one again"])]).toEqual([
    ["", "A\nb\n"],
    ["one", " x\ny\n\n again\n"],
    ["two", "\nz @three\n"],
  ]);
  expect([...sectionsOf([])]).toEqual([["", ""]]);
});

test("theorems are the items with a name in code first", () => {
  expect(listedTheorems("\n- `a_b`: what\n  it  says\n- no name\n- `c`:\n  more - `d`: not one\n")).toEqual([
    { name: "a_b", says: "what it says" },
    { name: "c", says: "more - `d`: not one" },
  ]);
  expect(listedTheorems("- `a`:what it says")).toEqual([{ name: "a", says: "what it says" }]);
  expect(listedTheorems("none")).toEqual([]);
});
