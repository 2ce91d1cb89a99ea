// The known faults and controls behind the protocol, an algorithm each: `lossless check zoo --algorithm residual-inverted`.
import { serveAdapter } from "./serve-adapter.ts";
import { zooEngine } from "./zoo-engine.ts";

await serveAdapter(zooEngine());
