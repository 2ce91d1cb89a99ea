"""Hugging Face transformers behind the protocol: `generate` with an assistant, as its users call it.

`sd` is assisted generation with one tokenizer, `tli` universal assisted generation with sampling, `slem` the same without
sampling (greedy is all that the library offers there), `lookup` prompt lookup, `autoregressive` plain generation.
"""

import sys

import lossless_check
from lossless_check import Answer, Refused, seed_all

try:
    import torch
    import transformers
    from stub_model import stub
    from tokenizers import Tokenizer, decoders, models, pre_tokenizers
    from transformers import PreTrainedTokenizerFast
except ImportError as error:
    sys.exit("this adapter needs torch and transformers: %s" % error)

transformers.logging.set_verbosity_error()


class Repeatable(PreTrainedTokenizerFast):
    """A tokenizer that lists its vocabulary in an order of Python's hashes, which the check seeds anew for each process.

    The library's own lists it in an order that is drawn at every call, and universal assisted generation depends on it:
    no run could be repeated. Any order keeps the promise of `get_vocab`, so all of them are to be tried.
    """

    def get_vocab(self):
        return dict(sorted(super().get_vocab().items(), key=lambda entry: hash(entry[0])))


def tokenizer(model):
    """A real tokenizer for a side: words apart where the vocabulary knows an unknown token, else longest prefix first."""
    ids = {token: i for i, token in enumerate(model.vocabulary)}
    unknown = next((token for token in model.vocabulary if token == "<unk>"), None)
    if model.tokenizer != "longest-prefix":
        raise Refused("only longest-prefix tokenizers")
    if unknown is not None:
        made = Tokenizer(models.WordLevel(ids, unk_token=unknown))
        made.pre_tokenizer = pre_tokenizers.WhitespaceSplit()
        return Repeatable(tokenizer_object=made, unk_token=unknown)
    piece = models.WordPiece(ids, unk_token=model.vocabulary[0], continuing_subword_prefix="", max_input_chars_per_word=10**6)
    made = Tokenizer(piece)
    made.decoder = decoders.Fuse()
    return Repeatable(tokenizer_object=made)


class Engine:
    """The models of a world, a pair for each algorithm: universal assisted generation changes its assistant's layers."""

    def __init__(self, world):
        self.world = world
        self.same = world.target.vocabulary == world.drafter.vocabulary
        self.pairs = {}

    def pair(self, algorithm):
        if algorithm not in self.pairs:
            self.pairs[algorithm] = stub(self.world.target), stub(self.world.drafter), *self._tokenizers(algorithm)
        return self.pairs[algorithm]

    def _tokenizers(self, algorithm):
        if algorithm not in ("tli", "slem"):
            return None, None
        return tokenizer(self.world.target), tokenizer(self.world.drafter)


def generate(engine, call):
    if call.algorithm == "sd" and not engine.same:
        raise Refused("assisted generation with one tokenizer needs one vocabulary")
    if call.algorithm in ("tli", "slem") and engine.world.target.size == engine.world.drafter.size:
        raise Refused("the library takes two tokenizers only where the vocabularies have different sizes")
    if call.algorithm == "slem" and call.temperature != 0:
        raise Refused("the library samples with two tokenizers by tli alone")
    target, drafter, ours, theirs = engine.pair(call.algorithm)
    target.passes = drafter.passes = 0
    options = {"max_new_tokens": call.budget, "do_sample": call.temperature != 0, "pad_token_id": 0}
    options["eos_token_id"] = call.stops or None
    if call.temperature != 0:
        # Defaults that change the law are switched off.
        options.update(temperature=call.temperature, top_k=0, top_p=1.0)
    if call.algorithm in ("sd", "tli", "slem"):
        options["assistant_model"] = drafter
        # The assistant's lookahead is its own setting; how long it drafts may depend on nothing but this.
        drafter.generation_config.num_assistant_tokens = call.lookahead
        drafter.generation_config.num_assistant_tokens_schedule = "constant"
        drafter.generation_config.assistant_confidence_threshold = 0.0
    if call.algorithm in ("tli", "slem"):
        options.update(tokenizer=ours, assistant_tokenizer=theirs)
    if call.algorithm == "lookup":
        options["prompt_lookup_num_tokens"] = call.lookahead
    seed_all(call.seed)
    prompt = torch.tensor([call.prompt])
    out = target.generate(prompt, attention_mask=torch.ones_like(prompt), **options)
    return Answer([out[0, len(call.prompt) :].tolist()], calls=[target.passes, drafter.passes])


def score(engine, side, context):
    model = engine.pair("autoregressive")[0 if side == "target" else 1]
    return model(torch.tensor([context]), use_cache=False).logits[0, -1].tolist()


if __name__ == "__main__":
    torch.set_num_threads(1)
    lossless_check.serve(
        "hf",
        "transformers %s, torch %s" % (transformers.__version__, torch.__version__),
        ["autoregressive", "sd", "tli", "slem", "lookup"],
        Engine,
        generate,
        score,
        dtype="float32",
        stops=8,
    )
