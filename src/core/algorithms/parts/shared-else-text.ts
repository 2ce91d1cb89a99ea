import { dist } from "../../law/dist.ts";
import type { Program } from "../../program/program.ts";
import type { Token } from "../../vocab/vocabulary.ts";
import type { World } from "../../worlds/world.ts";
import { type Beginning, beginning, type WordLaw } from "./beginning.ts";
import { draftText, never } from "./draft-text.ts";
import { withFirstDraft } from "./first-draft.ts";
import type { Proposal } from "./proposal.ts";
import { draftRun, runLaw } from "./shared-run.ts";
import { wordLaw } from "./word-law.ts";

/**
 * The law of the word $\Phi$: $\Psi(s)$ is the mass of the drafts whose run of shared tokens begins with $s$, and of
 * those that begin with an unshared token and whose text begins with $s$ when tokenised by the target.
 */
export function sharedElseTextLaw<W>(world: World<W>, start: readonly Token<"drafter">[]): WordLaw<W> {
  const { field, shared } = world;
  const unshared = withFirstDraft(world, start, (d) => shared.toTarget(d) === undefined);
  const [runs, texts] = [runLaw(world, start), wordLaw(unshared, start)];
  const known = new Map<string, Beginning<W>>();
  const both = (prefix: readonly Token<"target">[]): Beginning<W> => {
    const [run, text] = [runs(prefix), texts(prefix)];
    const support = [...new Set([...run.next.support, ...text.next.support])];
    const weights = support.map((x) => field.add(run.next.weight(x), text.next.weight(x)));
    return beginning(field, field.add(run.mass, text.mass), dist(field, support, weights));
  };
  return (prefix) => {
    const key = prefix.join();
    const found = known.get(key) ?? both(prefix);
    known.set(key, found);
    return found;
  };
}

/**
 * Drafts, and proposes one word $\Phi$ of the draft: if its first token is shared the run of shared tokens, as they are;
 * else T(drafted text). The law of each token given those before it is the push-forward of this one map.
 */
export function proposeSharedElseText<W>(world: World<W>, start: readonly Token<"drafter">[]): Program<W, Proposal<W>> {
  const { drafter, target, shared } = world;
  let known: WordLaw<W> | undefined;
  const next = (prefix: readonly Token<"target">[]) => {
    known ??= sharedElseTextLaw(world, start);
    return known(prefix).law;
  };
  return (ask) => {
    const q = drafter.next(start);
    const first = ask.sample("draft", () => q);
    const isShared = shared.toTarget(first) !== undefined;
    const text = () => target.tokenizer.encode(draftText(ask, world, start, never, first));
    const tokens = isShared ? draftRun(ask, world, start, first) : text();
    ask.merge("proposal", () => tokens.join());
    return { tokens, law: (at) => next(tokens.slice(0, at)) };
  };
}
