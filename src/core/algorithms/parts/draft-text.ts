import type { Ask } from "../../program/program.ts";
import type { Text } from "../../vocab/text.ts";
import type { Token } from "../../vocab/vocabulary.ts";
import type { World } from "../../worlds/world.ts";

/** When text drafting ends early: a function of the drafted text only. It always ends at a stop token or at the cap. */
export type Enough = (text: Text) => boolean;

/** Draft to the cap. */
export const never: Enough = () => false;

/** Draft until the first target token can no longer change. */
export function firstSettled<W>({ target }: World<W>): Enough {
  return target.tokenizer.firstSettled;
}

/** Is the draft finished after `last`, with `drafted` tokens that spell `text`? */
export function finished<W>(
  { drafter, lookahead }: World<W>,
  enough: Enough,
  text: Text,
  drafted: number,
  last: Token<"drafter">,
): boolean {
  return drafted === lookahead || last === drafter.tokenizer.vocabulary.eos || enough(text);
}

/** Drafts $d_1 d_2 \dots \sim q$ until finished and returns the text they spell; `first` is $d_1$ where it was drawn before. */
export function draftText<W>(
  ask: Ask<W>,
  world: World<W>,
  start: readonly Token<"drafter">[],
  enough: Enough,
  first?: Token<"drafter">,
): Text {
  const { drafter } = world;
  const context = start.slice();
  let text = "";
  for (let drafted = 1; ; drafted++) {
    let d = drafted === 1 ? first : undefined;
    if (d === undefined) {
      const q = drafter.next(context);
      d = ask.sample("draft", () => q);
    }
    context.push(d);
    text += drafter.tokenizer.vocabulary.text(d);
    if (finished(world, enough, text, drafted, d)) return text;
    ask.merge("drafting", () => `${first}/${drafter.state(context)}/${text}`);
  }
}
