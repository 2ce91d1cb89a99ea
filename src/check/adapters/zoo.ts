// The known faults and controls behind the protocol, an algorithm each: `lossless check zoo --algorithm residual-inverted`.
import { mutants } from "../../../fixtures/mutants/registry.ts";
import { autoregressive } from "../../algorithms/autoregressive.ts";
import { serve } from "../../decode/serve.ts";
import { decoderEngine } from "./decoder-engine.ts";
import { serveAdapter } from "./serve-adapter.ts";

const decoders = mutants.map(
  (mutant) => [mutant.id, "decoder" in mutant ? mutant.decoder : serve(mutant.algorithm)] as const,
);
await serveAdapter(decoderEngine("zoo", "1", new Map([["autoregressive", serve(autoregressive)], ...decoders])));
