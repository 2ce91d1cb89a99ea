import { dist, mass, nothing } from "../../law/dist.ts";
import type { Ask } from "../../program/program.ts";
import type { Token } from "../../vocab/vocabulary.ts";
import type { World } from "../../worlds/world.ts";
import { type Beginning, beginning, type WordLaw } from "./beginning.ts";
import { onTarget } from "./draft-tokens.ts";

type Context = readonly Token<"drafter">[];

/** Goes on drafting from `first` while the drafts are in T ∩ D, to the cap or the stop: their run, as target tokens. */
export function draftRun<W>(ask: Ask<W>, world: World<W>, start: Context, first: Token<"drafter">): Token<"target">[] {
  const { drafter, shared, lookahead } = world;
  const context = start.slice();
  const run: Token<"target">[] = [];
  for (let d = first; ; ) {
    const t = shared.toTarget(d);
    if (t === undefined) return run;
    run.push(t);
    context.push(d);
    if (run.length === lookahead || d === drafter.tokenizer.vocabulary.eos) return run;
    const q = drafter.next(context);
    d = ask.sample("draft", () => q);
  }
}

/** The law of that run over drafts whose first token is shared: a run begins with $s$ as often as $s$ is drafted. */
export function runLaw<W>(world: World<W>, start: Context): WordLaw<W> {
  const { field, target, drafter, shared, lookahead } = world;
  const known = new Map<string, Beginning<W>>();
  const find = (prefix: readonly Token<"target">[]): Beginning<W> => {
    const last = prefix.at(-1);
    const before = last === undefined ? undefined : law(prefix.slice(0, -1)).next;
    // The drafter is asked only after what it may have drafted: elsewhere it need not have a law.
    if (last !== undefined && !before?.support.includes(last)) return beginning(field, field.zero, nothing(field));
    const weight = last === undefined ? field.one : (before as Beginning<W>["next"]).weight(last);
    const ended = prefix.length === lookahead || last === target.tokenizer.vocabulary.eos;
    if (ended) return beginning(field, weight, nothing(field));
    const q = onTarget(world, drafter.next([...start, ...prefix.map(shared.toDrafter)] as Token<"drafter">[]));
    const { support } = q;
    const weights = support.map((x) => field.mul(weight, q.weight(x)));
    const next = dist(field, support, weights);
    return beginning(field, last === undefined ? mass(field, next) : weight, next);
  };
  const law: WordLaw<W> = (prefix) => {
    const key = prefix.join();
    const found = known.get(key) ?? find(prefix);
    known.set(key, found);
    return found;
  };
  return law;
}
