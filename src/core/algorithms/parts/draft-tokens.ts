import { type Dist, lazyDist, mass, nothing } from "../../law/dist.ts";
import { normalise } from "../../law/normalise.ts";
import { remembered } from "../../law/remembering.ts";
import { restrictBy } from "../../law/restrict.ts";
import { at as itemAt } from "../../num/at.ts";
import type { Ask, Program } from "../../program/program.ts";
import type { Token } from "../../vocab/vocabulary.ts";
import type { World } from "../../worlds/world.ts";
import type { Proposal } from "./proposal.ts";

type DrafterLaw<W> = Dist<W, Token<"drafter">>;

class OnTarget<W> implements Dist<W, Token<"target">> {
  readonly world: World<W>;
  readonly q: DrafterLaw<W>;

  constructor(world: World<W>, q: DrafterLaw<W>) {
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

/**
 * A drafter's law read on the target's tokens: $q$ on $T \cap D$, zero elsewhere. Asked again for the same law it is the
 * same, which `q` keeps, so that what is made of it need not be made again.
 */
export function onTarget<W>(world: World<W>, q: DrafterLaw<W>): Dist<W, Token<"target">> {
  return remembered(q, OnTarget, world, () => new OnTarget(world, q));
}

/**
 * Drafts up to `lookahead` tokens and proposes them as they are. `lawAt` gives the law to draft from after a context, or
 * undefined where drafting must end; it ends too where the drafter stops. After the last token nothing more is proposed.
 */
export function draftFrom<W>(
  ask: Ask<W>,
  world: World<W>,
  start: readonly Token<"drafter">[],
  lawAt: (context: readonly Token<"drafter">[]) => DrafterLaw<W> | undefined,
): Proposal<W> {
  const { drafter, shared, lookahead, field } = world;
  const { eos } = drafter.tokenizer.vocabulary;
  const context = start.slice();
  // Of the right size from the start: programs are run again and again, and growing lists cost more than the rest.
  const tokens: (Token<"target"> | undefined)[] = new Array(lookahead);
  const laws: DrafterLaw<W>[] = new Array(lookahead);
  let drafted = 0;
  while (drafted < lookahead) {
    const law = lawAt(context);
    if (law === undefined) break;
    const d = ask.sample("draft", () => law);
    context.push(d);
    laws[drafted] = law;
    tokens[drafted++] = shared.toTarget(d);
    if (d === eos) break;
  }
  tokens.length = drafted;
  return { tokens, law: (at) => (at < drafted ? onTarget(world, itemAt(laws, at)) : nothing(field)) };
}

/** Drafts $d_j \sim q(\cdot \mid context, d_1 \dots d_{j-1})$. */
export function draftTokens<W>(ask: Ask<W>, world: World<W>, start: readonly Token<"drafter">[]): Proposal<W> {
  return draftFrom(ask, world, start, (context) => world.drafter.next(context));
}

/**
 * Drafts $d_j \sim q'(\cdot \mid context, d_1 \dots d_{j-1})$ with $q'(x) = q(x) / q(T \cap D)$ on $T \cap D$. Ends where
 * $T \cap D$ has no mass: there $q'$ does not exist and nothing is proposed.
 */
export function draftShared<W>(world: World<W>, start: readonly Token<"drafter">[]): Program<W, Proposal<W>> {
  const { field, drafter, shared } = world;
  // Models answer equal states with one and the same law: each is conditioned once.
  const known = new WeakMap<DrafterLaw<W>, { onShared: DrafterLaw<W>; conditioned: DrafterLaw<W> }>();
  const condition = (q: DrafterLaw<W>) => {
    const onShared = lazyDist(() => restrictBy(field, q, shared.inTarget));
    const made = { onShared, conditioned: lazyDist(() => normalise(field, onShared)) };
    known.set(q, made);
    return made;
  };
  return (ask) =>
    draftFrom(ask, world, start, (context) => {
      const q = drafter.next(context);
      const { onShared, conditioned } = known.get(q) ?? condition(q);
      return ask.possible("shared mass", () => mass(field, onShared)) ? conditioned : undefined;
    });
}
