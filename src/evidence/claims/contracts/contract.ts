import type { Decoder } from "../../../core/decode/decoder.ts";
import type { DecidableField } from "../../../core/num/field.ts";
import type { World } from "../../../core/worlds/world.ts";
import type { Breach } from "../breach.ts";

/** A promise of a decoder that is not its law, checked on drawn runs: the breach found, or undefined. */
export type Contract = <W>(
  field: DecidableField<W>,
  world: World<W>,
  decoder: Decoder,
  seed: number,
) => Breach | undefined;
