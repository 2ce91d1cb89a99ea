import { drafting } from "./edits/drafting.ts";
import { hybrids } from "./edits/hybrids.ts";
import { oneVocabulary } from "./edits/one-vocabulary.ts";
import { spelling } from "./edits/spelling.ts";
import { twoVocabularies } from "./edits/two-vocabularies.ts";
import { verifying } from "./edits/verifying.ts";

/** Every line edit: all that the tests must notice. */
export const edits = [...oneVocabulary, ...twoVocabularies, ...verifying, ...drafting, ...spelling, ...hybrids];
