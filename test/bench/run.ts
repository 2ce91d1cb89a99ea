import { enumerationBench } from "./enumeration.ts";
import { overheadBench } from "./overhead.ts";
import { psiBench } from "./psi.ts";
import { samplingBench } from "./sampling.ts";
import { transformersBench } from "./transformers-js.ts";

// `npm run bench`: each line gives a figure and, where there is one, the ratio against a peer or a bound of the same run.
// `npm run bench -- overhead [id …]` runs the named one alone.
const [only, ...ids] = process.argv.slice(2);
const benches = {
  enumeration: enumerationBench,
  psi: psiBench,
  sampling: samplingBench,
  overhead: () => overheadBench(ids),
  transformers: transformersBench,
};
for (const [name, bench] of Object.entries(benches)) if (only === undefined || only === name) await bench();
