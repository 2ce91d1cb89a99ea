import type { Sequence } from "../process/run-end.ts";

/** Every context in which a token of these answers was drawn, up to the first thing that is no id below `tokens`. */
export function beginnings(
  prompts: readonly (readonly number[])[],
  sequences: readonly Sequence[],
  tokens: number,
): readonly (readonly number[])[] {
  return sequences.flatMap(({ index, tokens: answer }) => {
    const prompt = prompts[index % prompts.length] ?? [];
    const wrong = answer.findIndex(
      (id) => !(Number.isSafeInteger(id) && (id as number) >= 0 && (id as number) < tokens),
    );
    const ids = (wrong < 0 ? answer : answer.slice(0, wrong)) as number[];
    return ids.map((_, at) => [...prompt, ...ids.slice(0, at)]);
  });
}
