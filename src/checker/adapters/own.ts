// This laboratory's own algorithms behind the protocol: `lossless check own`.
import { algorithms } from "../../core/algorithms/registry.ts";
import { serve } from "../../core/decode/serve.ts";
import { decoderEngine } from "./decoder-engine.ts";
import { serveAdapter } from "./serve-adapter.ts";

await serveAdapter(decoderEngine("own", "1", new Map(algorithms.map((algorithm) => [algorithm.id, serve(algorithm)]))));
