import { at } from "../../core/num/at.ts";
/** Numbers of 16 bits (IEEE binary16) as floats: logits of models that compute in float16. */
export function fromHalf(bits: Uint16Array): Float32Array {
  const values = new Float32Array(bits.length);
  for (let i = 0; i < bits.length; i++) values[i] = table[at(bits, i)] as number;
  return values;
}

const decode = (bits: number): number => {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0x1f) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  return exponent === 0 ? sign * fraction * 2 ** -24 : sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
};

const table: Readonly<Float32Array> = Float32Array.from({ length: 0x10000 }, (_, bits) => decode(bits));
