import { afterAll, describe, expect, it } from "vitest";
import { mutants } from "../../../fixtures/faults/registry.ts";
import { rational } from "../../../src/core/num/rational.ts";
import { parseWorld } from "../../../src/core/worlds/parse-world.ts";
import { defaultLimits } from "../../../src/evidence/tiers/enumeration/contexts.ts";
import { lossless } from "../../../src/evidence/tiers/enumeration/lossless.ts";
import { symbolicLossless, symbolicSolver } from "../../../src/evidence/tiers/symbolic/symbolic-lossless.ts";
import { tokenStrings } from "../../support/token-strings.ts";

const worlds = [
  tokenStrings("a b", "a b", 2),
  tokenStrings("a b c", "a b c", 1),
  tokenStrings("a b ab", "a b", 2),
  tokenStrings("a b", "a b c", 2),
];
const solver = symbolicSolver();
afterAll(() => solver.close());
/** Work for what stays unknown. */
const GIVEN_UP = 200_000;
/** Contexts followed: a fault shows soon. */
const limits = { ...defaultLimits, contexts: 60, unboundedContexts: 60 };

/** Faults that one round from a plain prompt over these strings does not show: later rounds, stop tokens, other prompts and ids. */
const elsewhere = new Set([
  "accepted-final-stop-drawn-again",
  "begin-token-at-every-round",
  "draft-ids-as-target-ids",
  "lookup-fresh-target-draw",
  "position-advanced-by-one",
  "prompt-encoded-otherwise",
  "rejected-drafts-stay-in-cache",
  "slem-position-advanced-by-one",
  "slem-retokenised-context",
  "slem-stale-target-context",
  "slrs-retokenised-context",
  "stale-target-context",
  "stop-token-forbidden-in-drafts",
  "stop-token-swallowed",
]);
/** Faults that are neither proved nor refuted over these strings: they ask what no case can be made of. */
const open = new Set([
  "block-residual-unscaled",
  "draft-cut-to-top-k-judged-by-raw-q",
  "slrs-drafts-one-more",
  "slrs-drafts-past-a-stop",
  "slrs-hybrid-kinds-by-their-own-laws",
  "slrs-hybrid-texts-left-out",
  "slrs-pair-missing-not-counted",
  "slrs-proposes-last-token",
  "slrs-proposes-only-settled",
  "slrs-psi-of-the-prompt",
  "slrs-settled-by-trie",
  "stop-token-never-a-correction",
]);

describe("faults in a round, for all real laws", () => {
  const rounds = mutants.flatMap((mutant) => ("algorithm" in mutant && mutant.kind === "law" ? [mutant] : []));
  it("are refuted by a world that enumeration refutes, and not proved, each where it shows", async () => {
    const found: Record<string, string> = {};
    for (const { id, algorithm } of rounds) {
      const verdicts = [];
      for (const world of worlds) {
        if (!(algorithm.fits?.(world) ?? true)) continue;
        const work = open.has(id) ? { work: GIVEN_UP } : {};
        const verdict = await symbolicLossless(world, algorithm, { seed: 1, solver, ...work });
        verdicts.push(verdict);
        if (verdict.verdict === "refuted") break;
      }
      const refuted = verdicts.find(({ verdict }) => verdict === "refuted");
      if (refuted !== undefined) {
        const world = parseWorld(rational, "counterexample", JSON.stringify(refuted.counterexample));
        expect(lossless(rational, world, algorithm, limits).verdict).toBe("refuted");
      }
      const all = verdicts.every(({ verdict }) => verdict === "proved") ? "proved" : "unknown";
      found[id] = refuted === undefined ? all : "refuted";
    }
    const expected = rounds.map(({ id }) => [id, elsewhere.has(id) ? "proved" : open.has(id) ? "unknown" : "refuted"]);
    expect(found).toEqual(Object.fromEntries(expected));
  });
  it("are known by name", () => {
    const ids = rounds.map(({ id }) => id);
    expect([...elsewhere, ...open].filter((id) => !ids.includes(id))).toEqual([]);
  });
});
