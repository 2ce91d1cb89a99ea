import { describe, expect, test } from "vitest";
import type { Algorithm } from "../../../../src/core/algorithms/algorithm.ts";
import type { Ask } from "../../../../src/core/program/program.ts";
import type { Token } from "../../../../src/core/vocab/vocabulary.ts";
import type { World } from "../../../../src/core/worlds/world.ts";
import type { Answer } from "../../../../src/evidence/tiers/symbolic/solver.ts";
import { symbolicLossless } from "../../../../src/evidence/tiers/symbolic/symbolic-lossless.ts";
import { type Emit, mutant } from "../../../support/mutant.ts";
import { tokenStrings } from "../../../support/token-strings.ts";

const world = tokenStrings("a b", "a b", 1);
const solver = { ask: async (): Promise<Answer> => ({ found: "none" }) };
const judge = (algorithm: Algorithm<never>) => symbolicLossless(world, algorithm, { seed: 1, solver });

type Law = readonly [label: "target" | "draft", side: "target" | "drafter"];
/** One token from the law that `law` says in the run of this number. */
const emits =
  (law: (run: number) => Law): (() => Emit) =>
  () => {
    let runs = 0;
    return <W>(ask: Ask<W>, { target, drafter, shared }: World<W>, committed: readonly Token<"target">[]) => {
      const [label, side] = law(runs++);
      if (side === "target") return [ask.sample(label, () => target.next(committed))];
      const start = committed.map((token) => shared.toDrafter(token) as Token<"drafter">);
      return [shared.toTarget(ask.sample(label, () => drafter.next(start))) as Token<"target">];
    };
  };

describe("a program that is not pure is not proved, and the row says why", () => {
  const kinds: Record<string, () => Emit> = {
    "asks of the target first and of the drafter ever after": emits((run) =>
      run === 0 ? ["target", "target"] : ["draft", "drafter"],
    ),
    "asks of both by turns": emits((run) => (run % 2 === 0 ? ["target", "target"] : ["draft", "drafter"])),
    "asks once more in its second run": () => {
      let runs = 0;
      return (ask, { target }, committed) => {
        const token = ask.sample("target", () => target.next(committed));
        if (runs++ === 1) ask.sample("again", () => target.next(committed));
        return [token];
      };
    },
    "asks only in its first run": () => {
      let runs = 0;
      return (ask, { target }, committed) => {
        if (runs++ > 0) return [0 as Token<"target">];
        return [ask.sample("target", () => target.next(committed))];
      };
    },
    "flips where it drew": () => {
      let runs = 0;
      return (ask, { target, field }, committed) => {
        if (runs++ === 0) return [ask.sample("target", () => target.next(committed))];
        return [ask.flip("target", () => field.one) ? (0 as Token<"target">) : (1 as Token<"target">)];
      };
    },
    "emits another token in another run": () => {
      let runs = 0;
      return (ask, { target }, committed) => {
        const token = ask.sample("target", () => target.next(committed));
        return [runs++ === 0 ? token : ((1 - token) as Token<"target">)];
      };
    },
  };
  test.each(Object.entries(kinds))("one that %s", async (_, emit) => {
    const { verdict, why } = await judge(mutant(emit()) as Algorithm<never>);
    expect(verdict).not.toBe("proved");
    expect(why).toMatch(/^no formulas: .*(?:hidden|asked|replay)/);
  });
  test.each(Object.entries(kinds))("nor where it carries state: one that %s", async (_, emit) => {
    const play = emit();
    const carrying: Algorithm<readonly Token<"target">[]> = {
      ...mutant(play),
      stateIsContext: false,
      round: (of, committed) => (ask) => {
        const emitted = play(ask, of, committed);
        return { emitted, state: committed.concat(emitted) };
      },
    };
    const { verdict, why } = await judge(carrying as Algorithm<never>);
    expect(verdict).not.toBe("proved");
    // By turns means by rounds here: two laws, each in its own round, and nothing hidden.
    expect(why).toMatch(/^no formulas: .*(?:hidden|asked|replay)|^open obligation I/);
  });
});
