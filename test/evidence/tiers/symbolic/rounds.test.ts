import { afterAll, describe, expect, test } from "vitest";
import type { Algorithm, Committed, Round } from "../../../../src/core/algorithms/algorithm.ts";
import { promptTokens } from "../../../../src/core/algorithms/parts/committed.ts";
import { sd } from "../../../../src/core/algorithms/sd.ts";
import { rational } from "../../../../src/core/num/rational.ts";
import type { Ask } from "../../../../src/core/program/program.ts";
import type { Token } from "../../../../src/core/vocab/vocabulary.ts";
import { parseWorld } from "../../../../src/core/worlds/parse-world.ts";
import type { World } from "../../../../src/core/worlds/world.ts";
import { lossless } from "../../../../src/evidence/tiers/enumeration/lossless.ts";
import { symbolicLossless, symbolicSolver } from "../../../../src/evidence/tiers/symbolic/symbolic-lossless.ts";
import { tokenStrings } from "../../../support/token-strings.ts";

const solver = symbolicSolver();
afterAll(() => solver.close());

/** Carries its context and a flag, both in its own state. */
interface State {
  readonly committed: Committed;
  readonly flag: boolean;
}
type Play = <W>(ask: Ask<W>, world: World<W>, state: State) => Omit<Round<unknown>, "state"> & { flag: boolean };

const carrying = (id: string, play: Play): Algorithm<State> => ({
  id,
  theorems: [],
  cite: [],
  start: (world) => ({ committed: promptTokens(world), flag: false }),
  round: (world, state) => (ask) => {
    const { emitted, flag } = play(ask, world, state);
    return { emitted, state: { committed: [...state.committed, ...emitted], flag } };
  },
  key: ({ committed, flag }) => `${committed} ${flag}`,
});
const usual = <W>(ask: Ask<W>, world: World<W>, { committed }: State) => sd.round(world, committed)(ask);

const small = tokenStrings("a b", "a b", 1);
const judge = <S>(algorithm: Algorithm<S>) => symbolicLossless(small, algorithm, { seed: 1, solver });
const first = 0 as Token<"target">;

/** After a round that rejected its draft comes what `then` does; a round like any other where it is told nothing. */
const afterRejection = (id: string, then?: (...of: Parameters<Play>) => readonly Token<"target">[]): Algorithm<State> =>
  carrying(id, (ask, world, state) => {
    if (state.flag && then !== undefined) return { emitted: then(ask, world, state), flag: false };
    const { emitted, accepted } = usual(ask, world, state);
    return { emitted, flag: accepted === 0 };
  });

const TWO =
  "all real laws p, q at every context, |T| = 2, |D| = 2, lookahead 1, these token strings, two rounds from its first " +
  "state and a prompt that tokenises to itself, padded to 4 tokens; not covered: other sizes, prompts that the drafter " +
  "splits otherwise, rounding, rounds after the second";

describe("an algorithm that carries state is covered for two rounds", () => {
  test("a right one is proved, and the scope says for how many rounds", async () => {
    expect(await judge(afterRejection("right"))).toMatchObject({ verdict: "proved", scope: TWO });
  });
  test.each([
    ["always the same token", (() => [first]) as never],
    [
      "a draft that nobody verifies",
      ((ask: Ask<unknown>, world: World<unknown>, { committed }: State) => {
        const start = committed.map((token) => world.shared.toDrafter(token) as Token<"drafter">);
        return [world.shared.toTarget(ask.sample("draft", () => world.drafter.next(start)))];
      }) as never,
    ],
  ])("refuted where a rejection in the first round makes the second emit %s", async (id, then) => {
    const verdict = await judge(afterRejection(id, then));
    expect(verdict).toMatchObject({ verdict: "refuted", why: expect.stringMatching(/^open obligation I/) });
    const world = parseWorld(rational, "counterexample", JSON.stringify(verdict.counterexample));
    expect(lossless(rational, world, afterRejection(id, then)).verdict).toBe("refuted");
  });
  test("proved where the second round alone would not be: it emits what the first one drew", async () => {
    const ahead: Algorithm<{ committed: Committed; next?: Token<"target"> }> = {
      ...{ id: "ahead", theorems: [], cite: [] },
      start: (world) => ({ committed: promptTokens(world) }),
      round:
        ({ target }, { committed, next }) =>
        (ask) => {
          if (next !== undefined) return { emitted: [next], state: { committed: [...committed, next] } };
          const one = ask.sample("target", () => target.next(committed));
          const after = [...committed, one];
          return { emitted: [one], state: { committed: after, next: ask.sample("ahead", () => target.next(after)) } };
        },
      key: ({ committed, next }) => `${committed} ${next}`,
    };
    expect(await judge(ahead)).toMatchObject({ verdict: "proved" });
  });
  test("a state that the rounds write over begins anew in every run", async () => {
    const counting: Algorithm<{ rounds: number; committed: Token<"target">[] }> = {
      ...{ id: "counting", theorems: [], cite: [] },
      start: (world) => ({ rounds: 0, committed: [...promptTokens(world)] }),
      round: (world, state) => (ask) => {
        if (state.rounds++ > 1) return { emitted: [first], state };
        const { emitted } = sd.round(world, state.committed.slice())(ask);
        state.committed.push(...emitted);
        return { emitted, state };
      },
      key: String,
    };
    expect(await judge(counting)).toMatchObject({ verdict: "proved" });
  });
  test("a fault in the third round is beyond the scope", async () => {
    const late = carrying("late", (ask, world, state) => {
      const done = state.committed.length > 3;
      return { emitted: done ? [first] : [ask.sample("target", () => world.target.next(state.committed))], flag: done };
    });
    expect((await judge(late)).scope).toMatch(/; not covered: .*rounds after the second$/);
  });
  test("unknown, with the reason, where two rounds are more work than is given", async () => {
    const verdict = await symbolicLossless(small, afterRejection("right"), { seed: 1, solver, work: 100 });
    expect(verdict).toMatchObject({ verdict: "unknown", why: expect.stringContaining("stopped after") });
  });
  test("no second round follows a stop token", async () => {
    const stopping = tokenStrings("a .", "a .", 1, ".");
    const verdict = await symbolicLossless(stopping, afterRejection("right"), { seed: 1, solver });
    expect(verdict).toMatchObject({ verdict: "proved" });
  });
});

test("one whose state is its context is covered for one round, which is what its scope says", async () => {
  const { scope } = await judge(sd);
  expect(scope).toContain("one round from a prompt");
  expect(scope).toMatch(/; not covered: .*what a later round reads of a longer context$/);
});
