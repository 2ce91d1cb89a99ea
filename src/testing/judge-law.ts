import { table } from "../system/table.ts";
import type { Judgement } from "./judgement.ts";
import { inOneField, type LawLike, type Naming, namedLaw } from "./law-like.ts";

/** Differing values listed. */
const MOST_LISTED = 20;

/** Are two finite laws exactly equal? Values of weight zero count as absent; doubles must agree to the last bit. */
export function judgeLaw(found: LawLike, expected: LawLike, name?: Naming): Judgement {
  const {
    field,
    laws: [mine, theirs],
  } = inOneField(namedLaw(found, name), namedLaw(expected, name));
  const values = [
    ...new Set([...(theirs as NonNullable<typeof theirs>).keys(), ...(mine as NonNullable<typeof mine>).keys()]),
  ];
  let twice = field.zero;
  const rows: string[][] = [];
  for (const value of values) {
    const [a, b] = [mine?.get(value) ?? field.zero, theirs?.get(value) ?? field.zero];
    if (field.equal(a, b)) continue;
    twice = field.add(twice, field.add(field.monus(a, b), field.monus(b, a)));
    rows.push([`  ${value}`, field.print(a), field.print(b)]);
  }
  if (rows.length === 0) {
    return {
      pass: true,
      message: `expected another law than this, but the two are equal in all ${values.length} values`,
    };
  }
  const distance = field.print(field.div(twice, field.ratio(2n, 1n)));
  const listed = table(["  value", "found", "expected"], rows.slice(0, MOST_LISTED));
  const more = rows.length > MOST_LISTED ? `\n  … and ${rows.length - MOST_LISTED} more` : "";
  const count = `${rows.length} of ${values.length} value${values.length === 1 ? "" : "s"}`;
  return {
    pass: false,
    message: `expected exactly this law, but ${count} differ (total variation ${distance}):\n${listed}${more}`,
  };
}
