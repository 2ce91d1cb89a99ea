import { sd } from "../../../../src/core/algorithms/sd.ts";
import type { Answer, Decoder, Request } from "../../../../src/core/decode/decoder.ts";
import { serve } from "../../../../src/core/decode/serve.ts";
import type { Token } from "../../../../src/core/vocab/vocabulary.ts";
import type { World } from "../../../../src/core/worlds/world.ts";
import { chain, iid, toyWorld } from "../../../support/toy-world.ts";

/** A world with a stop token, and one that never ends; two drafts a round, after the prompt "a". */
export const stopping = toyWorld(
  iid({ a: "1/2", b: "1/4", ".": "1/4" }, { eos: "." }),
  iid({ a: "1/2", b: "1/2" }),
  2,
  "a",
);
export const endless = toyWorld(
  chain({ a: "1/2", b: "1/2" }, { b: { a: "1/4", b: "3/4" } }),
  iid({ a: "1/2", b: "1/2" }),
  2,
  "a",
);

/** A decoder that keeps every contract. */
export const faithful: Decoder = serve(sd);

/** A decoder told by its answer to one request, of `size` in a call. */
export const decoder = (
  answer: <W>(request: Request<W>, world: World<W>, row: number, size: number) => Partial<Answer<W>>,
): Decoder => ({
  id: "told",
  open: (world) => (requests) =>
    requests.map((request, row) => ({
      tokens: [],
      finish: "length",
      rounds: 0,
      accepted: 0,
      probabilities: () => [],
      ...answer(request, world, row, requests.length),
    })),
});

/** The faithful decoder with parts of its answers changed. */
export const changed = (
  change: <W>(answer: Answer<W>, request: Request<W>, world: World<W>) => Partial<Answer<W>>,
): Decoder =>
  decoder((request, world) => {
    const [answer] = faithful.open(world)([request]) as [Answer<never>];
    return { ...answer, ...change(answer, request as Request<never>, world as World<never>) } as never;
  });

/** Target tokens by their ids. */
export const tokens = (...ids: readonly number[]): Token<"target">[] => ids as Token<"target">[];

/** A decoder that answers nothing at all. */
export const silent: Decoder = { id: "silent", open: () => () => [] };
