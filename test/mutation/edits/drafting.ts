import { type Edit, editsOf } from "../edit.ts";

const SAME = ["sd", "sd-block", "greedy-draft", "rrs", "k-seq", "typical"];
const TEXT = [
  ...["union", "tli", "tli-block", "slem", "slrs", "slrs-thinned", "slrs-multi", "slrs-block"],
  ...["slrs-hybrid", "slrs-pair"],
];
const TOKENS = ["sd", "sd-block", "greedy-draft", "union", "tli", "tli-block"];
const SHARED = ["tli", "tli-block"];

/** Edits of contexts, and of drafting by tokens. */
export const drafting: readonly Edit[] = [
  ...editsOf("src/core/algorithms/parts/committed.ts", TEXT, [
    [
      "prompt-forgotten",
      "encode(world.prompt)",
      'encode("" as typeof world.prompt)',
      "Generation starts from an empty prompt.",
      ["autoregressive", ...SAME, ...TEXT],
    ],
    [
      "order-or-period",
      "drafter.order === 0 && drafter.period === 1",
      "drafter.order === 0 || drafter.period === 1",
      "A drafter that remembers counts as one that does not.",
    ],
    ["state-left-out", "return `", "return pending ?? `", "The drafter's state is left out of the key."],
  ]),
  ...editsOf("src/core/worlds/world.ts", TEXT, [
    [
      "drafter-drops-first",
      "encodeDropping(spell(target, committed))",
      "encodeDropping(spell(target, committed.slice(1)))",
      "The drafter's context lacks the first committed token.",
    ],
    [
      "same-drops-last",
      "committed.map((token)",
      "committed.slice(0, -1).map((token)",
      "The drafter's context lacks the last committed token.",
      SAME,
    ],
    [
      "target-ids-for-drafter",
      'common.toDrafter(token) as Token<"drafter">',
      'token as unknown as Token<"drafter">',
      "The drafter is given the target's ids.",
      SAME,
    ],
  ]),
  ...editsOf(
    "src/core/algorithms/parts/draft-candidates.ts",
    ["rrs", "k-seq"],
    [
      ["one-less", "length: candidates }", "length: candidates - 1 }", "One candidate less is drawn."],
      [
        "one-for-all",
        "Array.from({ length: candidates }, draw)",
        "new Array(candidates).fill(draw())",
        "All candidates are the first one.",
      ],
      ["forgets-context", "drafter.next(context)", "drafter.next([])", "The drafter reads no context."],
      [
        "one-pass-each",
        'ask.sample("draft", () => law)',
        'ask.sample("draft", () => drafter.next(context))',
        "Every candidate costs a drafter pass of its own.",
      ],
      [
        "law-after-nothing",
        "onTarget(world, law)",
        "onTarget(world, drafter.next([]))",
        "The law told is not the one drawn from.",
      ],
    ],
  ),
  ...editsOf("src/core/algorithms/parts/draft-tokens.ts", TOKENS, [
    [
      "outside-surely",
      "this.world.field.zero",
      "this.world.field.one",
      "A target token that the drafter lacks counts as proposed surely.",
      ["union", "tli", "tli-block"],
    ],
    ["last-law-lost", "at < drafted ?", "at < drafted - 1 ?", "The law of the last draft is lost."],
    [
      "first-law-for-all",
      "laws[at] as DrafterLaw<W>",
      "laws[0] as DrafterLaw<W>",
      "The law of the first draft is told for all.",
    ],
    [
      "drafts-from-start",
      "    context.push(d);\n",
      "",
      "Every draft is drawn after the context alone.",
      [...TOKENS, "typical"],
    ],
    [
      "drafts-after-stop",
      "if (d === eos) break;",
      "",
      "Drafting goes on after the drafter's stop token.",
      [...TOKENS, "typical"],
    ],
    [
      "one-less",
      "while (drafted < lookahead)",
      "while (drafted < lookahead - 1)",
      "One draft less.",
      [...TOKENS, "typical"],
    ],
    [
      "next-from-start",
      "(context) => world.drafter.next(context)",
      "() => world.drafter.next(start)",
      "Every draft is drawn after the context alone.",
      ["sd", "sd-block", "union", "typical"],
    ],
    [
      "one-pass-more",
      "const law = lawAt(context);",
      "const law = (lawAt(context), lawAt(context));",
      "Two drafter passes a draft.",
      ["sd", "sd-block", "union", "tli", "tli-block", "typical"],
    ],
    [
      "outside-drafted",
      "restrictBy(field, q, shared.inTarget)",
      "q",
      "The drafter is not conditioned on T ∩ D.",
      SHARED,
    ],
    [
      "not-normalised",
      "lazyDist(() => normalise(field, onShared))",
      "onShared",
      "The drafter's law on T ∩ D is not normalised.",
      SHARED,
    ],
    [
      "drafts-without-mass",
      'ask.possible("shared mass", () => mass(field, onShared)) ? conditioned : undefined',
      "conditioned",
      "Drafting goes on where T ∩ D has no mass.",
      SHARED,
    ],
    [
      "shared-from-start",
      "const q = drafter.next(context);",
      "const q = drafter.next(start);",
      "Every draft on T ∩ D is drawn after the context alone.",
      SHARED,
    ],
  ]),
];
