import { type Dist, lazyDist, mass } from "../../dist/dist.ts";
import { normalise } from "../../dist/normalise.ts";
import { restrict } from "../../dist/restrict.ts";
import type { Ask } from "../../program/program.ts";
import type { Token } from "../../vocab/vocabulary.ts";
import type { World } from "../../worlds/world.ts";

/** One drafted token. */
export interface Draft<W> {
  /** As the target sees it; undefined where the target's vocabulary lacks it. */
  readonly token: Token<"target"> | undefined;
  /** The law it was really drawn from. */
  readonly law: Dist<W, Token<"drafter">>;
}

class OnTarget<W> implements Dist<W, Token<"target">> {
  private readonly world: World<W>;
  private readonly q: Dist<W, Token<"drafter">>;

  constructor(world: World<W>, q: Dist<W, Token<"drafter">>) {
    this.world = world;
    this.q = q;
  }
  get support(): Token<"target">[] {
    return this.q.support.map(this.world.shared.toTarget).filter((token) => token !== undefined);
  }
  weight(token: Token<"target">): W {
    const same = this.world.shared.toDrafter(token);
    return same === undefined ? this.world.field.zero : this.q.weight(same);
  }
}

/** A drafter's law read on the target's tokens: $q$ on $T \cap D$, zero elsewhere. */
export const onTarget = <W>(world: World<W>, q: Dist<W, Token<"drafter">>): Dist<W, Token<"target">> =>
  new OnTarget(world, q);

/** Drafts $d_j \sim q(\cdot \mid context, d_1 \dots d_{j-1})$: `lookahead` tokens, fewer if the drafter stops. */
export const draftTokens = <W>(ask: Ask<W>, world: World<W>, start: readonly Token<"drafter">[]): Draft<W>[] => {
  const { drafter, shared, lookahead } = world;
  const context = start.slice();
  const drafts: Draft<W>[] = [];
  while (drafts.length < lookahead) {
    const q = drafter.next(context);
    const d = ask.sample("draft", () => q);
    context.push(d);
    drafts.push({ token: shared.toTarget(d), law: q });
    if (d === drafter.tokenizer.vocabulary.eos) break;
  }
  return drafts;
};

/**
 * Drafts $d_j \sim q'(\cdot \mid context, d_1 \dots d_{j-1})$ with $q'(x) = q(x) / q(T \cap D)$ on $T \cap D$.
 * Stops where $T \cap D$ has no mass: there $q'$ does not exist and nothing is proposed.
 */
export const draftShared = <W>(ask: Ask<W>, world: World<W>, start: readonly Token<"drafter">[]): Draft<W>[] => {
  const { field, drafter, shared, lookahead } = world;
  const context = start.slice();
  const drafts: Draft<W>[] = [];
  while (drafts.length < lookahead) {
    const q = drafter.next(context);
    const onShared = lazyDist(() => restrict(field, q, (d) => shared.toTarget(d) !== undefined));
    if (!ask.possible("shared mass", () => mass(field, onShared))) break;
    const conditioned = lazyDist(() => normalise(field, onShared));
    const d = ask.sample("draft", () => conditioned);
    context.push(d);
    drafts.push({ token: shared.toTarget(d), law: conditioned });
    if (d === drafter.tokenizer.vocabulary.eos) break;
  }
  return drafts;
};
