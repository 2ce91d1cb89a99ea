import { suspendedWorld } from "../../../src/core/handlers/generate-suspended.ts";
import { float64 } from "../../../src/core/num/float64.ts";
import { FORMAT, parseWorld } from "../../../src/core/worlds/parse-world.ts";
import type { OpenPair } from "../../../src/pairs/model-files/open-pair.ts";

/** A pair of the models of a world file, with a clock that its passes move: a target's pass takes 10, a drafter's 1. */
export const toyPair = (target: object, drafter: object, parts: { cache?: object[]; positions?: number } = {}) => {
  let clock = 0;
  const source = (cost: number) => ({
    passes: 0,
    rowsRead: 0,
    resets: 0,
    positions: 100,
    signature: { cache: parts.cache ?? [] },
    reset() {
      this.resets++;
    },
    async rows(_: readonly number[], count: number) {
      clock += cost * count;
      return [];
    },
    /** What a pass over a draft does to the counts. */
    read(rows: number) {
      this.passes++;
      this.rowsRead += rows;
      clock += cost;
    },
  });
  const [ofTarget, ofDrafter] = [source(10), source(1)];
  const file = (prompt: string, lookahead: number): string =>
    JSON.stringify({ format: FORMAT, name: "toy", prompt, lookahead, target, drafter });
  const { target: t, drafter: d } = parseWorld(float64, "toy", file("", 1));
  const asked: { prompt: string; lookahead: number; temperature: number }[] = [];
  const pair = {
    target: {
      name: "T",
      source: ofTarget,
      vocabulary: t.tokenizer.vocabulary,
      tokenizer: t.tokenizer,
      positions: parts.positions ?? 100,
      stops: new Set<number>(),
    },
    drafter: {
      name: "D",
      opened: { source: ofDrafter, tokenizer: { ...d.tokenizer, encodeDropping: d.tokenizer.encode } },
    },
    lossless: true,
    world: (prompt: string, lookahead: number, { temperature }: { temperature: number }) => {
      asked.push({ prompt, lookahead, temperature });
      return suspendedWorld({
        name: "toy",
        field: float64,
        target: {
          tokenizer: t.tokenizer,
          order: t.order,
          period: t.period,
          state: t.state,
          score: async (context, draft) => {
            ofTarget.read(draft.length + 1);
            return t.score(context, draft);
          },
        },
        drafter: {
          tokenizer: d.tokenizer,
          order: d.order,
          period: d.period,
          state: d.state,
          score: async (context, draft) => {
            ofDrafter.read(1);
            return d.score(context, draft);
          },
        },
        prompt: prompt as never,
        lookahead,
        candidates: 2,
      });
    },
  };
  return { pair: pair as unknown as OpenPair, now: () => clock, asked, source: ofTarget, drafterSource: ofDrafter };
};
