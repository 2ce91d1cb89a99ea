import { enumerationBench } from "./enumeration.ts";
import { psiBench } from "./psi.ts";
import { samplingBench } from "./sampling.ts";

// `npm run bench`: each line gives a figure and, where there is one, the ratio against a peer or a bound of the same run.
enumerationBench();
await psiBench();
samplingBench();
