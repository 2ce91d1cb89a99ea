import { type Edit, editsOf } from "../edit.ts";

const HYBRID = ["slrs-hybrid"];
const PAIR = ["slrs-pair"];

/** Edits of the algorithms that use text and tokens of one draft, and of the parts that are theirs. */
export const hybrids: readonly Edit[] = [
  ...editsOf("src/core/algorithms/slrs-hybrid.ts", HYBRID, [
    [
      "drafts-from-nothing",
      "proposeSharedElseText(world, drafterContext(world, committed))",
      "proposeSharedElseText(world, [])",
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
    [
      "formula-of-nothing",
      "sharedElseTextLaw(world, drafterContext(world, prompt))",
      "sharedElseTextLaw(world, [])",
      "The formula takes the drafter's law after nothing.",
    ],
    [
      "formula-target-forgets",
      "world.target.next(prompt)",
      "world.target.next([])",
      "The formula takes the target's law after nothing.",
    ],
  ]),
  ...editsOf("src/core/algorithms/parts/shared-else-text.ts", HYBRID, [
    [
      "all-texts",
      "shared.toTarget(d) === undefined)",
      "shared.toTarget(d) !== d)",
      "The texts of drafts that begin with a shared token are counted as well.",
    ],
    [
      "runs-not-counted",
      "field.add(run.next.weight(x), text.next.weight(x))",
      "text.next.weight(x)",
      "The law of a token leaves out the runs.",
    ],
    [
      "mass-of-texts",
      "field.add(run.mass, text.mass)",
      "text.mass",
      "The law of a token is conditioned on the texts alone.",
    ],
    [
      "kinds-swapped",
      "const tokens = isShared ?",
      "const tokens = !isShared ?",
      "Shared drafts are proposed as text, others as a run.",
    ],
    ["merges-lengths", "() => tokens.join()", "() => String(tokens.length)", "Words of equal length are merged."],
    [
      "first-law-for-all",
      "next(tokens.slice(0, at))",
      "next(tokens.slice(0, at && 0))",
      "The law of the first token is told for all.",
    ],
    [
      "first-drawn-again",
      "draftText(ask, world, start, never, first)",
      "draftText(ask, world, start, never)",
      "The text begins with another first draft.",
    ],
    [
      "law-again-and-again",
      "known ??= sharedElseTextLaw(world, start);",
      "known = sharedElseTextLaw(world, start);",
      "The law of the word is computed for every token.",
    ],
  ]),
  ...editsOf("src/core/algorithms/parts/shared-run.ts", HYBRID, [
    ["run-from-start", "    context.push(d);\n", "", "Every draft of a run is drawn after the context alone."],
    [
      "goes-on-after-stop",
      " || d === drafter.tokenizer.vocabulary.eos) return run;",
      ") return run;",
      "A run goes on after the stop token.",
    ],
    ["one-more", "run.length === lookahead ||", "run.length > lookahead ||", "A run is drafted beyond the lookahead."],
    [
      "law-goes-on",
      "prefix.length === lookahead ||",
      "prefix.length > lookahead ||",
      "The law of a run goes on beyond the lookahead.",
    ],
    ["mass-forgotten", "field.mul(weight, q.weight(x))", "q.weight(x)", "The mass of a run is that of its last token."],
    [
      "law-from-start",
      "[...start, ...prefix.map(shared.toDrafter)]",
      "[...start]",
      "The law of every token of a run is that of the first.",
    ],
  ]),
  ...editsOf(
    "src/core/algorithms/parts/first-draft.ts",
    [...HYBRID, ...PAIR],
    [
      [
        "all-first-drafts",
        "restrict(field, drafter.next(start), kept)",
        "restrict(field, drafter.next(start), () => true)",
        "The drafts with any first token survive.",
      ],
      [
        "later-too",
        "context.length === start.length ?",
        "context.length >= start.length ?",
        "Every draft is drawn by the first one's law.",
      ],
    ],
  ),
  ...editsOf("src/core/algorithms/slrs-pair.ts", PAIR, [
    [
      "first-drawn-again",
      "draftText(ask, world, context, enough, d)",
      "draftText(ask, world, context, enough)",
      "The two candidates come from two drafts.",
    ],
    [
      "second-against-target",
      "keep(field, owed, lambda, y)",
      "keep(field, p, lambda, y)",
      "The second candidate is judged against the target's whole law.",
    ],
    [
      "last-from-owed",
      "normalise(field, excess(field, owed, lambda))",
      "normalise(field, owed)",
      "The last draw forgets that the second candidate was rejected.",
    ],
    [
      "last-from-target",
      "normalise(field, excess(field, owed, lambda))",
      "p",
      "The last draw is from the target's whole law.",
    ],
    [
      "merges-second",
      'ask.merge("proposal", () =>',
      'ask.merge("proposal", () => String(x) ||',
      "Drafts with different second candidates are merged.",
    ],
    ["target-forgets", "target.score(committed, [])", "target.score([], [])", "The target reads no context."],
    [
      "second-not-reported",
      "return { emitted: [y], accepted: 1 };",
      "return { emitted: [y], accepted: 0 };",
      "A kept second candidate is reported as rejected.",
    ],
    [
      "emits-the-first",
      "return { emitted: [y], accepted: 1 };",
      "return { emitted: [x ?? y], accepted: 1 };",
      "The first candidate is emitted where the second was kept.",
    ],
    [
      "formula-of-the-first",
      "return field.add(overlap(field, p, psi), overlap(field, excess(field, p, psi), lambda));",
      "return overlap(field, p, psi);",
      "The formula leaves out the second candidate.",
    ],
    [
      "formula-whole-target",
      "overlap(field, excess(field, p, psi), lambda)",
      "overlap(field, p, lambda)",
      "The formula compares the second candidate with the target's whole law.",
    ],
  ]),
  ...editsOf("src/core/algorithms/parts/given-rejected.ts", PAIR, [
    [
      "marginal",
      "field.mul(both.weight(x), rejected[i] as W)",
      "field.mul(both.weight(x), field.one)",
      "The second candidate's law is the drafter's, whatever was rejected.",
    ],
    [
      "kept-for-rejected",
      "field.monus(field.one, field.div(p.weight(x), psi.weight(x)))",
      "field.min(field.one, field.div(p.weight(x), psi.weight(x)))",
      "The second candidate's law is that given the first was kept.",
    ],
    [
      "missing-not-counted",
      "field.add(spelt, field.monus(drafted.weight(y), mass(field, both)))",
      "spelt",
      "Drafts without a first candidate are not counted.",
    ],
    [
      "any-first-draft",
      "shared.toTarget(d) === y)",
      "shared.toTarget(d) !== undefined)",
      "The joint law is that of all shared first drafts.",
    ],
    [
      "known-for-all",
      "known.get(y) ??",
      "known.values().next().value ??",
      "The joint law of one second candidate is taken for all.",
    ],
  ]),
  ...editsOf(
    "src/core/law/excess.ts",
    [...HYBRID, ...PAIR],
    [
      [
        "upside-down",
        "field.monus(weights[at] as W, q.weight(support[at] as A))",
        "field.monus(q.weight(support[at] as A), weights[at] as W)",
        "What is left of q is taken for what is left of p.",
      ],
    ],
  ),
];
