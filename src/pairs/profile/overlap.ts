import type { RealVocabulary } from "../../core/vocab/real-vocabulary.ts";
import { SPACE_SIGN } from "../../core/vocab/token-bytes.ts";
import { textTokens } from "./vocabulary-profile.ts";

/** $|T \cap D|$ counted in three ways: they differ widely when the two files write spaces differently. */
export interface Overlap {
  /** Equal bytes, each byte string once: the intersection that the algorithms here use. */
  readonly bytes: number;
  /** Share of the target's distinct byte strings. */
  readonly ofTarget: number;
  /** Share of the drafter's distinct byte strings. */
  readonly ofDrafter: number;
  /** Equal token strings as the files write them: the paper's Table 8. */
  readonly written: number;
  /** The same after the drafter's leading space sign is written as the target's, as transformers' translator does. */
  readonly spaceMapped: number;
}

/** Counts the intersection of two real vocabularies. */
export function overlap(target: RealVocabulary<"target">, drafter: RealVocabulary<"drafter">): Overlap {
  const distinct = textTokens(target).filter((token) => target.find(target.text(token)) === token);
  const bytes = distinct.filter((token) => drafter.find(target.text(token)) !== undefined).length;
  const spaceOf = ({ kind }: { kind: string }): string => (kind === "byte-level" ? "\u0120" : SPACE_SIGN);
  const [ours, theirs] = [spaceOf(target), spaceOf(drafter)];
  const mapped = (piece: string): string => (piece.startsWith(theirs) ? ours + piece.slice(1) : piece);
  const written = (pieces: RealVocabulary<"drafter">["pieces"]): string[] =>
    pieces.filter((piece) => piece !== undefined);
  const strings = new Set(written(drafter.pieces));
  const mappedStrings = new Set(written(drafter.pieces).map(mapped));
  const count = (among: ReadonlySet<string>): number =>
    written(target.pieces).filter((piece) => among.has(piece)).length;
  return {
    bytes,
    ofTarget: bytes / distinct.length,
    ofDrafter: bytes / (textTokens(drafter).length - drafter.duplicates.length),
    written: count(strings),
    spaceMapped: count(mappedStrings),
  };
}
