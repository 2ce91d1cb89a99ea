import { type Survivor, survivorsOf } from "../survivor.ts";

/** The mutants of `src/evidence/tiers/symbolic` that survive and may. */
export const lawsSymbolic: readonly Survivor[] = [
  ...survivorsOf(
    "src/evidence/tiers/symbolic/certificate.ts",
    "performance",
    "What is known is only asked for again.",
    [["if (known === undefined) {", "known === undefined → true"]],
  ),
  ...survivorsOf("src/evidence/tiers/symbolic/certificate.ts", "performance", "The search on laws shows it as well.", [
    [
      "if (negative.length === 0) return [...a.keys()].every((monomial) => this.isNonNegative(monomial));",
      "negative.length === 0 → false",
    ],
  ]),
  ...survivorsOf(
    "src/evidence/tiers/symbolic/certificate.ts",
    "performance",
    "The search is given up one replacement later.",
    [["if (tries.left-- <= 0) return false;", "tries.left-- <= 0 → tries.left-- < 0"]],
  ),
  ...survivorsOf("src/evidence/tiers/symbolic/certificate.ts", "equivalent", "No coefficient of a polynomial is 0.", [
    ["const negative = [...a].filter(([, c]) => c < 0n);", "c < 0n → c <= 0n"],
  ]),
  ...survivorsOf(
    "src/evidence/tiers/symbolic/counterexample.ts",
    "equivalent",
    "Where the round at the prompt differs, enumeration always refutes.",
    [
      [
        'return verdict.verdict === "refuted" ? { found: "refuted", world: file, verdict } : { found: "nothing" };',
        'verdict.verdict === "refuted" → true',
      ],
      [
        'return verdict.verdict === "refuted" ? { found: "refuted", world: file, verdict } : { found: "nothing" };',
        '{ found: "nothing" } → {}',
      ],
    ],
  ),
  ...survivorsOf(
    "src/evidence/tiers/symbolic/counterexample.ts",
    "equivalent",
    "Nothing found takes the place of nothing found.",
    [['if (trial.found === "error" && error.found === "nothing") error = trial;', 'trial.found === "error" → true']],
  ),
  ...survivorsOf("src/evidence/tiers/symbolic/divisors.ts", "performance", "What was seen is looked at again.", [
    ["if (seen.has(formula)) return;", "seen.has(formula) → false"],
  ]),
  ...survivorsOf(
    "src/evidence/tiers/symbolic/generic.ts",
    "equivalent",
    "What is left out of a tree has the weight 0.",
    [["if (branch === undefined) return;", "branch === undefined → false"]],
  ),
  ...survivorsOf(
    "src/evidence/tiers/symbolic/normal-form.ts",
    "equivalent",
    "A sign is 1 or -1, and the numerator of what is not zero is not 0.",
    [
      ["let sign: 1 | -1 = a.numerator < 0n ? -1 : 1;", "a.numerator < 0n → a.numerator <= 0n"],
      ["if (factor < 0) sign = -sign as 1 | -1;", "factor < 0 → factor <= 0"],
      ["if (factor < 0) flipped = !flipped;", "factor < 0 → factor <= 0"],
    ],
  ),
  ...survivorsOf(
    "src/evidence/tiers/symbolic/normal-form.ts",
    "equivalent",
    "Where the difference is 0 both are the minimum.",
    [["if (sign !== undefined) return sign <= 0 ? a : b;", "sign <= 0 → sign < 0"]],
  ),
  ...survivorsOf("src/evidence/tiers/symbolic/work.ts", "performance", "Products are only found again.", [
    ['if (a === "") return b;', 'a === "" → false'],
    ['if (b === "") return a;', 'b === "" → false'],
    ["if (product === undefined) {", "product === undefined → true"],
    [
      "if (this.#products.size >= PRODUCTS_KEPT) this.#products.clear();",
      "this.#products.size >= PRODUCTS_KEPT → false",
    ],
    [
      "if (this.#products.size >= PRODUCTS_KEPT) this.#products.clear();",
      "this.#products.size >= PRODUCTS_KEPT → this.#products.size > PRODUCTS_KEPT",
    ],
  ]),
  ...survivorsOf("src/evidence/tiers/symbolic/prove-case.ts", "equivalent", "An answer that is no point has none.", [
    [
      'return result([{ obligation: "R", what, point: answer.found === "point" ? answer.point : undefined }]);',
      'answer.found === "point" → true',
    ],
  ]),
  ...survivorsOf(
    "src/evidence/tiers/symbolic/rational-function.ts",
    "equivalent",
    "A power and a sign are 1 or -1; denominators, exponents and coefficients are not 0.",
    [
      [
        "const divisor = gcd(numerator, denominator) * (denominator < 0n ? -1n : 1n);",
        "gcd(numerator, denominator) * (denominator < 0n ? -1n : 1n) → gcd(numerator, denominator) / (denominator < 0n ? -1n : 1n)",
      ],
      [
        "const divisor = gcd(numerator, denominator) * (denominator < 0n ? -1n : 1n);",
        "denominator < 0n → denominator <= 0n",
      ],
      ['if (power < 0 && isZero(b)) throw new RangeError("division by the zero function");', "power < 0 → power <= 0"],
      ["if (a === one && power > 0) return b;", "power > 0 → power >= 0"],
      ["return power > 0", "power > 0 → power >= 0"],
      [
        'if (exponent < 0) throw new RangeError("a denominator was left out of the common factors");',
        "exponent < 0 → exponent <= 0",
      ],
      [
        "return [...a.factors.values()].filter(({ exponent }) => exponent > 0).map(({ base }) => base);",
        "exponent > 0 → exponent >= 0",
      ],
      [
        "return [...a.factors.values()].filter(({ exponent }) => exponent < 0).map(({ base }) => base);",
        "exponent < 0 → exponent <= 0",
      ],
      ["const absolute = (a: bigint): bigint => (a < 0n ? -a : a);", "a < 0n → a <= 0n"],
      ["if (lead < 0n) {", "lead < 0n → lead <= 0n"],
    ],
  ),
  ...survivorsOf("src/evidence/tiers/symbolic/rational-function.ts", "equivalent", "No two terms have one monomial.", [
    [
      "const [, lead] = [...rest].reduce((least, term) => (term[0] < least[0] ? term : least));",
      "term[0] < least[0] → term[0] <= least[0]",
    ],
  ]),
  ...survivorsOf(
    "src/evidence/tiers/symbolic/rational-function.ts",
    "performance",
    "What is known is not computed, and small factors are multiplied first.",
    [
      ["if (b === one) return a;", "b === one → false"],
      ["if (a === one && power > 0) return b;", "a === one && power > 0 → false"],
      ["if (common.has(key)) continue;", "common.has(key) → false"],
      [
        "for (const { base, exponent } of rest.sort((x, y) => x.base.size - y.base.size)) {",
        "rest.sort((x, y) => x.base.size - y.base.size) → rest",
      ],
      [
        "for (const { base, exponent } of rest.sort((x, y) => x.base.size - y.base.size)) {",
        "(x, y) => x.base.size - y.base.size → () => undefined",
      ],
      [
        "for (const { base, exponent } of rest.sort((x, y) => x.base.size - y.base.size)) {",
        "x.base.size - y.base.size → x.base.size + y.base.size",
      ],
    ],
  ),
  ...survivorsOf(
    "src/evidence/tiers/symbolic/reachable.ts",
    "performance",
    "What was divided by before is among what is known not to be zero, and shown at once.",
    [["if (here.has(divisor)) continue;", "here.has(divisor) → false"]],
  ),
  ...survivorsOf(
    "src/evidence/tiers/symbolic/reachable.ts",
    "equivalent",
    "What is left out of a tree has the weight 0.",
    [["if (branch === undefined) return;", "branch === undefined → false"]],
  ),
  ...survivorsOf("src/evidence/tiers/symbolic/reachable.ts", "equivalent", "A sign is 1 or -1.", [
    ["const size = sign > 0 ? factor : negated(factor);", "sign > 0 → sign >= 0"],
    [
      "return form.certificates.nonNegative(minus(size, otherSign > 0 ? other : negated(other)));",
      "otherSign > 0 → otherSign >= 0",
    ],
    ['return { polynomial: sign > 0 ? polynomial : negated(polynomial), is: ">" };', "sign > 0 → sign >= 0"],
  ]),
  ...survivorsOf(
    "src/evidence/tiers/symbolic/region.ts",
    "equivalent",
    "A sign is 1 or -1, and the numerator of what has a factor is not 0.",
    [
      ["const sign = excess.numerator < 0n ? -1 : 1;", "excess.numerator < 0n → excess.numerator <= 0n"],
      ["this.form.assume(factor, sign < 0 ? 1 : -1);", "sign < 0 → sign <= 0"],
      ["this.nonNegative.push(sign < 0 ? factor : negated(factor));", "sign < 0 → sign <= 0"],
      ["this.positive.push(sign > 0 ? factor : negated(factor));", "sign > 0 → sign >= 0"],
    ],
  ),
  ...survivorsOf(
    "src/evidence/tiers/symbolic/shared-subtrees.ts",
    "equivalent",
    "Whatever stands for the weights of a mark, it is the same for all marks.",
    [
      [
        'const weights = tree.kind === "mark" ? [] : tree.weights.map((weight) => this.formula(weight));',
        '[] → ["Stryker was here"]',
      ],
    ],
  ),
  ...survivorsOf("src/evidence/tiers/symbolic/smt.ts", "performance", "What is needed is only noted again.", [
    ["if (needed.has(number)) return;", "needed.has(number) → false"],
  ]),
  ...survivorsOf("src/evidence/tiers/symbolic/smt.ts", "equivalent", "No coefficient of a polynomial is 0.", [
    [
      // biome-ignore lint/suspicious/noTemplateCurlyInString: it is a line of code
      "const whole = (value: bigint): string => (value < 0n ? `(- ${-value}.0)` : `${value}.0`);",
      "value < 0n → value <= 0n",
    ],
  ]),
  ...survivorsOf(
    "src/evidence/tiers/symbolic/solver.ts",
    "wording",
    "It only silences a notice on standard error, of a slow machine, that z3 is still loading.",
    [["const z3 = await init({ printErr: () => {} });", "{ printErr: () => {} } → {}"]],
  ),
  ...survivorsOf(
    "src/evidence/tiers/symbolic/solver.ts",
    "performance",
    "The memory of questions that were answered is kept.",
    [["} finally {", "{ Z3.params_dec_ref(context, p…ext); Z3.del_config(config); } → {}"]],
  ),
  ...survivorsOf(
    "src/evidence/tiers/symbolic/solver-counterexample.ts",
    "equivalent",
    "What is no law of either side is not written.",
    [["const laws: WrittenLaw[] = [];", '[] → ["Stryker was here"]']],
  ),
  ...survivorsOf("src/evidence/tiers/symbolic/sums.ts", "equivalent", "What is left out of a tree has the weight 0.", [
    [
      "if (branch !== undefined && !isZero(form.of(itemAt(weights, at)))) judge(branch);",
      "branch !== undefined → true",
    ],
  ]),
  ...survivorsOf(
    "src/evidence/tiers/symbolic/symbolic-lossless.ts",
    "equivalent",
    "The first way is always tried and takes the place of both.",
    [
      ["let last: Attempt = { longest: 0 };", "{ longest: 0 } → {}"],
      ['let trial: Trial = { found: "nothing" };', '{ found: "nothing" } → {}'],
    ],
  ),
  ...survivorsOf("src/evidence/tiers/symbolic/symbolic-lossless.ts", "equivalent", "What is refuted has a witness.", [
    [
      "const found = { gap, counterexample: trial.world, ...(witness === undefined ? {} : { witness }) };",
      "witness === undefined → false",
    ],
  ]),
  ...survivorsOf(
    "src/evidence/tiers/symbolic/tree-sum.ts",
    "equivalent",
    "What is left out of a tree has the weight 0; after an end comes nothing shared.",
    [
      ["if (branch === undefined) return [];", "branch === undefined → false"],
      [
        '} else if (below.kind === "end" || !shared.leadsToShared(below)) terms.push(times(factor, weight(below)));',
        'below.kind === "end" → false',
      ],
    ],
  ),
  ...survivorsOf(
    "src/evidence/tiers/symbolic/tree-sum.ts",
    "performance",
    "The sum is the same in whatever order it is formed, and with terms that are 0.",
    [
      [
        "value = shared.leadsToShared(below) && !shared.isShared(below) ? meeting(below) : compute(below);",
        "shared.leadsToShared(below) && !shared.isShared(below) → false",
      ],
      ["if (shared.isShared(below)) {", "shared.isShared(below) → false"],
      [
        '} else if (below.kind === "end" || !shared.leadsToShared(below)) terms.push(times(factor, weight(below)));',
        'below.kind === "end" || !shared.leadsToShared(below) → below.kind === "end" && !shared.leadsToShared(below)',
      ],
      ["if (!isZero(after)) terms.push(times(sum(form.work, factors), after));", "!isZero(after) → true"],
    ],
  ),
  ...survivorsOf(
    "src/evidence/tiers/symbolic/written-world.ts",
    "equivalent",
    "A tokenizer that is written has merges or cuts longest prefixes, never both.",
    [
      [
        "if (!(cutsLongestPrefix || bytes) && merges?.flat().some((text) => vocabulary.find(text) === undefined)) {",
        "merges?.flat → merges.flat",
      ],
      [
        'tokenizer: cutsLongestPrefix ? "longest-prefix" : { bpe: merges?.map((pair) => pair.map(piece)) },',
        "merges?.map → merges.map",
      ],
    ],
  ),
  ...survivorsOf(
    "src/evidence/tiers/symbolic/reachable.ts",
    "performance",
    "One certificate more is looked for, and what it shows is true: a divisor is not zero.",
    [["if (sign === undefined) return false;", "sign === undefined → false"]],
  ),
  ...survivorsOf(
    "src/evidence/tiers/symbolic/solver.ts",
    "equivalent",
    "Every worker that this build of z3 starts is told so by the build itself.",
    [
      ["const rest = ({ em }: Z3): void => {", "{ const { runningWorkers, unus…sedWorkers]) worker.unref(); } → {}"],
      [
        "for (const worker of [...runningWorkers, ...unusedWorkers]) worker.unref();",
        "[...runningWorkers, ...unusedWorkers] → []",
      ],
    ],
  ),
];
