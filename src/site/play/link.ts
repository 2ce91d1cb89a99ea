import { at } from "../../core/num/at.ts";
import { type PlayState, toFragment } from "./state.ts";

interface FileSide {
  readonly vocabulary: readonly string[];
  readonly eos: string | null;
  readonly tokenizer: unknown;
  readonly bytes?: unknown;
  readonly model: {
    readonly kind: string;
    readonly order: number;
    readonly period?: number;
    readonly rows?: readonly { readonly context: readonly string[]; readonly next: Readonly<Record<string, string>> }[];
    readonly otherwise?: Readonly<Record<string, string>>;
  };
}

interface FileWorld {
  readonly prompt: string;
  readonly lookahead: number;
  readonly candidates?: number;
  readonly target: FileSide;
  readonly drafter: FileSide;
}

const word = (token: string): string => (/^[^\s"]+$/.test(token) && token !== "after" ? token : JSON.stringify(token));

/** A side as the page's text fields write it; undefined where they cannot: other tokenizers, longer memories, bytes. */
const side = ({ vocabulary, eos, tokenizer, bytes, model }: FileSide): string | undefined => {
  const rows = model.rows ?? [];
  const otherwise = model.otherwise ?? rows.find(({ context }) => context.length === 0)?.next;
  const plain = tokenizer === "longest-prefix" && bytes === undefined && model.kind === "markov";
  if (!plain || (model.period ?? 1) > 1 || model.order > 1 || otherwise === undefined) return undefined;
  if (model.order === 1 && model.otherwise === undefined && rows.length <= vocabulary.length) return undefined;
  if (vocabulary.length > 12 || vocabulary.some((token) => token.length > 20)) return undefined;
  const first = vocabulary.map((token) => `${word(token)} ${otherwise[token] ?? "0"}${token === eos ? " stop" : ""}`);
  const after = rows
    .filter(({ context }) => context.length === 1)
    .flatMap(({ context, next }) => [
      `after ${word(at(context, 0))}`,
      ...Object.entries(next).map(([token, weight]) => `${word(token)} ${weight}`),
    ]);
  return [...first, ...after].join("\n");
};

/** What the interactive page edits, from a world file; undefined where its fields cannot say it. */
export function toState(file: object, algorithm: string): PlayState | undefined {
  const world = file as FileWorld;
  const target = side(world.target);
  const drafter = side(world.drafter);
  if (target === undefined || drafter === undefined) return undefined;
  const { prompt, lookahead, candidates = 2 } = world;
  return { target, drafter, prompt, lookahead: String(lookahead), candidates: String(candidates), algorithm };
}

/** The address of the interactive page with this world and algorithm; without them where its fields cannot say it. */
export function playLink(file: object, algorithm: string): string {
  const state = toState(file, algorithm);
  return state === undefined ? "/play.html" : `/play.html#${toFragment(state)}`;
}
