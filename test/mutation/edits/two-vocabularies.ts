import { type Edit, editsOf } from "../edit.ts";

const SLRS = ["slrs", "slrs-thinned", "slrs-multi", "slrs-block"];
const TLI = ["tli", "tli-block"];

/** The lines that all of these files have in common. */
const contextLines = [
  ["context-lost", "stateIsContext: true", "stateIsContext: false", "The context is not handed on."],
  ["starts-from-nothing", "start: promptTokens", "start: () => []", "Generation starts from an empty prompt."],
  [
    "key-empty",
    "key: (committed, world) => drafterTextState(world, committed)",
    'key: () => ""',
    "Contexts that the drafter tells apart are merged.",
  ],
] as const;

/** Edits of the files of algorithms for two vocabularies. */
export const twoVocabularies: readonly Edit[] = [
  ...editsOf(
    "src/core/algorithms/union.ts",
    ["union"],
    [
      ...contextLines,
      [
        "drafts-from-nothing",
        "draftTokens(ask, world, context)",
        "draftTokens(ask, world, [])",
        "The drafter reads no context.",
      ],
      [
        "target-forgets",
        "verifyTokens(ask, world, committed, draft)",
        "verifyTokens(ask, world, [], draft)",
        "The target reads no context.",
      ],
      [
        "formula-of-nothing",
        "drafterContext(world, prompt)",
        "drafterContext(world, [])",
        "The formula takes the drafter's law after nothing.",
      ],
      [
        "formula-target-forgets",
        "world.target.next(prompt)",
        "world.target.next([])",
        "The formula takes the target's law after nothing.",
      ],
      [
        "formula-of-q",
        "overlap(world.field, world.target.next(prompt), q)",
        "overlap(world.field, q, q)",
        "The formula compares the drafter with itself.",
      ],
      [
        "outside-forgotten",
        "verifyTokens(ask, world, committed, draft)",
        "verifyTokens(ask, world, committed, { ...draft, tokens: draft.tokens.filter((t) => t !== undefined) })",
        "Tokens outside T are skipped instead of rejected.",
      ],
    ],
  ),
  ...editsOf(
    "src/core/algorithms/tli.ts",
    ["tli"],
    [
      ...contextLines.map(([name, find, replace, about]) => [name, find, replace, about, TLI] as const),
      [
        "drafts-from-nothing",
        "draftShared(world, drafterContext(world, committed))",
        "draftShared(world, [])",
        "The drafter reads no context.",
      ],
      [
        "target-forgets",
        "verifyTokens(ask, world, committed, draft(ask))",
        "verifyTokens(ask, world, [], draft(ask))",
        "The target reads no context.",
      ],
      [
        "formula-of-nothing",
        "drafterContext(world, prompt)",
        "drafterContext(world, [])",
        "The formula takes the drafter's law after nothing.",
        TLI,
      ],
      [
        "formula-not-conditioned",
        "normalise(field, q)",
        "q",
        "The formula is that of the drafter's law on T ∪ D.",
        TLI,
      ],
      [
        "formula-without-mass",
        "return field.zero;",
        "return field.one;",
        "The formula claims all where T ∩ D has no mass.",
        TLI,
      ],
      [
        "formula-target-forgets",
        "target.next(prompt)",
        "target.next([])",
        "The formula takes the target's law after nothing.",
        TLI,
      ],
      [
        "reports-nothing",
        "verifyTokens(ask, world, committed, draft(ask))",
        "({ ...verifyTokens(ask, world, committed, draft(ask)), accepted: 0 })",
        "What is accepted is not reported.",
      ],
      [
        "first-only",
        "verifyTokens(ask, world, committed, draft(ask))",
        "((all) => verifyTokens(ask, world, committed, { ...all, tokens: all.tokens.slice(0, 1) }))(draft(ask))",
        "Only the first proposed token is verified, by the law of all.",
      ],
    ],
  ),
  ...editsOf(
    "src/core/algorithms/tli-block.ts",
    ["tli-block"],
    [
      [
        "drafts-from-nothing",
        "draftShared(world, drafterContext(world, committed))",
        "draftShared(world, [])",
        "The drafter reads no context.",
      ],
      [
        "target-forgets",
        "verifyBlock(ask, world, committed, draft(ask))",
        "verifyBlock(ask, world, [], draft(ask))",
        "The target reads no context.",
      ],
      [
        "drafts-twice",
        "verifyBlock(ask, world, committed, draft(ask))",
        "verifyBlock(ask, world, committed, { ...draft(ask), law: draft(ask).law })",
        "The laws are those of another draft.",
      ],
      [
        "reports-nothing",
        "verifyBlock(ask, world, committed, draft(ask))",
        "({ ...verifyBlock(ask, world, committed, draft(ask)), accepted: 0 })",
        "What is accepted is not reported.",
      ],
      [
        "first-only",
        "verifyBlock(ask, world, committed, draft(ask))",
        "((all) => verifyBlock(ask, world, committed, { ...all, tokens: all.tokens.slice(0, 1) }))(draft(ask))",
        "Only the first proposed token is verified, by the law of all.",
      ],
    ],
  ),
  ...editsOf(
    "src/core/algorithms/slem.ts",
    ["slem"],
    [
      ...contextLines,
      [
        "drafts-from-nothing",
        "draftText(ask, world, context, never)",
        "draftText(ask, world, [], never)",
        "The drafter reads no context.",
      ],
      ["target-forgets", "target.score(committed, t)", "target.score([], t)", "The target reads no context."],
      ["first-law-for-all", "() => p[at] as", "() => p[0] as", "All tokens are drawn from the first law."],
      ["merges-lengths", "() => t.join()", "() => String(t.length)", "Words of equal length are merged."],
      ["stops-at-once", "if (drawn !== t[at])", "if (drawn !== t[at] || at >= 0)", "A round ends after one token."],
      ["accepts-the-last", "accepted: at }", "accepted: at + 1 }", "The draw that differs is reported as accepted."],
      [
        "drops-the-last",
        "return { emitted,",
        "return { emitted: emitted.slice(0, Math.max(at, 1)),",
        "The draw that differs is dropped.",
      ],
      [
        "formula-of-rejection",
        "field.mul(p.weight(t), psi.weight(t))",
        "field.min(p.weight(t), psi.weight(t))",
        "The formula is that of rejection sampling.",
      ],
      [
        "formula-of-nothing",
        "drafterContext(world, prompt)",
        "drafterContext(world, [])",
        "The formula takes the drafter's law after nothing.",
      ],
      [
        "formula-target-forgets",
        "target.next(prompt)",
        "target.next([])",
        "The formula takes the target's law after nothing.",
      ],
      [
        "proposes-the-first",
        "target.tokenizer.encode(text)",
        "target.tokenizer.encode(text).slice(0, 1)",
        "Only the first token of the drafted text is proposed.",
      ],
    ],
  ),
  ...editsOf(
    "src/core/algorithms/slrs.ts",
    ["slrs"],
    [
      ...contextLines.map(([name, find, replace, about]) => [name, find, replace, about, SLRS] as const),
      ["corrects-from-target", "residual(field, p, psi)", "p", "The correction is drawn from the target's law."],
      [
        "no-proposal-from-target",
        'return { emitted: [ask.sample("residual", () => residual(field, p, psi))]',
        'return { emitted: [ask.sample("residual", () => (t === undefined ? p : residual(field, p, psi)))]',
        "Where nothing is proposed the token comes from p.",
      ],
      ["psi-of-nothing", "firstTokenLaw(world, context)", "firstTokenLaw(world, [])", "ψ is that of an empty context."],
      [
        "drafts-from-nothing",
        "draftText(ask, world, context, enough)",
        "draftText(ask, world, [], enough)",
        "The drafter reads no context.",
      ],
      ["merges-all", "() => String(t)", '() => ""', "All proposals are merged."],
      ["target-forgets", "target.score(committed, [])", "target.score([], [])", "The target reads no context."],
      ["keeps-by-target", "keep(field, p, psi, t)", "p.weight(t)", "The proposal is kept with p."],
      ["accepts-none", "accepted: 1 }", "accepted: 0 }", "Kept proposals are reported as rejected."],
      [
        "last-token",
        "const [t] = target.tokenizer.encode(text);",
        "const t = target.tokenizer.encode(text).at(-1);",
        "The last token of the drafted text is proposed.",
      ],
      [
        "formula-of-nothing",
        "drafterContext(world, prompt)",
        "drafterContext(world, [])",
        "The formula takes the drafter's law after nothing.",
        SLRS,
      ],
      [
        "formula-target-forgets",
        "world.target.next(prompt)",
        "world.target.next([])",
        "The formula takes the target's law after nothing.",
        SLRS,
      ],
      [
        "formula-of-q",
        "overlap(world.field, world.target.next(prompt), psi)",
        "overlap(world.field, psi, psi)",
        "The formula compares ψ with itself.",
        SLRS,
      ],
    ],
  ),
  ...editsOf(
    "src/core/algorithms/slrs-thinned.ts",
    ["slrs-thinned"],
    [
      [
        "keeps-by-one-minus-psi",
        "field.monus(field.one, field.div(psi.weight(y), p.weight(y)))",
        "field.monus(field.one, psi.weight(y))",
        "A draw is sent back with ψ instead of ψ/p.",
      ],
      ["sends-none-back", "() => thinned(field, p, kept)", "() => p", "The correction is drawn from the target's law."],
      [
        "upside-down",
        "field.div(psi.weight(y), p.weight(y))",
        "field.div(p.weight(y), psi.weight(y))",
        "A draw is sent back with p/ψ.",
      ],
      ["thins-psi", "thinned(field, p, kept)", "thinned(field, psi, kept)", "The correction is drawn from ψ."],
      ["psi-of-nothing", "firstTokenLaw(world, context)", "firstTokenLaw(world, [])", "ψ is that of an empty context."],
      [
        "drafts-from-nothing",
        "draftText(ask, world, context, enough)",
        "draftText(ask, world, [], enough)",
        "The drafter reads no context.",
      ],
      ["merges-all", "() => String(t)", '() => ""', "All proposals are merged."],
      ["target-forgets", "target.score(committed, [])", "target.score([], [])", "The target reads no context."],
      ["accepts-none", "accepted: 1 }", "accepted: 0 }", "Kept proposals are reported as rejected."],
      [
        "all-settled",
        "const enough = firstSettled(world);",
        "const enough = () => true;",
        "One draft is made, ψ is that of several.",
      ],
    ],
  ),
  ...editsOf(
    "src/core/algorithms/slrs-multi.ts",
    ["slrs-multi"],
    [
      [
        "drafts-from-nothing",
        "proposeWord(world, drafterContext(world, committed))",
        "proposeWord(world, [])",
        "The drafter reads no context.",
      ],
      [
        "target-forgets",
        "verifyTokens(ask, world, committed, propose(ask))",
        "verifyTokens(ask, world, [], propose(ask))",
        "The target reads no context.",
      ],
      [
        "drafts-twice",
        "verifyTokens(ask, world, committed, propose(ask))",
        "verifyTokens(ask, world, committed, { ...propose(ask), law: propose(ask).law })",
        "The laws are those along another draft.",
      ],
      [
        "reports-nothing",
        "verifyTokens(ask, world, committed, propose(ask))",
        "({ ...verifyTokens(ask, world, committed, propose(ask)), accepted: 0 })",
        "What is accepted is not reported.",
      ],
      [
        "first-only",
        "verifyTokens(ask, world, committed, propose(ask))",
        "((all) => verifyTokens(ask, world, committed, { ...all, tokens: all.tokens.slice(0, 1) }))(propose(ask))",
        "Only the first proposed token is verified, by the law of all.",
      ],
    ],
  ),
  ...editsOf(
    "src/core/algorithms/slrs-block.ts",
    ["slrs-block"],
    [
      [
        "drafts-from-nothing",
        "proposeWord(world, drafterContext(world, committed))",
        "proposeWord(world, [])",
        "The drafter reads no context.",
      ],
      [
        "target-forgets",
        "verifyBlock(ask, world, committed, propose(ask))",
        "verifyBlock(ask, world, [], propose(ask))",
        "The target reads no context.",
      ],
      [
        "drafts-twice",
        "verifyBlock(ask, world, committed, propose(ask))",
        "verifyBlock(ask, world, committed, { ...propose(ask), law: propose(ask).law })",
        "The laws are those along another draft.",
      ],
      [
        "reports-nothing",
        "verifyBlock(ask, world, committed, propose(ask))",
        "({ ...verifyBlock(ask, world, committed, propose(ask)), accepted: 0 })",
        "What is accepted is not reported.",
      ],
      [
        "first-only",
        "verifyBlock(ask, world, committed, propose(ask))",
        "((all) => verifyBlock(ask, world, committed, { ...all, tokens: all.tokens.slice(0, 1) }))(propose(ask))",
        "Only the first proposed token is verified, by the law of all.",
      ],
    ],
  ),
];
