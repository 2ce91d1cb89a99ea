import type { Dist } from "../core/law/dist.ts";
import { at as itemAt } from "../core/num/at.ts";
import { type Rational, rational } from "../core/num/rational.ts";

/** Candidates that may be drawn together, with the probability of just these; as a set. */
export interface CandidateSet<A> {
  readonly tokens: readonly A[];
  readonly weight: Rational;
}

/** An edge of the residual network; `back` is the same edge the other way round. */
interface Edge {
  readonly to: number;
  capacity: Rational;
  back: Edge;
}

const SOURCE = 0;
const SINK = 1;

/**
 * The largest probability with which an output of law `p` can be one of its candidates, however it depends on them: the
 * optimum of the transport between the law of the candidate sets and `p` with cost 1 for an output outside the set.
 *
 * A maximal flow from the sets through their members to the tokens, by shortest augmenting paths in exact fractions. It is
 * checked by the cut that it leaves: $p(U) + P(\text{candidates not inside } U)$ for a set $U$ of tokens, which no coupling
 * exceeds.
 */
export function transportOptimum<A>(p: Dist<Rational, A>, sets: readonly CandidateSet<A>[]): Rational {
  const edges: Edge[][] = Array.from({ length: 2 + sets.length + p.support.length }, () => []);
  const connect = (from: number, to: number, capacity: Rational): void => {
    const there = { to, capacity } as Edge;
    there.back = { to: from, capacity: rational.zero, back: there };
    edges[from]?.push(there);
    edges[to]?.push(there.back);
  };
  const setNode = (at: number): number => 2 + at;
  const tokenNode = (at: number): number => 2 + sets.length + at;
  sets.forEach(({ tokens, weight }, at) => {
    connect(SOURCE, setNode(at), weight);
    p.support.forEach((x, i) => {
      if (tokens.includes(x)) connect(setNode(at), tokenNode(i), rational.one);
    });
  });
  for (const [i, x] of p.support.entries()) connect(tokenNode(i), SINK, p.weight(x));

  let flow = rational.zero;
  for (;;) {
    const reached = search(edges);
    const path = pathTo(reached, SINK);
    if (path.length === 0) {
      check(
        p,
        sets,
        flow,
        (at) => reached.has(setNode(at)),
        (at) => reached.has(tokenNode(at)),
      );
      return flow;
    }
    const least = path.map(({ capacity }) => capacity).reduce(rational.min);
    for (const edge of path) {
      edge.capacity = rational.monus(edge.capacity, least);
      edge.back.capacity = rational.add(edge.back.capacity, least);
    }
    flow = rational.add(flow, least);
  }
}

/** All nodes that still can be reached from the source, each with the edge that it was reached by. */
const search = (edges: readonly Edge[][]): Map<number, Edge | undefined> => {
  const reached = new Map<number, Edge | undefined>([[SOURCE, undefined]]);
  for (const node of reached.keys()) {
    for (const edge of itemAt(edges, node)) {
      if (!rational.isZero(edge.capacity) && !reached.has(edge.to)) reached.set(edge.to, edge);
    }
  }
  return reached;
};

const pathTo = (reached: ReadonlyMap<number, Edge | undefined>, end: number): Edge[] => {
  const path: Edge[] = [];
  for (let edge = reached.get(end); edge !== undefined; edge = reached.get(edge.back.to)) path.push(edge);
  return path;
};

/** The cut between what is reached and the rest proves that no flow is larger. */
const check = <A>(
  p: Dist<Rational, A>,
  sets: readonly CandidateSet<A>[],
  flow: Rational,
  isSetReached: (at: number) => boolean,
  isTokenReached: (at: number) => boolean,
): void => {
  const inside = p.support.filter((_, at) => isTokenReached(at));
  const cut = [
    ...inside.map((x) => p.weight(x)),
    ...sets.filter((_, at) => !isSetReached(at)).map(({ weight }) => weight),
  ].reduce(rational.add, rational.zero);
  if (!rational.equal(cut, flow))
    throw new Error(`the flow ${rational.print(flow)} is not the cut ${rational.print(cut)}`);
};
