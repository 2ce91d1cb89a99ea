"""A plain loop of speculative decoding, as an example of an adapter and as a correct decoder to test the test with.

`sd` drafts from the drafter, keeps each draft with probability min(1, p/q), corrects from the residual and adds a bonus
token; `tli` restricts the drafter to the shared vocabulary first. Random numbers are NumPy's where it is installed.
"""

import random

import lossless_check
from lossless_check import Answer, Refused

try:
    import numpy
except ImportError:
    numpy = None


class Loop:
    def __init__(self, world):
        self.target, self.drafter = world.target, world.drafter
        # The drafter's id of each target token that both sides have.
        self.shared = {i: self.drafter.ids[t] for i, t in enumerate(self.target.vocabulary) if t in self.drafter.ids}
        self.same = self.target.vocabulary == self.drafter.vocabulary


class Draws:
    """A source of randomness with the one draw that decoding needs."""

    def __init__(self, seed):
        self.uniform = numpy.random.default_rng(seed).random if numpy is not None else random.Random(seed).random

    def token(self, law):
        left = self.uniform() * sum(law)
        for token, p in enumerate(law):
            if left < p:
                return token
            left -= p
        return max(token for token, p in enumerate(law) if p > 0)  # rounding left a little over


def likeliest(law, top):
    """The law on its so many likeliest tokens."""
    kept = sorted(range(len(law)), key=lambda token: -law[token])[:top]
    total = sum(law[token] for token in kept)
    return [p / total if token in kept else 0.0 for token, p in enumerate(law)]


def restricted(loop, context, temperature, top):
    """The drafter's law over target ids, on the tokens that both sides have; None where it has no mass there."""
    q = loop.drafter.law([loop.shared[token] for token in context if token in loop.shared], temperature)
    if top is not None:
        q = likeliest(q, top)
    if loop.same:
        return q
    law = [q[loop.shared[i]] if i in loop.shared else 0.0 for i in range(loop.target.size)]
    total = sum(law)
    return [p / total for p in law] if total > 0 else None


def generate(loop, call):
    if call.algorithm == "sd" and not loop.same:
        raise Refused("sd needs one vocabulary")
    draws = Draws(call.seed)
    stops = set(call.stops)
    emitted, rounds, calls = [], [], [0, 0]

    def p(more):
        return loop.target.law(call.prompt + more, call.temperature, call.processors, set(more))

    while len(emitted) < call.budget and not (emitted and emitted[-1] in stops):
        draft, laws = [], []
        while call.algorithm != "autoregressive" and len(draft) < call.lookahead:
            q = restricted(loop, call.prompt + emitted + draft, call.temperature, call.processors.get("drafterTopK"))
            if q is None:
                break
            calls[1] += 1
            laws.append(q)
            draft.append(draws.token(q))
            if draft[-1] in stops:
                break
        calls[0] += 1
        before, kept = len(emitted), 0
        for token, q in zip(draft, laws):
            law = p(emitted)
            if draws.uniform() * q[token] < law[token]:
                emitted.append(token)
                kept += 1
                continue
            emitted.append(draws.token([max(a - b, 0.0) for a, b in zip(law, q)]))
            break
        else:
            if not (emitted and emitted[-1] in stops):
                emitted.append(draws.token(p(emitted)))
        # What the budget cuts off was not emitted, and so not accepted.
        rounds.append([len(draft), min(kept, call.budget - before)])
    return Answer([emitted[: call.budget]], [rounds], calls)


def score(loop, side, context):
    return (loop.target if side == "target" else loop.drafter).logits(context)


if __name__ == "__main__":
    lossless_check.serve(
        "numpy loop" if numpy is not None else "python loop",
        "1",
        ["autoregressive", "sd", "tli"],
        Loop,
        generate,
        score,
        stops=8,
        processors=["bias", "presence", "minP", "drafterTopK"],
        rounds=True,
    )
