"""A template for the adapter of your engine: fill in two functions, then run

    lossless check --self-test template.py
    lossless check template.py

Keep lossless_check.py beside this file (it needs nothing but Python), or put its folder on PYTHONPATH.
"""

import lossless_check
from lossless_check import Refused


class Engine:
    """Your engine with stub models behind it, prepared for one world."""

    def __init__(self, world):
        # world.target.logits(ids) are the logits of the next token after these ids; world.drafter's ids are its own.
        # Raise Refused for worlds that your engine cannot run: that is a legal answer.
        if world.target.size > 32000:
            raise Refused("vocabularies above 32000")
        self.world = world


def generate(engine, call):
    """One call of your engine's own entry point. Replace the loop below, which decodes the target alone.

    `call.algorithm` is one of those listed at the end of this file.
    """
    lossless_check.seed_all(call.seed)
    ids = []
    while len(ids) < call.budget and not (ids and ids[-1] in call.stops):
        law = engine.world.target.law(call.prompt + ids, call.temperature)
        ids.append(lossless_check.random.choices(range(len(law)), law)[0])
    return ids


def score(engine, side, context):
    """The logits that your stub gives, asked directly: this is how a wrong stub is told from a wrong engine."""
    return (engine.world.target if side == "target" else engine.world.drafter).logits(context)


if __name__ == "__main__":
    # List your algorithms, as ["autoregressive", "sd"], and say what your engine cannot do: positions=False, maxOrder=1, seeds="none", maxBatch=8, ...
    lossless_check.serve("my engine", "0.1", ["autoregressive"], Engine, generate, score)
