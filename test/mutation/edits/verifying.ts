import { type Edit, editsOf } from "../edit.ts";

const TOKEN_WISE = ["sd", "greedy-draft", "union", "tli", "slrs-multi", "slrs-hybrid"];
const BLOCK_WISE = ["sd-block", "tli-block", "slrs-block"];
const KEEPING = [...TOKEN_WISE, "rrs", "slrs", "slrs-thinned", "slrs-pair"];

/** Edits of the ways to verify a proposal. */
export const verifying: readonly Edit[] = [
  ...editsOf("src/core/algorithms/parts/accept.ts", KEEPING, [
    [
      "without-min",
      "field.min(field.one, field.div(p.weight(x), q.weight(x)))",
      "field.div(p.weight(x), q.weight(x))",
      "The chance to keep a draft is not capped at 1.",
      KEEPING.filter((id) => id !== "greedy-draft"),
    ],
    [
      "upside-down",
      "field.div(p.weight(x), q.weight(x))",
      "field.div(q.weight(x), p.weight(x))",
      "Drafts are kept with min(1, q/p).",
    ],
    [
      "barker",
      "field.div(p.weight(x), q.weight(x))",
      "field.div(p.weight(x), field.add(p.weight(x), q.weight(x)))",
      "Drafts are kept with p/(p + q).",
    ],
    [
      "without-q",
      "field.div(p.weight(x), q.weight(x))",
      "p.weight(x)",
      "Drafts are kept with p, as if they were proposed surely.",
      KEEPING.filter((id) => id !== "greedy-draft"),
    ],
    ["always", "field.min(field.one, field.div(p.weight(x), q.weight(x)))", "field.one", "Every draft is kept."],
  ]),
  ...editsOf("src/core/algorithms/parts/verify-tokens.ts", TOKEN_WISE, [
    [
      "corrects-from-target",
      "residual(field, p[at] as (typeof p)[number], proposal.law(at))",
      "p[at] as (typeof p)[number]",
      "The correction is drawn from the target's law.",
    ],
    [
      "first-law-for-all",
      "residual(field, p[at] as (typeof p)[number], proposal.law(at))",
      "residual(field, p[at] as (typeof p)[number], proposal.law(0))",
      "Every correction subtracts the law of the first proposed token.",
    ],
    [
      "corrects-at-first",
      "residual(field, p[at] as (typeof p)[number], proposal.law(at))",
      "residual(field, p[0] as (typeof p)[number], proposal.law(at))",
      "Every correction starts from the target's first law.",
    ],
    [
      "keeps-by-first-law",
      "keep(field, p[at] as (typeof p)[number], proposal.law(at), token)",
      "keep(field, p[at] as (typeof p)[number], proposal.law(0), token)",
      "Every token is kept by the law of the first proposed one.",
    ],
    [
      "keeps-by-first-score",
      "keep(field, p[at] as (typeof p)[number], proposal.law(at), token)",
      "keep(field, p[0] as (typeof p)[number], proposal.law(at), token)",
      "Every token is kept by the target's first law.",
    ],
    ["forgets-context", "target.score(committed, tokens)", "target.score([], tokens)", "The target reads no context."],
    [
      "scores-twice",
      "target.score(committed, tokens)",
      "(target.score(committed, tokens), target.score(committed, tokens))",
      "Two target passes a round.",
    ],
    [
      "no-bonus",
      'emitted: [...tokens, ask.sample("bonus", () => correction(all))]',
      'emitted: tokens.length > 0 ? tokens : [ask.sample("bonus", () => correction(all))]',
      "Nothing is emitted after a whole accepted word.",
    ],
    [
      "bonus-twice",
      'emitted: [...tokens, ask.sample("bonus", () => correction(all))]',
      'emitted: [...tokens, ask.sample("bonus", () => correction(all)), ask.sample("more", () => correction(all))]',
      "Two bonus tokens, the second without its own law.",
    ],
    ["accepts-none", "accepted: all }", "accepted: 0 }", "A whole accepted word is reported as rejected."],
    ["accepts-the-correction", "accepted: at };", "accepted: at + 1 };", "A correction is reported as accepted."],
    [
      "emits-the-rejected",
      "tokens.slice(0, at),",
      "tokens.slice(0, at + 1),",
      "The rejected token stays.",
      ["sd", "greedy-draft", "tli", "union", "slrs-multi", "slrs-hybrid"],
    ],
    [
      "drops-the-kept",
      "tokens.slice(0, at),",
      "tokens.slice(0, at - 1),",
      "A rejection takes the token before with it.",
    ],
    [
      "goes-on-after-stop",
      "if (token === eos)",
      "if (token === eos && at > 0)",
      "An accepted first stop token does not end the round.",
      ["sd", "greedy-draft", "union", "tli"],
    ],
    [
      "keeps-the-unknown",
      "token !== undefined &&",
      "token === undefined ||",
      "A token outside T is passed over as if it were kept.",
      ["union"],
    ],
  ]),
  ...editsOf(
    "src/core/algorithms/parts/proposal.ts",
    ["union"],
    [
      [
        "nothing-known",
        "tokens.slice(0, unknown)",
        "tokens.slice(0, 0)",
        "What was drafted before a token outside T is not scored.",
      ],
    ],
  ),
  ...editsOf("src/core/algorithms/parts/verify-block.ts", BLOCK_WISE, [
    [
      "without-min",
      "field.min(field.one, field.div(field.mul(w, law(i).weight(token)), proposal.law(i).weight(token)))",
      "field.div(field.mul(w, law(i).weight(token)), proposal.law(i).weight(token))",
      "The mass owed on a prefix may exceed 1.",
    ],
    [
      "not-accumulated",
      "field.mul(w, law(i).weight(token))",
      "law(i).weight(token)",
      "The mass owed forgets the tokens before.",
    ],
    [
      "owes-by-first-law",
      "proposal.law(i).weight(token)",
      "proposal.law(0).weight(token)",
      "The mass owed divides by the law of the first proposed token.",
    ],
    [
      "residual-unscaled",
      "field.mul(w, law(at).weight(x))",
      "law(at).weight(x)",
      "The excess is that of p instead of w p.",
    ],
    [
      "excess-over-first-law",
      "const q = proposal.law(at);",
      "const q = proposal.law(0);",
      "The excess subtracts the law of the first proposed token.",
    ],
    [
      "excess-over-nothing",
      "field.monus(field.mul(w, law(at).weight(x)), q.weight(x))",
      "field.mul(w, law(at).weight(x))",
      "The excess subtracts nothing.",
    ],
    ["stops-too-seldom", "field.monus(field.one, owed(at))", "field.one", "The chance to stop is S/(S + 1)."],
    [
      "stops-by-excess",
      "return field.div(s, field.add(s, field.monus(field.one, owed(at))));",
      "return s;",
      "The chance to stop is S.",
    ],
    [
      "stops-by-owed-mass",
      'ask.flip("accept", () => stop(at))',
      'ask.flip("accept", () => owed(at))',
      "The chance to stop is w at every prefix.",
    ],
    [
      "withholds-the-last",
      "let at = tokens.length; at > 0",
      "let at = tokens.length - 1; at > 0",
      "The whole word is never kept.",
    ],
    ["withholds-the-first", "at > 0; at--", "at > 1; at--", "A single token is never kept."],
    [
      "goes-on-after-stop",
      "emitted.at(-1) === target.tokenizer.vocabulary.eos",
      "emitted.at(-1) === target.tokenizer.vocabulary.eos && at > 1",
      "A token follows an accepted first stop token.",
      ["sd-block", "tli-block"],
    ],
    [
      "corrects-from-target",
      "normalise(field, excess(at))",
      "law(at)",
      "The token after a kept prefix is drawn from p.",
    ],
    ["rejects-to-target", "normalise(field, excess(0))", "law(0)", "Where nothing is kept the token is drawn from p."],
    ["accepts-the-correction", "accepted: 0 }", "accepted: 1 }", "A correction is reported as accepted."],
    ["forgets-context", "target.score(committed, tokens)", "target.score([], tokens)", "The target reads no context."],
    [
      "scores-twice",
      "target.score(committed, tokens)",
      "(target.score(committed, tokens), target.score(committed, tokens))",
      "Two target passes a round.",
    ],
    ["drops-the-last-kept", "tokens.slice(0, at)", "tokens.slice(0, at - 1)", "A kept prefix loses its last token."],
  ]),
];
