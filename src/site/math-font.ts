import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import subset from "subset-font";

const between = (first: number, last: number): string =>
  Array.from({ length: last - first + 1 }, (_, at) => String.fromCodePoint(first + at)).join("");

/** Signs that formulas are made of; browsers draw a letter of a formula as the italic letter of its own. */
export const MATH_SIGNS = [
  between(0x21, 0x7e),
  between(0x391, 0x3f5),
  "ℎℓℝℕℤ",
  between(0x1d434, 0x1d467),
  between(0x1d6e2, 0x1d71b),
  "′″−×·⋅÷±∑∏∫∩∪∈∉∋⊂⊆⊇∅∖∣∥≤≥≠≈∼≡∝∞∀∃∧∨¬→←↦⇒⇔↔…⋯⋮⌈⌉⌊⌋⟨⟩√∘⊕⊗\u00a0\u2061\u2062\u2063\u2009\u2003",
].join("");

/** A style rule with a math font inside, cut down to the signs that formulas use: without one, q′ looks like q. */
export async function mathFace(): Promise<string> {
  const file = createRequire(import.meta.url).resolve("dejavu-fonts-ttf/ttf/DejaVuMathTeXGyre.ttf");
  const font = await subset(readFileSync(file), MATH_SIGNS, { targetFormat: "woff2" });
  return `@font-face { font-family: "Lab Math"; src: url(data:font/woff2;base64,${font.toString("base64")}) format("woff2") }
math { font-family: "Lab Math", "STIX Two Math", "Cambria Math", math; font-size: 1.08em }
`;
}
