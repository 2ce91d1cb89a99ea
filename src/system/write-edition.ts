import { join } from "node:path";
import { packageRoot } from "./files.ts";
import { EDITION, editionOf } from "./spec.ts";
import { writeWhole } from "./write-whole.ts";

// The build's last step: the package has no sources, proofs or repository, so what names its text is written down.
const root = packageRoot();
writeWhole(join(root, EDITION), `${JSON.stringify(editionOf(root))}\n`);
