import type { DecidableField } from "../num/field.ts";
import { printable } from "../vocab/printable.ts";
import { fromUnicode } from "../vocab/text.ts";
import { spell } from "../vocab/vocabulary.ts";
import { parseJson } from "./json.ts";
import { parseSide } from "./parse-side.ts";
import { Reader } from "./reader.ts";
import { createWorld, type World } from "./world.ts";

/** The format's name and version. */
export const FORMAT = "lossless-world/1";

const LONGEST_LOOKAHEAD = 64;
const MOST_CANDIDATES = 16;

/**
 * Reads a world file (`lossless-world/1`), its weights in `field`. Anything malformed is refused with its JSON path.
 *
 * @example
 * const side = (next) => ({
 *   vocabulary: Object.keys(next),
 *   eos: null,
 *   tokenizer: "longest-prefix",
 *   model: { kind: "markov", order: 0, rows: [], otherwise: next },
 * });
 * const [target, drafter] = [side({ a: "1/3", b: "2/3" }), side({ a: "1" })];
 * const text = JSON.stringify({ format: "lossless-world/1", name: "mine", prompt: "ab", lookahead: 2, target, drafter });
 * parseWorld(rational, "mine.json", text).target.tokenizer.encode("ab"); // → [0, 1]
 */
export function parseWorld<W>(field: DecidableField<W>, file: string, text: string): World<W> {
  const root = new Reader(file, "$", parseJson(file, text));
  const format = root.entries().get("format");
  if (format?.value !== FORMAT) (format ?? root).refuse(`the key "format" with "${FORMAT}"`);
  const keys = root.object(["format", "name", "prompt", "lookahead", "target", "drafter"], ["candidates", "about"]);
  const get = (key: string): Reader => keys.get(key) as Reader;

  const name = printable(get("name").string(200));
  if (name === "") get("name").refuse("a name");
  const aboutAt = keys.get("about");
  const about = aboutAt === undefined ? undefined : printable(aboutAt.string());
  const lookahead = checkLookahead(get("lookahead"));
  const candidates = keys.get("candidates")?.wholeNumber(1, MOST_CANDIDATES) ?? 2;
  const target = parseSide(field, "target", get("target"));
  const drafter = parseSide(field, "drafter", get("drafter"));
  const prompt = fromUnicode(get("prompt").string());
  const { tokenizer } = target;
  if (spell(tokenizer.vocabulary, tokenizer.encode(prompt)) !== prompt) {
    get("prompt").refuse("a prompt that the target's vocabulary can spell");
  }
  return createWorld({
    name,
    ...(about === undefined ? {} : { about }),
    field,
    target,
    drafter,
    prompt,
    lookahead,
    candidates,
  });
}

/** Tokens drafted in a round: a whole number from 1 to 64. */
export function checkLookahead(at: Reader): number {
  return at.wholeNumber(1, LONGEST_LOOKAHEAD);
}
