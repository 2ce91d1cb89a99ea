import { printable } from "../../core/vocab/printable.ts";
import { percent, short } from "./numbers.ts";
import type { PairProfile } from "./pair-profile.ts";
import type { PaperFigure } from "./paper.ts";
import type { RoundTrip } from "./round-trip.ts";
import type { Spread } from "./spread.ts";
import type { VocabularyProfile } from "./vocabulary-profile.ts";

const WIDTH = 100;
const LABEL = 46;
const COLUMN = 22;
const PAPER_LABEL = 58;
const PAPER_COLUMN = 18;

/** A profile for people: one screen of aligned columns. */
export function profileScreen(profile: PairProfile): string {
  const { target, drafter, shared, psi, hello } = profile;
  const both = (label: string, of: (side: VocabularyProfile) => string): string => row(label, of(target), of(drafter));
  return [
    row("", "target", "drafter"),
    both("tokenizer", ({ name }) => name),
    both("kind", ({ kind }) => kind),
    both("ids", ({ ids, unusedIds }) => short(ids) + (unusedIds > 0 ? ` (${short(unusedIds)} unused)` : "")),
    both("special tokens", ({ specialTokens }) => short(specialTokens)),
    both("stop token", ({ stopToken }) => stopToken ?? "none known"),
    both("tokens with text", ({ textTokens }) => short(textTokens)),
    both("  with the same bytes as another", ({ duplicates }) => short(duplicates)),
    both("  not valid UTF-8: pieces of characters", ({ notUnicode }) => short(notUnicode)),
    both("bytes per token: mean ± deviation", ({ bytes }) => meanOf(bytes)),
    both("  least, quartiles, most", ({ bytes }) => quartilesOf(bytes)),
    "",
    row("T ∩ D", "tokens", "of T / of D"),
    row("equal bytes", short(shared.bytes), `${percent(shared.ofTarget)} / ${percent(shared.ofDrafter)}`),
    row("equal strings, as the files write them", short(shared.written)),
    row("  after mapping the leading space sign", short(shared.spaceMapped)),
    "",
    row("Cost of ψ: T's tokens spelled in D", "segmentations", "drafter passes"),
    row("least, quartiles, most", quartilesOf(psi.segmentations), quartilesOf(psi.passes)),
    row("nine in ten are at most", ninetieth(psi.segmentations), ninetieth(psi.passes)),
    row("mean", short(psi.segmentations?.mean ?? 0), short(psi.passes?.mean ?? 0)),
    row("hello", ninetieth(hello.segmentations), ninetieth(hello.passes)),
    row("T's tokens that D cannot spell", short(psi.unspellable)),
    "",
    row("Token → text → tokens", "target", "drafter"),
    trips("gives the same token", profile, ({ sameToken, tested }) => percent(sameToken / tested)),
    trips("gives the same text", profile, ({ sameText, tested }) => percent(sameText / tested)),
    trips("tokens tested, evenly spaced", profile, ({ tested, of }) => `${short(tested)} of ${short(of)}`),
    "",
    "Which algorithm",
    ...profile.advice.flatMap(({ algorithm, suits, why }) =>
      wrapped(`  ${algorithm.padEnd(6)}${suits.padEnd(10)}`, why),
    ),
    ...paperLines(profile.paper),
    "",
  ].join("\n");
}

const row = (label: string, ...cells: string[]): string =>
  (label.padEnd(LABEL) + cells.map((cell) => printable(cell).padStart(COLUMN)).join("  ")).trimEnd();

const trips = (label: string, { roundTrip }: PairProfile, of: (trip: RoundTrip) => string): string =>
  row(label, of(roundTrip.target), of(roundTrip.drafter));

const meanOf = (spread: Spread<number> | undefined): string =>
  spread === undefined ? "-" : `${spread.mean.toFixed(2)} ± ${spread.deviation.toFixed(2)}`;

const quartilesOf = (spread: Spread<number> | Spread<bigint> | undefined): string =>
  spread === undefined ? "-" : [spread.min, ...spread.quartiles, spread.max].map(short).join(" · ");

const ninetieth = (spread: Spread<bigint> | undefined): string =>
  spread === undefined ? "-" : short(spread.ninetieth);

/** The paper's figures beside ours, and why where they differ. */
export function paperLines(figures: readonly PaperFigure[]): string[] {
  if (figures.length === 0) return [];
  const line = (label: string, ...cells: string[]): string =>
    (label.padEnd(PAPER_LABEL) + cells.map((cell) => cell.padStart(PAPER_COLUMN)).join("")).trimEnd();
  const lines = figures.flatMap(({ figure, paper, measured, agrees, why }) => [
    line(`  ${figure}`, paper, agrees ? "the same" : measured),
    ...(why === null ? [] : wrapped("    differs: ", why)),
  ]);
  return ["", line("Timor et al. 2025", "paper", "here"), ...lines];
}

/** Words after a first part, in lines of at most the screen's width that hang under the first word. */
const wrapped = (first: string, words: string): string[] => {
  const lines: string[] = [];
  let line = first;
  for (const word of words.split(" ")) {
    if (line.length + word.length > WIDTH) {
      lines.push(line.trimEnd());
      line = " ".repeat(first.length);
    }
    line += `${word} `;
  }
  return [...lines, line.trimEnd()];
};
