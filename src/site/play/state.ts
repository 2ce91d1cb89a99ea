import { FORMAT } from "../../core/worlds/parse-world.ts";
import { Refused, writtenSide } from "../../core/worlds/written-side.ts";

/** What the interactive page edits; its address carries it, so that it can be shared. */
export interface PlayState {
  /** One token and fraction a line. */
  readonly target: string;
  readonly drafter: string;
  readonly prompt: string;
  readonly lookahead: string;
  readonly candidates: string;
  /** Id of an algorithm or of a known fault. */
  readonly algorithm: string;
}

const KEYS = ["target", "drafter", "prompt", "lookahead", "candidates", "algorithm"] as const;

/** What the page opens with: a fault, in a world of two vocabularies where no proposal has to be a rejection. */
export const START: PlayState = {
  target: "a 1/2\nb 1/2",
  drafter: "a 3/4\nc 1/4",
  prompt: "",
  lookahead: "1",
  candidates: "2",
  algorithm: "slrs-no-proposal-from-target",
};

/** Longest address read. */
const LONGEST = 12_000;

/** The state as the part of an address behind the hash. */
export function toFragment(state: PlayState): string {
  const bytes = new TextEncoder().encode(JSON.stringify(state));
  const base64 = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  return `w=${base64.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")}`;
}

/** The state that an address carries; undefined where there is none that can be read. */
export function fromFragment(fragment: string): PlayState | undefined {
  const [, base64] = /^#?w=([\w-]+)$/.exec(fragment) ?? [];
  if (base64 === undefined || base64.length > LONGEST) return undefined;
  try {
    const binary = atob(base64.replaceAll("-", "+").replaceAll("_", "/"));
    const json = new TextDecoder().decode(Uint8Array.from(binary, (letter) => letter.charCodeAt(0)));
    const given: unknown = JSON.parse(json);
    if (typeof given !== "object" || given === null) return undefined;
    const state = Object.fromEntries(
      KEYS.map((key) => [key, String((given as Record<string, unknown>)[key] ?? START[key]).slice(0, LONGEST)]),
    );
    return state as unknown as PlayState;
  } catch {
    return undefined;
  }
}

const wholeNumber = (text: string, most: number, what: string): number => {
  const value = /^\d{1,3}$/.test(text.trim()) ? Number(text) : 0;
  if (value < 1 || value > most)
    throw new Refused(`${what}: found “${text.slice(0, 20)}”, expected a whole number from 1 to ${most}`);
  return value;
};

/** The most that the page drafts and draws: larger worlds are for the command. */
export const MOST_LOOKAHEAD = 6;
export const MOST_CANDIDATES = 4;

/** The world file of a state; where it is refused, the field that is at fault is named. */
export function toWorldFile(state: PlayState, refused: (field: keyof PlayState, message: string) => void): object {
  const read = <A>(field: keyof PlayState, of: () => A): A | undefined => {
    try {
      return of();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      refused(field, error.message);
      return undefined;
    }
  };
  return {
    format: FORMAT,
    name: "edited by hand",
    prompt: state.prompt,
    lookahead: read("lookahead", () => wholeNumber(state.lookahead, MOST_LOOKAHEAD, "lookahead")),
    candidates: read("candidates", () => wholeNumber(state.candidates, MOST_CANDIDATES, "candidates")),
    target: read("target", () => writtenSide(state.target)),
    drafter: read("drafter", () => writtenSide(state.drafter)),
  };
}
