import { type Survivor, survivorsOf } from "../survivor.ts";

const REWEIGHTED =
  "if (known instanceof FiniteDist && known.support.length > SEARCHED) return distOn(field, known.places(), weights);";
const IS_ID =
  "const isId = (id: unknown): boolean => Number.isInteger(id) && (id as number) >= 0 && (id as number) < most;";

/** The mutants of `src/core/law` that survive and may. */
export const dist: readonly Survivor[] = [
  ...survivorsOf(
    "src/core/law/dist.ts",
    "performance",
    "Searching and indexing find the same weights of any support.",
    [
      ["if (support.length <= SEARCHED) {", "support.length <= SEARCHED → true"],
      ["if (support.length <= SEARCHED) {", "support.length <= SEARCHED → false"],
      ["if (support.length <= SEARCHED) {", "support.length <= SEARCHED → support.length < SEARCHED"],
      ["if (support.length <= SEARCHED) {", "support.length <= SEARCHED → support.length > SEARCHED"],
      ["if (support.length <= SEARCHED) {", "{ const at = support.indexOf(v….#zero : (weights[at] as W); } → {}"],
    ],
  ),
  ...survivorsOf("src/core/law/dist.ts", "performance", "Laws that do not share their places find them themselves.", [
    [REWEIGHTED, "known instanceof FiniteDist &&…nown.support.length > SEARCHED → false"],
    [REWEIGHTED, "known.support.length > SEARCHED → true"],
    [REWEIGHTED, "known.support.length > SEARCHED → known.support.length >= SEARCHED"],
    [REWEIGHTED, "known.support.length > SEARCHED → known.support.length <= SEARCHED"],
  ]),
  ...survivorsOf(
    "src/core/law/dist.ts",
    "performance",
    "Ids that stand at their own places are found without an index.",
    [
      [
        "const at = support[value as number] === value ? (value as number) : this.places().of(value);",
        "support[value as number] === value → false",
      ],
    ],
  ),
  ...survivorsOf("src/core/law/places.ts", "performance", "An array and a map find the same places.", [
    ["const most = 4 * support.length;", "4 * support.length → 4 / support.length"],
    [IS_ID, "(id: unknown): boolean => Numb… >= 0 && (id as number) < most → () => undefined"],
    [IS_ID, "Number.isInteger(id) && (id as… >= 0 && (id as number) < most → false"],
    [IS_ID, "(id as number) >= 0 → id as number > 0"],
    [IS_ID, "(id as number) >= 0 → (id as number) < 0"],
    [IS_ID, "(id as number) < most → id as number >= most"],
    ["if (support.every(isId)) {", "support.every(isId) → false"],
    ["if (support.every(isId)) {", "{ const places = new Int32Arra…(places[value] ?? -1) : -1); } → {}"],
  ]),
  ...survivorsOf("src/core/law/places.ts", "equivalent", "Past the end there is no value to place.", [
    [
      "for (let place = 0; place < support.length; place++) places[support[place] as number] = place;",
      "place < support.length → place <= support.length",
    ],
  ]),
  ...survivorsOf("src/core/law/excess.ts", "performance", "Lists grow to their size one by one.", [
    ["const left = new Array<W>(weights.length);", "new Array<W>(weights.length) → new Array()"],
  ]),
  ...survivorsOf("src/core/law/normalise.ts", "performance", "Lists grow to their size one by one.", [
    ["const shares = new Array<W>(weights.length);", "new Array<W>(weights.length) → new Array()"],
  ]),
  ...survivorsOf("src/core/law/restrict.ts", "performance", "Lists grow to their size one by one.", [
    ["const left = new Array<W>(from.length);", "new Array<W>(from.length) → new Array()"],
  ]),
];
