"""Speaks lossless-check/1, so that an adapter for a decoder is two functions.

    import lossless_check

    def load(world):               # called once a world: build your stub models; raise Refused where you cannot
        return MyEngine(world.target, world.drafter)

    def generate(engine, call):    # called once a sequence: run your decoder, return the ids after the prompt
        return engine.decode(call.prompt, call.budget, call.lookahead, seed=call.seed)

    lossless_check.serve("my engine", "1.0", ["sd"], load, generate)

Python 3.8 or later, standard library only. Rules that this file keeps for you: what your engine prints goes to standard
error, an exception ends the run and is reported, an algorithm that is not listed is refused, nothing is retried or
repaired. Rules that are yours: call the engine's
own public entry point, seed it with `call.seed` before each call, return the target's ids after the prompt and nothing
else.
"""

import json
import math
import os
import random
import sys

PROTOCOL = "lossless-check/1"
LOG_ZERO = -1e4


class Refused(Exception):
    """The engine does not do this: a legal answer, which counts as "not applicable"."""


class Model:
    """One side of a world: a table of next-token laws. Ids are places in `vocabulary`."""

    def __init__(self, side):
        self.vocabulary = side["vocabulary"]
        self.size = len(self.vocabulary)
        self.tokenizer = side["tokenizer"]
        self.ids = {token: i for i, token in enumerate(self.vocabulary)}
        self.eos = None if side["eos"] is None else self.ids[side["eos"]]
        model = side["model"]
        self.order = model.get("order", sys.maxsize)
        self.period = model.get("period", 1)
        self.offset = model.get("offset", 0)
        self._rows = {
            (row.get("position", 0), tuple(self.ids[token] for token in row["context"])): row["logits"]
            for row in model["rows"]
        }
        self._laws = {}
        self._otherwise = None
        if "otherwise" in model:
            law = [_fraction(model["otherwise"].get(token, "0")) for token in self.vocabulary]
            self._otherwise = [(math.log(p) if p > 0 else LOG_ZERO) + self.offset for p in law]

    def logits(self, context, position=None):
        """The logits of the next token after these ids; `position` is the number of ids before it, unless it is told."""
        position = len(context) if position is None else position
        context = tuple(context[-self.order :]) if self.order > 0 else ()
        row = self._rows.get((position % self.period, context), self._otherwise)
        if row is None:
            raise KeyError("no row for the context %r at position %d" % (context, position))
        return row

    def law(self, context, temperature=1.0, processors=None, emitted=()):
        """The probabilities of the next token; `emitted` are the ids that a presence penalty counts."""
        logits = self.logits(context)
        if processors:
            return law_of(logits, temperature, processors, emitted)
        known = self._laws.get((id(logits), temperature))
        if known is None:
            known = self._laws[id(logits), temperature] = law_of(logits, temperature)
        return known


def _fraction(text):
    numerator, _, denominator = text.partition("/")
    return int(numerator) / int(denominator or 1)


def law_of(logits, temperature=1.0, processors=None, emitted=()):
    """Softmax at a temperature (0 is the likeliest token), after bias and presence penalty; then min-p."""
    processors = processors or {}
    bias = processors.get("bias", {})
    presence = processors.get("presence", 0)
    logits = [x + bias.get(str(i), 0) - (presence if i in emitted else 0) for i, x in enumerate(logits)]
    largest = max(logits)
    if temperature == 0:
        return [1.0 if i == logits.index(largest) else 0.0 for i in range(len(logits))]
    weights = [math.exp((x - largest) / temperature) for x in logits]
    weights = [w if w >= processors.get("minP", 0) else 0.0 for w in weights]
    total = sum(weights)
    return [w / total for w in weights]


class World:
    """Two models and what a world file says beside them."""

    def __init__(self, world):
        self.name = world["name"]
        self.prompt = world["prompt"]
        self.target = Model(world["target"])
        self.drafter = Model(world["drafter"])


class Call:
    """What one call of the engine is asked for: one sequence for each prompt."""

    def __init__(self, request, seeds):
        self.algorithm = request["algorithm"]
        self.lookahead = request["lookahead"]
        self.budget = request["budget"]
        self.temperature = request["temperature"]
        self.stops = request["stops"]
        self.processors = request["processors"]
        self.prompts = request["prompts"]
        self.seeds = seeds

    @property
    def prompt(self):
        return self.prompts[0]

    @property
    def seed(self):
        return self.seeds[0]


class Answer:
    """Ids after the prompt, one list for each prompt, and what is known about how they came about."""

    def __init__(self, tokens, rounds=None, calls=None):
        self.tokens = tokens
        self.rounds = rounds  # for each sequence a list of [proposed, accepted]; accepted tokens were emitted
        self.calls = calls  # [target passes, drafter passes]


def seed_all(seed):
    """Seeds `random`, and NumPy and PyTorch where they are loaded; None leaves them as they are."""
    if seed is None:
        return
    random.seed(seed)
    if "numpy" in sys.modules:
        sys.modules["numpy"].random.seed(seed % 2**32)
    if "torch" in sys.modules:
        sys.modules["torch"].manual_seed(seed)


def serve(name, version, algorithms, load, generate, score=None, **hello):
    """Speaks the protocol until `bye` or the end of the input. `hello` adds to or overrides what is said at the start."""
    # The protocol keeps the real standard output; engines print to standard error.
    out = os.fdopen(os.dup(1), "w", encoding="utf-8", newline="\n")
    os.dup2(2, 1)
    sys.stdout = sys.stderr

    def send(**message):
        out.write(json.dumps(message) + "\n")
        out.flush()

    says = {
        "tables": True,
        "positions": True,
        "maxOrder": 16,
        "maxVocabulary": 1024,
        "maxBatch": 1,
        "maxLookahead": 16,
        "dtype": "float64",
        "logits": True,
        "seeds": "sample",
        "stops": 1,
        "processors": [],
        "rounds": False,
        "score": score is not None,
    }
    says.update(hello)
    send(type="hello", protocol=PROTOCOL, name=name, version=version, algorithms=algorithms, **says)
    engines = {}
    for line in iter(sys.stdin.readline, ""):
        message = json.loads(line)
        kind = message["type"]
        if kind == "bye":
            break
        if kind == "ping":
            send(type="pong")
        elif kind == "world":
            try:
                world = message["world"]  # None with tables=False: the engine has models of its own
                engines[message["id"]] = load(None if world is None else World(world))
                send(type="ready", id=message["id"])
            except Exception as error:  # whatever the reason, the engine cannot be asked this
                send(type="refused", id=message["id"], message=_said(error))
        elif kind == "score":
            engine = engines[message["world"]]
            rows = [list(map(float, score(engine, message["side"], context))) for context in message["contexts"]]
            send(type="scores", id=message["id"], rows=rows)
        elif kind == "run":
            _run(engines, algorithms, generate, message, send)


def _run(engines, algorithms, generate, request, send):
    """Call after call. An exception ends the run; what came before is sent."""
    run, width, chunk = request["run"], len(request["prompts"]), request["chunk"]
    tokens, rounds, calls, sent = [], [], [0, 0], 0

    def flush():
        nonlocal tokens, rounds, calls, sent
        if tokens:
            more = {"rounds": rounds} if len(rounds) == len(tokens) else {}
            send(type="samples", run=run, first=sent, tokens=tokens, calls=calls, **more)
        sent += len(tokens)
        tokens, rounds, calls = [], [], [0, 0]

    for at in range(0, request["count"], width):
        try:
            if request["algorithm"] not in algorithms:
                raise Refused("unknown algorithm " + request["algorithm"])
            if request["world"] not in engines:
                raise ValueError("unknown world %s" % request["world"])
            answer = generate(engines[request["world"]], Call(request, request["seed"][at : at + width]))
            if not isinstance(answer, Answer):
                answer = Answer([answer] if width == 1 else answer)
            tokens.extend([_plain(token) for token in row] for row in answer.tokens)
            rounds.extend(answer.rounds or [])
            calls = [a + b for a, b in zip(calls, answer.calls or [0, 0])]
        except Refused as error:
            flush()
            send(type="refused", run=run, message=_said(error))
            return
        except Exception as error:
            flush()
            send(type="error", run=run, sample=at, message=_said(error))
            return
        if len(tokens) >= chunk:
            flush()
    flush()
    send(type="done", run=run, count=sent)


def _plain(token):
    """NumPy's and PyTorch's whole numbers as Python's; everything else as it is, for the harness to judge."""
    return token.item() if hasattr(token, "item") else token


def _said(error):
    return ("%s: %s" % (type(error).__name__, error))[:1000]
