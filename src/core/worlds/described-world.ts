import { type Rational, rational } from "../num/rational.ts";
import { parseWorld } from "./parse-world.ts";
import type { World } from "./world.ts";
import { Refused, writtenSide } from "./written-side.ts";

/** A small world in words. */
export interface WorldDescription {
  /** What it is called in verdicts; default "world". */
  readonly name?: string;
  /** The target's law: tokens with their probabilities, and laws after a token. */
  readonly target: string;
  /** The drafter's. */
  readonly drafter: string;
  /** Text before the first generated token; default none. */
  readonly prompt?: string;
  /** Tokens drafted in one round; default 1. */
  readonly lookahead?: number;
  /** Independent drafts for one position; default 2. */
  readonly candidates?: number;
}

/**
 * A small world in exact fractions, from what one would write on a blackboard.
 *
 * A side lists its tokens with their probabilities, which sum to 1. The word `stop` behind a probability makes a stop
 * token. `after x:` begins the law that holds after the token x; else the first law holds. Commas, semicolons and line
 * breaks separate; a token with blanks or commas stands in quotes.
 *
 * @throws Refused where a side is no law, and BadInput where prompt, lookahead or candidates are out of range.
 * @example
 * const coins = world({ target: "a 1/3, b 2/3", drafter: "a 1/2, ab 1/2" });
 * coins.target.next([]).weights?.map((p) => rational.print(p)); // → ["1/3", "2/3"]
 * world({ target: "a 1/2, . 1/2 stop; after a: a 1", drafter: "a 1", prompt: "a", lookahead: 3 }).lookahead; // → 3
 */
export function world(description: WorldDescription): World<Rational> {
  const { name = "world", target, drafter, prompt = "", lookahead = 1, candidates = 2 } = description;
  const file = {
    format: "lossless-world/1",
    name,
    prompt,
    lookahead,
    candidates,
    target: side("target", target),
    drafter: side("drafter", drafter),
  };
  return parseWorld(rational, name, JSON.stringify(file));
}

/** Quoted tokens, ends of an entry, and beginnings of a law that are followed by its first entry. */
const PARTS = /"(?:[^"\\]|\\.)*"|(?<=\d|\bstop)\s*[,;]|(?<=^|\n)\s*after\s+(?:"(?:[^"\\]|\\.)*"|[^\s:]+)\s*:/g;

const side = (which: "target" | "drafter", text: string): object => {
  const lines = text
    .replace(PARTS, (part) => (/^\s*[,;]$/.test(part) ? "\n" : part))
    .replace(PARTS, (part) => (/^\s*after\s/.test(part) ? `${part}\n` : part));
  try {
    return writtenSide(lines);
  } catch (error) {
    if (error instanceof Refused) throw new Refused(`${which}: ${error.message}`);
    throw error;
  }
};
