import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { algorithms } from "../../src/core/algorithms/registry.ts";
import { formula, inline } from "../../src/site/markdown.ts";
import { MATH_SIGNS, mathFace } from "../../src/site/math-font.ts";
import { sectionsOf } from "../../src/site/typedoc/tags.ts";
import { packageRoot } from "../../src/system/files.ts";
import { readAlgorithms } from "./library.ts";

const inFormulas = (html: string): string =>
  [...html.matchAll(/<math[\s\S]*?<\/math>/g)].map(([math]) => math.replace(/<[^>]*>|&\w+;|\s/g, "")).join("");

test("the math font has every sign of the algorithms' formulas and of their examples", async () => {
  const library = await readAlgorithms();
  const comments = [...library.algorithms.values()].flatMap(({ comment }) => [...sectionsOf(comment).values()]);
  const examples = algorithms.map(({ id }) => readFileSync(join(packageRoot(), `fixtures/worked/${id}.json`), "utf8"));
  const texts = [...comments, ...examples.map((text) => (JSON.parse(text) as { about: string }).about)];
  const signs = new Set(texts.flatMap((text) => [...inFormulas(inline(text))]));
  expect(signs.size).toBeGreaterThan(30);
  expect([...signs].filter((sign) => !MATH_SIGNS.includes(sign))).toEqual([]);
});

test("the font is inside the style sheet, and small", async () => {
  const css = await mathFace();
  expect(css).toMatch(/^@font-face \{ font-family: "Lab Math"; src: url\(data:font\/woff2;base64,[\w+/=]+\) /);
  expect(css.length).toBeLessThan(100_000);
});

test("a prime stands beside its letter, where the font draws it large", () => {
  expect(formula("q'")).toContain('<mrow><mi>q</mi><mo lspace="0em" rspace="0em">′</mo></mrow>');
  expect(formula("q'_i(x)")).toContain(
    '<msub><mrow><mi>q</mi><mo lspace="0em" rspace="0em">′</mo></mrow><mi>i</mi></msub>',
  );
  expect(formula("x^2")).toContain("<msup><mi>x</mi><mn>2</mn></msup>");
});
