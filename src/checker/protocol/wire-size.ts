import { LONGEST_LINE } from "./messages.ts";
import { type FileSide, MOST_ROWS, type WorldFile } from "./wire-world.ts";

/**
 * Would this world be too long for one line when every context has a row with its logits? Told by counting, since writing
 * the rows of a large vocabulary out could take more memory than there is: a logit takes two bytes or more.
 */
export function isTooLong({ target, drafter }: WorldFile): boolean {
  return 2 * (logits(target) + logits(drafter)) > LONGEST_LINE;
}

const logits = ({ vocabulary, model: { kind, order = 0, period = 1, rows, otherwise } }: FileSide): number => {
  let contexts = 0;
  if (kind === "markov" && otherwise !== undefined)
    for (let length = 0; length <= order && contexts <= MOST_ROWS; length++) contexts += vocabulary.length ** length;
  return vocabulary.length * Math.max(rows.length, contexts * period);
};
