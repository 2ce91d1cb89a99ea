import { describe, expect, test } from "vitest";
import type { Algorithm, Committed, Round } from "../../../src/core/algorithms/algorithm.ts";
import { sd } from "../../../src/core/algorithms/sd.ts";
import { slrs } from "../../../src/core/algorithms/slrs.ts";
import { slrsBlock } from "../../../src/core/algorithms/slrs-block.ts";
import { tli } from "../../../src/core/algorithms/tli.ts";
import { dist } from "../../../src/core/law/dist.ts";
import { residual } from "../../../src/core/law/residual.ts";
import { thinned } from "../../../src/core/law/thinned.ts";
import { rational } from "../../../src/core/num/rational.ts";
import type { Ask } from "../../../src/core/program/program.ts";
import type { Token } from "../../../src/core/vocab/vocabulary.ts";
import type { World } from "../../../src/core/worlds/world.ts";
import { defaultLimits } from "../../../src/evidence/tiers/enumeration/contexts.ts";
import { lossless } from "../../../src/evidence/tiers/enumeration/lossless.ts";
import { examined } from "../../../src/evidence/untrusted/examined.ts";
import { chain, iid, toyWorld } from "../../support/toy-world.ts";

type Target = Token<"target">;

/** One vocabulary; both models read the last token. */
const world = toyWorld(
  chain({ a: "1/5", b: "3/5", c: "1/5" }, { a: { a: "1/2", b: "1/4", c: "1/4" } }),
  chain({ a: "2/5", b: "1/5", c: "2/5" }, { b: { a: "1/3", b: "1/3", c: "1/3" } }),
  2,
  "a",
);
/** Both stop. */
const stopping = toyWorld(
  iid({ a: "1/2", b: "1/4", ".": "1/4" }, { eos: "." }),
  iid({ a: "1/4", b: "1/2", ".": "1/4" }, { eos: "." }),
  2,
);
/** Other words. */
const words = toyWorld(iid({ a: "1/2", b: "1/6", ab: "1/3" }), iid({ a: "3/5", b: "2/5" }), 2);

const examine = (algorithm: Algorithm<never>, where: World<Parameters<typeof rational.print>[0]> = world) =>
  examined(rational, where, algorithm as Algorithm);

type AnyRound = <W>(world: World<W>, committed: Committed, ask: Ask<W>) => Round<Committed>;
/** An algorithm on one vocabulary, as somebody would write it. */
const mine = (round: AnyRound, parts: Partial<Algorithm<Committed>> = {}): Algorithm<never> =>
  ({
    ...sd,
    id: "mine",
    acceptance: undefined,
    round: (w, c) => (ask) => round(w, c, ask),
    ...parts,
  }) as Algorithm<never>;

const target: AnyRound = (w, committed, ask) => ({
  emitted: [ask.sample("target", () => w.target.score(committed, [])(0))],
});
const drafter: AnyRound = (w, committed, ask) => ({
  emitted: [ask.sample("draft", () => w.drafter.next(committed as never)) as never],
});

describe("right algorithms", () => {
  test.each([sd, tli, slrs, slrsBlock])("$id: the verdict of the trusted tier", (algorithm) => {
    for (const where of algorithm === (sd as unknown) ? [world, stopping] : [world, stopping, words]) {
      const { contexts: _, ...trusted } = lossless(rational, where, algorithm);
      expect(examined(rational, where, algorithm)).toMatchObject(trusted);
    }
  });

  test("that copies its context whole is looked at context by context, and says so", () => {
    const copying = mine((w, committed, ask) => ({
      emitted: [ask.sample("target", () => w.target.next([...committed]))],
    }));
    const { verdict, scope } = examine(copying);
    expect(verdict).toBe("proved");
    expect(scope).toMatch(/^horizon ≤ \d+; every context by itself, since the round reads all of the committed tokens/);
  });
  test("that passes copies on whole is known by classes", () => {
    const passing = mine((w, committed, ask) => {
      const context = committed.slice() as Target[];
      context.push(ask.sample("target", () => w.target.next(committed)));
      return { emitted: [context.at(-1) as Target, ask.sample("bonus", () => w.target.next(context))] };
    });
    expect(examine(passing)).toMatchObject({
      verdict: "proved",
      scope: expect.stringMatching(/^every horizon|^horizon/),
    });
    const appending = mine((w, committed, ask) => {
      const first = ask.sample("target", () => w.target.next(committed));
      return { emitted: [first, ask.sample("bonus", () => w.target.next(committed.concat(first)))] };
    });
    expect(examine(appending)).toMatchObject({ verdict: "proved", scope: "every horizon" });
  });
  test("that fills one list again and again", () => {
    const buffer: Target[] = [];
    const reusing = mine((w, committed, ask) => {
      buffer.length = 0;
      buffer.push(ask.sample("target", () => w.target.next(committed)));
      return { emitted: buffer };
    });
    expect(examine(reusing)).toMatchObject({ verdict: "proved", scope: "every horizon" });
  });
  test("that draws lists and objects", () => {
    const pairs = mine((w, committed, ask) => {
      const [token] = ask.sample("pair", () => {
        const p = w.target.next(committed);
        return dist(
          w.field,
          p.support.map((x) => [x, { again: x }] as const),
          p.support.map((x) => p.weight(x)),
        );
      });
      return { emitted: [token] };
    });
    expect(examine(pairs)).toMatchObject({ verdict: "proved" });
  });
  test("whose wrong key hides nothing", () => {
    const forgetful = toyWorld(iid({ a: "1/2", b: "1/2" }), chain({ a: "1/3", b: "2/3" }, { a: { a: "1", b: "0" } }));
    expect(examine({ ...sd, key: () => "" } as unknown as Algorithm<never>, forgetful)).toMatchObject({
      verdict: "proved",
      scope: expect.stringContaining("its key is not believed"),
    });
  });
  test("whose classes name the drafter's states where it asks for them, and only there", () => {
    const remembering = toyWorld(iid({ a: "1/2", b: "1/2" }), chain({ a: "1/3", b: "2/3" }, { a: { a: "1", b: "0" } }));
    const contexts = (algorithm: Algorithm<never>) => examine(algorithm, remembering).contexts;
    const trusted = lossless(rational, remembering, sd).contexts;
    expect(trusted).toBeGreaterThan(1);
    expect(contexts(sd as Algorithm<never>)).toBe(trusted);
    expect(contexts(tli as Algorithm<never>)).toBe(lossless(rational, remembering, tli).contexts);
    expect(contexts(mine(target))).toBe(1);
    // Drafts with the committed tokens as they are: the same ids on both sides.
    const direct = mine((w, committed, ask) => {
      const x = ask.sample("draft", () => w.drafter.next(committed as never)) as never as Target;
      return ask.flip("accept", () => w.field.zero) ? { emitted: [x] } : target(w, committed, ask);
    });
    expect(contexts(direct)).toBe(trusted);
  });
  test("that merges more paths than can be run one by one is believed, and the scope says so", () => {
    const sums = mine((w, committed, ask) => {
      let total = 0;
      for (let die = 0; die < 10; die++) {
        total += ask.sample("die", () =>
          dist(
            w.field,
            [0, 1, 2],
            [1n, 1n, 1n].map((one) => w.field.ratio(one, 3n)),
          ),
        );
        ask.merge("thrown", () => String(total));
      }
      return target(w, committed, ask);
    });
    expect(examine(sums)).toMatchObject({
      verdict: "proved",
      scope: expect.stringContaining("; merges are believed in rounds of more than 20000 paths"),
    });
  });
  test("with a state that it carries", () => {
    const carrying: Algorithm<{ committed: Committed; turn: number }> = {
      id: "carrying",
      theorems: [],
      cite: [],
      start: (w) => ({ committed: w.target.tokenizer.encode(w.prompt), turn: 0 }),
      round:
        (w, { committed, turn }) =>
        (ask) => {
          const x = ask.sample("target", () => w.target.next(committed));
          return { emitted: [x], state: { committed: [...committed, x], turn: 1 - turn } };
        },
      key: ({ turn }) => String(turn),
    };
    expect(examine(carrying as Algorithm<never>)).toMatchObject({
      verdict: "proved",
      scope: expect.stringMatching(/^horizon ≤/),
    });
  });
});

/** Wrong ones: what they do, the algorithm, what is said of them. */
let counter = 0;
const seenBefore = new Map<string, number>();
const refusals: [string, Algorithm<never>, RegExp][] = [
  [
    "writes to its context",
    mine((w, committed, ask) => {
      (committed as readonly number[] as number[])[0] = 0;
      return target(w, committed, ask);
    }),
    /writes to the committed tokens.*the round after "a"/,
  ],
  [
    "pushes to its context",
    mine((w, committed, ask) => {
      const round = target(w, committed, ask);
      (committed as readonly number[] as number[]).push(round.emitted[0] as number);
      return round;
    }),
    /writes to the committed tokens/,
  ],
  [
    "writes behind the language's back",
    mine((w, committed, ask) => {
      Reflect.set(committed, 0, 1);
      return target(w, committed, ask);
    }),
    /writes to the committed tokens/,
  ],
  [
    "writes to a law",
    mine((w, committed, ask) => {
      const p = w.target.next(committed);
      (p.weights as unknown[])[1] = w.field.zero;
      return { emitted: [ask.sample("target", () => p)] };
    }),
    /the weights of a law of the target/,
  ],
  [
    "writes to a support",
    mine((w, committed, ask) => {
      (w.target.score(committed, [])(0).support as unknown[]).reverse();
      return target(w, committed, ask);
    }),
    /the support of a law of the target/,
  ],
  [
    "replaces a law's weights",
    mine((w, committed, ask) => {
      const p = w.target.next(committed) as { weight: unknown };
      p.weight = () => w.field.one;
      return target(w, committed, ask);
    }),
    /writes to what it was handed/,
  ],
  [
    "writes to a weight",
    mine((w, committed, ask) => {
      (w.target.next(committed).weights?.[0] as { numerator: bigint }).numerator = 0n;
      return target(w, committed, ask);
    }),
    /writes to what it was handed/,
  ],
  [
    "writes to the world",
    mine((w, committed, ask) => {
      (w as { prompt: string }).prompt = "b";
      return target(w, committed, ask);
    }),
    /writes to what it was handed/,
  ],
  [
    "replaces the target",
    mine((w, committed, ask) => {
      (w.target as { next: unknown }).next = w.drafter.next;
      return target(w, committed, ask);
    }),
    /writes to what it was handed/,
  ],
  [
    "replaces arithmetic",
    mine((w, committed, ask) => {
      (w.field as { add: unknown }).add = (a: unknown) => a;
      return target(w, committed, ask);
    }),
    /writes to what it was handed/,
  ],
  [
    "tosses a coin of its own",
    mine((w, committed, ask) => {
      const { emitted } = target(w, committed, ask);
      return { emitted: [(counter++ % 5 === 0 ? 0 : emitted[0]) as Target] };
    }),
    /another result/,
  ],
  [
    "reports what it likes",
    mine((w, committed, ask) => ({ ...target(w, committed, ask), accepted: counter++ % 2 })),
    /another result/,
  ],
  [
    "remembers outside of its state",
    mine((w, committed, ask) => {
      const name = committed.join();
      const times = (seenBefore.get(name) ?? 0) + 1;
      seenBefore.set(name, times);
      return times > 1 ? drafter(w, committed, ask) : target(w, committed, ask);
    }),
    /hidden/,
  ],
  [
    "draws from two sums that cancel",
    mine((w, committed, ask) => {
      const p = w.target.next(committed);
      const { field } = w;
      const half = field.ratio(1n, 2n);
      const weights = p.support.map((x) =>
        ask.possible("mass", () => half) && counter >= 0 ? field.mul(field.ratio(2n, 1n), p.weight(x)) : half,
      );
      const heads = ask.flip("coin", () => half);
      const double = dist(field, p.support, weights);
      return {
        emitted: [
          ask.sample("target", () =>
            heads
              ? double
              : dist(
                  field,
                  p.support,
                  p.support.map(() => field.zero),
                ),
          ),
        ],
      };
    }),
    /"target" draws from weights that sum to 2/,
  ],
  [
    "tosses a coin with a chance above 1",
    mine((w, committed, ask) => {
      ask.flip("accept", () => w.field.ratio(3n, 2n));
      return target(w, committed, ask);
    }),
    /"accept" has the chance 3\/2/,
  ],
  [
    "asks inside of a law",
    mine((w, committed, ask) => ({
      emitted: [
        ask.sample("target", () =>
          ask.flip("inner", () => w.field.one) ? w.target.next(committed) : (undefined as never),
        ),
      ],
    })),
    /"inner" is asked while the law of "target" is computed/,
  ],
  [
    "draws until something is accepted",
    mine((w, committed, ask) => {
      for (;;) {
        const x = ask.sample("target", () => w.target.next(committed));
        if (ask.flip("keep", () => w.field.ratio(1n, 2n))) return { emitted: [x] };
      }
    }),
    /a loop that draws until something is accepted may never end; thinned/,
  ],
  [
    "takes different branches for one",
    mine((w, committed, ask) => {
      const right = ask.flip("coin", () => w.field.ratio(1n, 2n));
      ask.merge("chosen", () => "");
      return right ? target(w, committed, ask) : drafter(w, committed, ask);
    }),
    /merge takes paths for one that differ later on/,
  ],
  [
    "catches what its write is told",
    mine((w, committed, ask) => {
      try {
        (committed as readonly number[] as number[])[0] = 0;
      } catch {}
      return target(w, committed, ask);
    }),
    /writes to the committed tokens/,
  ],
  [
    "catches what its mass is told",
    mine((w, committed, ask) => {
      try {
        ask.flip("accept", () => w.field.ratio(3n, 2n));
      } catch {}
      return target(w, committed, ask);
    }),
    /"accept" has the chance 3\/2|while the law of "accept"/,
  ],
  [
    "changes the handler of its questions",
    mine((w, committed, ask) => {
      (ask as { flip: unknown }).flip = () => true;
      return target(w, committed, ask);
    }),
    /writes to what it was handed/,
  ],
  [
    "labels with what is no text",
    mine((w, committed, ask) => ({ emitted: [ask.sample(7 as never, () => w.target.next(committed))] })),
    /a label is a text/,
  ],
  [
    "keeps a function in its state",
    {
      ...sd,
      id: "mine",
      acceptance: undefined,
      stateIsContext: false,
      start: () => () => 0,
    } as unknown as Algorithm<never>,
    /the state holds a function/,
  ],
];

describe("refused: an algorithm that", () => {
  test.each(refusals)("%s", (_what, algorithm, said) => {
    expect(() => examine(algorithm)).toThrow(said);
  });
});

const contracts: [string, Algorithm<never>, RegExp][] = [
  ["emits nothing", mine(() => ({ emitted: [] })), /without a token/],
  ["emits a foreign token", mine(() => ({ emitted: [7 as Target] })), /emitted 7/],
  ["gives nothing", mine(() => undefined as never), /without a token/],
  ["is no program", { ...sd, id: "mine", round: () => 5 } as unknown as Algorithm<never>, /expected a program/],
  [
    "emits after its stop token",
    mine((w, committed, ask) => ({
      emitted: [...target(w, committed, ask).emitted, 0 as Target, 2 as Target, 0 as Target],
    })),
    /after the stop token/,
  ],
  ["accepts more than it emits", mine((w, c, ask) => ({ ...target(w, c, ask), accepted: 2 })), /accepted 2 of 1/],
  ["accepts half a token", mine((w, c, ask) => ({ ...target(w, c, ask), accepted: 0.5 })), /accepted 0.5 of 1/],
  [
    "leaves a state beside its context",
    mine((w, c, ask) => ({ ...target(w, c, ask), state: c })),
    /beside stateIsContext/,
  ],
  ["has a key that is no string", mine(target, { key: (() => ({})) as never }), /a key is a string/],
  [
    "has another acceptance than its formula",
    { ...sd, id: "mine", acceptance: (w: World<unknown>) => () => w.field.one } as unknown as Algorithm<never>,
    /the formula for the acceptance says 1/,
  ],
  [
    "has a formula for an acceptance of which its rounds say nothing",
    mine(target, { acceptance: (w: World<unknown>) => () => w.field.one } as never),
    /has a formula for its acceptance, and its rounds do not say what they accept/,
  ],
  ["starts elsewhere", mine(target, { start: () => [1 as Target] }), /starts from the prompt's tokens/],
];

describe("refuted by its contract: an algorithm that", () => {
  test.each(contracts)("%s", (_what, algorithm, said) => {
    expect(examine(algorithm, stopping)).toMatchObject({
      verdict: "refuted",
      kind: "contract",
      why: expect.stringMatching(said),
      witness: { law: "contract" },
    });
  });
  test("the choices that led there are told", () => {
    const after = mine((w, committed, ask) => ({
      emitted: [...target(w, committed, ask).emitted, 2 as Target, 0 as Target],
    }));
    expect(examine(after, stopping).witness?.path).toEqual(["target: a"]);
  });
});

/** Wrong after a while: what the key, the first rounds or the classes do not show. */
const later: [string, (committed: Committed) => boolean][] = [
  ["at every third length", (committed) => committed.length % 3 === 0],
  ["far from the prompt", (committed) => committed.length > 60],
  ["by its first token and length", (committed) => committed[0] === 0 && committed.length > 2],
  ["by a token far back", (committed) => committed.at(-4) === 1],
  ["by a sum", (committed) => committed.reduce((sum, token) => sum + token, 0) > 40],
];

describe("never proved for every horizon: an algorithm that is wrong", () => {
  test.each(later)("%s", (_what, wrong) => {
    const algorithm = mine((w, committed, ask) => (wrong(committed) ? drafter : target)(w, committed, ask));
    const { verdict, scope } = examine(algorithm);
    expect([verdict, scope.startsWith("every horizon")]).not.toEqual(["proved", true]);
  });
  test("with a state whose key is always the same", () => {
    const counting: Algorithm<{ committed: Committed; seen: Map<string, number> }> = {
      id: "counting",
      theorems: [],
      cite: [],
      start: (w) => ({ committed: w.target.tokenizer.encode(w.prompt), seen: new Map() }),
      round:
        (w, { committed, seen }) =>
        (ask) => {
          const rounds = seen.get("rounds") ?? 0;
          const { emitted } = (rounds >= 2 ? drafter : target)(w, committed, ask);
          return {
            emitted,
            state: { committed: [...committed, ...emitted], seen: new Map([["rounds", rounds + 1]]) },
          };
        },
      key: ({ seen }) => JSON.stringify(seen),
    };
    expect(examine(counting as Algorithm<never>)).toMatchObject({ verdict: "refuted", witness: { horizon: 3 } });
  });
});

test("what only longer positions of a class show is refused", () => {
  // Its key hands on how long the context was that the round before had: nothing that this round reads.
  let before = 0;
  const leaking = mine((w, committed, ask) => (before > 12 ? drafter : target)(w, committed, ask), {
    key: (committed) => {
      before = committed.length;
      return "";
    },
  });
  expect(() => examine(leaking)).toThrow(/has another law than the round after .*, though both read the same/);
});

test("what is looked at within few contexts is known for as far as they reach", () => {
  const few = { ...defaultLimits, contexts: 1 };
  expect(examined(rational, world, sd as unknown as Algorithm, few)).toMatchObject({ algorithm: "sd" });
  expect(examined(rational, world, sd as unknown as Algorithm, few).scope).not.toMatch(/^every horizon/);
});

test("one that thins is right", () => {
  const thinning = mine((w, committed, ask) => {
    const { field } = w;
    const p = w.target.score(committed, [])(0);
    const q = dist(
      field,
      p.support,
      p.support.map((x) => w.drafter.next(committed as never).weight(x as never)),
    );
    const draft = ask.sample("draft", () => q);
    const kept = ask.flip("accept", () => field.min(field.one, field.div(p.weight(draft), q.weight(draft))));
    if (kept) return { emitted: [draft], accepted: 1 };
    const left = residual(field, p, q);
    return { emitted: [ask.sample("residual", () => thinned(field, left, () => field.one))], accepted: 0 };
  });
  expect(examine(thinning)).toMatchObject({ verdict: "proved" });
});
