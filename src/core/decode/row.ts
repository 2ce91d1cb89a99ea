import type { Algorithm, Round } from "../algorithms/algorithm.ts";
import type { Dist } from "../law/dist.ts";
import type { Scored } from "../models/model.ts";
import type { Ask } from "../program/program.ts";
import type { Token } from "../vocab/vocabulary.ts";
import type { World } from "../worlds/world.ts";
import type { Answer, Request } from "./decoder.ts";
import { advance, begin, oneRound, type Position } from "./position.ts";

/** One request on its way: its position, what was emitted, and what will be reported. */
export class Row<W, S> {
  readonly request: Request<W>;
  readonly world: World<W>;
  readonly algorithm: Algorithm<S>;
  position: Position<S>;
  readonly tokens: Token<"target">[] = [];
  rounds = 0;
  accepted = 0;
  private laws: Scored<W, "target"> | undefined;
  private readonly judged: { law: Dist<W, Token<"target">> | undefined; token: Token<"target"> }[] = [];

  constructor(world: World<W>, algorithm: Algorithm<S>, request: Request<W>) {
    const { target } = world;
    this.request = request;
    this.algorithm = algorithm;
    this.world = {
      ...world,
      prompt: request.prompt,
      target: {
        ...target,
        score: (context, draft) => {
          this.laws = target.score(context, draft);
          return this.laws;
        },
      },
    };
    this.position = begin(this.world, algorithm);
  }

  /** Neither stopped nor at its budget. */
  get live(): boolean {
    return !this.position.stopped && this.tokens.length < this.request.budget;
  }

  /** Runs one round; nothing is committed. */
  round(ask: Ask<W> = this.request.ask): Round<S> {
    return oneRound(this.world, this.algorithm, this.position)(ask);
  }

  /** Takes over what a round emitted, up to the budget. */
  commit(round: Round<S>, most = this.request.budget): void {
    this.position = advance(this.world, this.algorithm, this.position, round);
    const taken = round.emitted.slice(0, most - this.tokens.length);
    taken.forEach((token, at) => {
      this.judged.push({ law: this.laws?.(at), token });
    });
    this.tokens.push(...taken);
    this.rounds += 1;
    this.accepted += Math.min(round.accepted ?? 0, taken.length);
  }

  answer(): Answer<W> {
    const { tokens, rounds, accepted, judged, world } = this;
    const { eos } = world.target.tokenizer.vocabulary;
    return {
      tokens,
      finish: tokens.at(-1) === eos ? "stop" : "length",
      rounds,
      accepted,
      probabilities: () => judged.map(({ law, token }) => law?.weight(token) ?? world.field.zero),
    };
  }
}
