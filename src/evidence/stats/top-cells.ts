import { at as itemAt } from "../../core/num/at.ts";
/**
 * Cuts a large vocabulary into its likeliest tokens, one cell each in order of probability, and one last cell for the
 * rest.
 *
 * The cut depends on the law alone, never on the token, so the cell has exactly the stated law; ties go to the smaller
 * id. With fewer tokens than cells the spare cells have probability 0.
 */
export function topCells(law: readonly number[], token: number, cells: number): CellOutcome {
  const top: number[] = [];
  for (let id = 0; id < law.length; id++) {
    const p = itemAt(law, id);
    if (top.length === cells - 1 && p <= itemAt(law, itemAt(top, top.length - 1))) continue;
    let at = top.length;
    while (at > 0 && itemAt(law, itemAt(top, at - 1)) < p) at--;
    top.splice(at, 0, id);
    if (top.length === cells) top.pop();
  }
  const chosen = new Set(top);
  const rest = law.reduce((sum, p, id) => (chosen.has(id) ? sum : sum + p), 0);
  const coarse = [...top.map((id) => itemAt(law, id)), ...new Array<number>(cells - 1 - top.length).fill(0), rest];
  const rank = top.indexOf(token);
  return { cell: rank >= 0 ? rank : cells - 1, law: coarse };
}

/** A token seen through a coarse partition of the vocabulary, with the law of the cell it falls in. */
export interface CellOutcome {
  readonly cell: number;
  readonly law: readonly number[];
}
