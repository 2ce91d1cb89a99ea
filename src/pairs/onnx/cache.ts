import { at as itemAt } from "../../core/num/at.ts";
import type { Runtime, Tensor } from "./runtime.ts";
import type { CachePart } from "./signature.ts";

type Half = Float32Array | Uint16Array;

/** The key/value cache of one model: one tensor for each part, and the ids that they were computed from. */
export class KeyValueCache {
  ids: readonly number[] = [];
  private readonly runtime: Runtime;
  private readonly parts: readonly CachePart[];
  private tensors: Tensor[] = [];

  constructor(runtime: Runtime, parts: readonly CachePart[]) {
    this.runtime = runtime;
    this.parts = parts;
    this.clear();
  }

  clear(): void {
    this.ids = [];
    this.tensors = this.parts.map((part) => this.tensor(part, storage(part, 0), 0));
  }

  /** How many of the cached ids begin `ids`. */
  common(ids: readonly number[]): number {
    const most = Math.min(ids.length, this.ids.length);
    let length = 0;
    while (length < most && ids[length] === this.ids[length]) length++;
    return length;
  }

  /** Forgets all but the first `length` positions. With one head that is a view of the same memory, else a copy. */
  crop(length: number): void {
    const before = this.ids.length;
    if (length === before) return;
    this.tensors = this.parts.map((part, at) => {
      const { heads, width } = part;
      const data = itemAt(this.tensors, at).data as Half;
      if (heads === 1) return this.tensor(part, data.subarray(0, length * width), length);
      const kept = storage(part, heads * length * width);
      for (let head = 0; head < heads; head++) {
        const from = head * before * width;
        kept.set(data.subarray(from, from + length * width), head * length * width);
      }
      return this.tensor(part, kept, length);
    });
    this.ids = this.ids.slice(0, length);
  }

  /** The cache as inputs of a pass. */
  feed(feeds: Record<string, Tensor>): void {
    this.parts.forEach(({ input }, at) => {
      feeds[input] = itemAt(this.tensors, at);
    });
  }

  /** Takes over what a pass gave back for all of `ids`. */
  take(outputs: Readonly<Record<string, Tensor>>, ids: readonly number[]): void {
    this.tensors = this.parts.map(({ output }) => outputs[output] as Tensor);
    this.ids = ids;
  }

  private tensor({ type, heads, width }: CachePart, data: Half, length: number): Tensor {
    return new this.runtime.Tensor(type, data, [1, heads, length, width]);
  }
}

const storage = ({ type }: CachePart, length: number): Half =>
  type === "float16" ? new Uint16Array(length) : new Float32Array(length);
