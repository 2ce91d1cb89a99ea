import { mutants } from "../../../fixtures/faults/registry.ts";
import { autoregressive } from "../../core/algorithms/autoregressive.ts";
import { serve } from "../../core/decode/serve.ts";
import { decoderEngine } from "./decoder-engine.ts";
import type { Engine } from "./serve-adapter.ts";

/** The known faults and controls as an engine: each is an algorithm by its id, beside right autoregressive decoding. */
export function zooEngine(): Engine {
  const decoders = mutants.map(
    (mutant) => [mutant.id, "decoder" in mutant ? mutant.decoder : serve(mutant.algorithm)] as const,
  );
  return decoderEngine("zoo", "1", new Map([["autoregressive", serve(autoregressive)], ...decoders]));
}
