"""A causal language model for PyTorch engines whose laws are a table, and whose memory is the engine's own cache.

The embedding of a token is its id, the hidden state is the row of logits, the output layer is the identity: an engine may
prune or permute its rows, and some do. Ids and positions are stored in the engine's key/value cache, and the context is
read back from there: a wrong rollback, a wrong position or a stale row changes the law as it would with a real model.
The rows must be finite (-10000 stands for log 0), since the identity multiplies them by zero.
"""

import torch
from transformers import GenerationConfig, GenerationMixin, PretrainedConfig, PreTrainedModel
from transformers.cache_utils import DynamicCache
from transformers.modeling_outputs import CausalLMOutputWithPast


class StubConfig(PretrainedConfig):
    model_type = "lossless_stub"

    def __init__(self, vocab_size=2, **kwargs):
        super().__init__(**kwargs)
        self.vocab_size = vocab_size
        self.hidden_size = vocab_size
        self.num_hidden_layers = 1
        self.num_attention_heads = 1


class StubModel(PreTrainedModel, GenerationMixin):
    config_class = StubConfig
    base_model_prefix = "stub"
    _supports_cache_class = True

    def __init__(self, config, model=None):
        super().__init__(config)
        size = config.vocab_size
        self.table = model
        self.embedding = torch.nn.Embedding(size, 1)
        self.lm_head = torch.nn.Linear(size, size, bias=False)
        with torch.no_grad():
            self.embedding.weight.copy_(torch.arange(size, dtype=torch.float32).unsqueeze(1))
            self.lm_head.weight.copy_(torch.eye(size))
        self.passes = 0
        self.post_init()

    def get_input_embeddings(self):
        return self.embedding

    def set_input_embeddings(self, value):
        self.embedding = value

    def get_output_embeddings(self):
        return self.lm_head

    def set_output_embeddings(self, value):
        self.lm_head = value

    def _init_weights(self, module):
        pass

    @torch.no_grad()
    def forward(
        self,
        input_ids=None,
        attention_mask=None,
        position_ids=None,
        past_key_values=None,
        use_cache=None,
        logits_to_keep=0,
        return_dict=True,
        **kwargs,
    ):
        self.passes += 1
        ids = self.get_input_embeddings()(input_ids)  # (batch, new, 1): through the engine's embedding
        batch, new = ids.shape[:2]
        past = 0 if past_key_values is None else past_key_values.get_seq_length()
        if position_ids is None:
            position_ids = torch.arange(past, past + new).expand(batch, new)
        # A model told not to use a cache gives none back.
        keep = past_key_values is not None or use_cache is not False
        if keep and past_key_values is None:
            past_key_values = DynamicCache()
        keys = ids.unsqueeze(1)  # (batch, head, new, 1)
        values = position_ids.to(ids.dtype).expand(batch, new).unsqueeze(1).unsqueeze(-1)
        if keep:
            keys, values = past_key_values.update(keys, values, 0)
        seen = keys[:, 0, :, 0].round().long().tolist()
        positions = values[:, 0, :, 0].round().long().tolist()
        hidden = torch.empty(batch, new, self.config.vocab_size)
        for row in range(batch):
            length = len(seen[row])
            masked = [True] * length
            if attention_mask is not None and attention_mask.dim() == 2 and attention_mask.shape[1] == length:
                masked = attention_mask[row].bool().tolist()
            for at in range(new):
                end = length - new + at + 1
                context = [token for token, kept in zip(seen[row][:end], masked) if kept]
                # A law depends on the number of tokens before the predicted one: one more than the last position.
                position = positions[row][end - 1] + 1
                hidden[row, at] = torch.tensor(self.table.logits(context, position))
        if isinstance(logits_to_keep, int) and logits_to_keep > 0:
            hidden = hidden[:, -logits_to_keep:]
        logits = self.lm_head(hidden)
        return CausalLMOutputWithPast(logits=logits, past_key_values=past_key_values if keep else None)


def stub(model):
    """A stub with the laws of one side of a world."""
    made = StubModel(StubConfig(vocab_size=model.size), model)
    made.generation_config = GenerationConfig()
    return made.eval()
