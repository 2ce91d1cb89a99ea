import { at as itemAt } from "../num/at.ts";
import { exponential } from "../num/exponential.ts";
import { BadModel } from "./bad-model.ts";
import type { WholeLaw } from "./whole-law.ts";

/** How logits become the law that is sampled; the same for target and drafter. */
export interface Sampling {
  /** Divides the logits; 0 is the likeliest token alone, ties to the lowest id. */
  readonly temperature: number;
  /** Only this many of the largest logits, ties with the last one included; 0 keeps all. */
  readonly topK: number;
  /** Only the likeliest tokens that together have at least this probability; 1 keeps all. */
  readonly topP: number;
  /** Divides positive logits of tokens in the context, and multiplies negative ones; 1 changes nothing. */
  readonly repetitionPenalty: number;
}

/** The model's own law. */
export const plainSampling: Sampling = { temperature: 1, topK: 0, topP: 1, repetitionPenalty: 1 };

/** What all laws over one vocabulary have in common. */
export interface Ids {
  /** Ids 0, 1, 2 … */
  readonly ids: readonly number[];
  /** To be copied and written over: a list that holds doubles from the start is not converted when one is put in. */
  readonly blank: readonly number[];
}

/** The ids below `size`: a model makes them once. */
export function idsBelow(size: number): Ids {
  return {
    ids: Array.from({ length: size }, (_, id) => id),
    blank: Array.from({ length: size }, () => 0.5),
  };
}

/**
 * The law of the next token from its logits $\ell$: repetition penalty, temperature $\tau$, top-k, top-p, in this order.
 *
 * Weights are $n_x = \mathrm{round}(2^b e^{(\ell_x - \max \ell)/\tau})$ with $b$ the largest exponent for which no sum
 * of them reaches $2^{53}$. This rounding, at most $2^{-b-1}$ of the likeliest token's weight, is part of the definition
 * of the law: what is sampled and what is verified are then the same numbers. These ids have a token; logits beyond
 * them are padding and have no part in the law. A logit of $-\infty$ is a probability of zero; any other that is not
 * finite is refused, with the name of the `file` it came from.
 */
export function samplingLaw(
  logits: Float32Array,
  { ids, blank }: Ids,
  { temperature, topK, topP, repetitionPenalty }: Sampling,
  context: readonly number[],
  file = "the model",
): WholeLaw {
  const values = repetitionPenalty === 1 ? logits : penalised(logits, context, repetitionPenalty);
  const size = ids.length;
  let top = 0;
  for (let id = 0; id < size; id++) {
    const value = itemAt(values, id);
    if (value > itemAt(values, top)) top = id;
    if (!(value < Number.POSITIVE_INFINITY))
      throw new BadModel(`${file}, output "logits"`, String(value), "finite numbers");
  }
  if (values[top] === Number.NEGATIVE_INFINITY)
    throw new BadModel(`${file}, output "logits"`, "-Infinity only", "finite numbers");
  if (temperature === 0) return { support: [top], weights: [1], total: 1 };
  const most = itemAt(values, top);
  const scale = 2 ** (52 - Math.ceil(Math.log2(size)));
  const least = topK > 0 && topK < size ? largest(values, size, topK) : Number.NEGATIVE_INFINITY;
  const weights = blank.slice();
  const total = weigh(values, least, most, temperature, scale, weights);
  const whole = { support: ids, weights, total };
  if (topP < 1) return nucleus(whole, topP);
  return least === Number.NEGATIVE_INFINITY ? whole : positive(whole);
}

/** Writes the weights of all values from `least` up, 0 for the others; their sum. A loop of its own, to be compiled as one. */
const weigh = (
  values: Float32Array,
  least: number,
  most: number,
  temperature: number,
  scale: number,
  weights: number[],
): number => {
  let total = 0;
  for (let id = 0; id < weights.length; id++) {
    const value = itemAt(values, id);
    // Half up: three times as fast as Math.round.
    const weight = Math.floor(exponential((value - most) / temperature) * scale + 0.5);
    weights[id] = value < least ? 0 : weight;
    total += itemAt(weights, id);
  }
  return total;
};

/** The same law without the tokens that it never gives. */
const positive = ({ support, weights, total }: WholeLaw): WholeLaw => ({
  support: support.filter((_, at) => itemAt(weights, at) > 0),
  weights: weights.filter((weight) => weight > 0),
  total,
});

const penalised = (logits: Float32Array, context: readonly number[], penalty: number): Float32Array => {
  const changed = logits.slice();
  for (const id of new Set(context)) {
    const value = itemAt(logits, id);
    changed[id] = value > 0 ? value / penalty : value * penalty;
  }
  return changed;
};

/** The value of rank `k` among the first `size`, counted from the largest: quickselect. */
const largest = (values: Float32Array, size: number, k: number): number => {
  const rest = values.slice(0, size);
  let low = 0;
  let high = size - 1;
  while (low < high) {
    const pivot = itemAt(rest, (low + high) >> 1);
    let i = low;
    let j = high;
    while (i <= j) {
      while (itemAt(rest, i) > pivot) i++;
      while (itemAt(rest, j) < pivot) j--;
      if (i <= j) {
        [rest[i], rest[j]] = [itemAt(rest, j), itemAt(rest, i)];
        i++;
        j--;
      }
    }
    if (k - 1 <= j) high = j;
    else if (k - 1 >= i) low = i;
    else break;
  }
  return itemAt(rest, k - 1);
};

/** The fewest of the likeliest tokens whose mass is at least `topP`; ties to the lower id. */
const nucleus = ({ support, weights, total }: WholeLaw, topP: number): WholeLaw => {
  const order = support.map((_, at) => at).sort((a, b) => itemAt(weights, b) - itemAt(weights, a) || a - b);
  let kept = 0;
  let count = 0;
  while (count < order.length && kept < topP * total) kept += itemAt(weights, itemAt(order, count++));
  const chosen = order.slice(0, Math.max(1, count)).sort((a, b) => a - b);
  return {
    support: chosen.map((at) => itemAt(support, at)),
    weights: chosen.map((at) => itemAt(weights, at)),
    total: chosen.reduce((sum, at) => sum + itemAt(weights, at), 0),
  };
};
