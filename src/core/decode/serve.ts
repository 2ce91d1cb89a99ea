import type { Algorithm } from "../algorithms/algorithm.ts";
import type { Decoder } from "./decoder.ts";
import { Row } from "./row.ts";

/**
 * The decoder that runs an algorithm: the requests of a call advance in step, one round each, and share nothing.
 *
 * @example
 * const sure = world({ target: "a 1", drafter: "a 1" });
 * const call = serve(algorithmOf("sd")).open(sure);
 * const [answer] = call([{ ask: sampler(rational, stream(1, "mine")), prompt: sure.prompt, budget: 3 }]);
 * [answer.tokens, answer.finish]; // → [[0, 0, 0], "length"]
 */
export function serve<S>(algorithm: Algorithm<S>): Decoder {
  return {
    id: algorithm.id,
    fits: (world) => algorithm.fits?.(world) ?? true,
    open: (world) => (requests) => {
      const rows = requests.map((request) => new Row(world, algorithm, request));
      for (let live = rows.filter((row) => row.live); live.length > 0; live = rows.filter((row) => row.live)) {
        for (const row of live) row.commit(row.round());
      }
      return rows.map((row) => row.answer());
    },
  };
}
