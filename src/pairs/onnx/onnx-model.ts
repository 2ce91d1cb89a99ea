import { BadModel } from "../../core/models/bad-model.ts";
import type { LogitsSource } from "../../core/models/logits-model.ts";
import { at as itemAt } from "../../core/num/at.ts";
import { KeyValueCache } from "./cache.ts";
import { fromHalf } from "./half.ts";
import { type InferenceSession, openSession, type Runtime, type Tensor } from "./runtime.ts";
import { type Heads, readSignature, type Signature } from "./signature.ts";

/** How a model file is run. */
export interface OnnxOptions {
  /** Most ids it can read. */
  readonly positions: number;
  readonly threads: number;
  /**
   * Fewest and most rows of one pass. Kernels may round one row differently from many: passes of two to six rows give
   * each row the same bits on the kernels known to us, at the price of reading one token twice where only one is new.
   */
  readonly least: number;
  readonly most: number;
  readonly heads: Heads;
}

/** A causal language model in an ONNX file, with its key/value cache: only what is new since the last call is read. */
export class OnnxModel implements LogitsSource {
  readonly file: string;
  readonly positions: number;
  passes = 0;
  /** Rows computed: new tokens read, again or not. */
  rowsRead = 0;
  /** For loops that run the session themselves, to be compared with. */
  readonly runtime: Runtime;
  readonly session: InferenceSession;
  readonly signature: Signature;
  private readonly cache: KeyValueCache;
  private readonly least: number;
  private readonly most: number;
  private readonly ones: BigInt64Array;
  private readonly places: BigInt64Array;
  private busy = false;

  private constructor(file: string, runtime: Runtime, session: InferenceSession, options: OnnxOptions) {
    this.file = file;
    this.runtime = runtime;
    this.session = session;
    this.signature = readSignature(file, session.inputMetadata, session.outputMetadata, options.heads);
    this.cache = new KeyValueCache(runtime, this.signature.cache);
    this.positions = options.positions;
    this.least = options.least;
    this.most = options.most;
    this.ones = new BigInt64Array(this.positions).fill(1n);
    this.places = BigInt64Array.from({ length: this.positions }, (_, at) => BigInt(at));
  }

  static async open(file: string, options: OnnxOptions): Promise<OnnxModel> {
    const { runtime, session } = await openSession(file, options.threads);
    try {
      return new OnnxModel(file, runtime, session, options);
    } catch (error) {
      await session.release();
      throw error;
    }
  }

  async rows(ids: readonly number[], count: number): Promise<readonly Float32Array[]> {
    if (this.busy) throw new Error("a model was asked again before it had answered");
    this.busy = true;
    try {
      const caching = this.signature.cache.length > 0;
      const wanted = Math.max(count, this.least);
      const known = caching ? Math.max(0, Math.min(this.cache.common(ids), ids.length - wanted)) : 0;
      if (caching) this.cache.crop(known);
      const found: Float32Array[] = [];
      this.passes += 1;
      for (let from = known; from < ids.length; ) {
        const to = caching ? Math.min(ids.length, from + this.most) : ids.length;
        // Never leave fewer rows than the least for the last part.
        const end = ids.length - to > 0 && ids.length - to < this.least ? ids.length - this.least : to;
        found.push(...(await this.pass(ids, from, end, Math.max(0, end - Math.max(from, ids.length - count)))));
        from = end;
      }
      return found;
    } catch (error) {
      this.cache.clear();
      throw error;
    } finally {
      this.busy = false;
    }
  }

  /** Reads `ids` from `from` to `to` after what is cached; the logits of its last `count` rows. */
  private async pass(ids: readonly number[], from: number, to: number, count: number): Promise<Float32Array[]> {
    const { Tensor: T } = this.runtime;
    const { mask, positions, branch, keep } = this.signature;
    const length = to - from;
    const fresh = new BigInt64Array(length);
    for (let at = 0; at < length; at++) fresh[at] = BigInt(itemAt(ids, from + at));
    const feeds: Record<string, Tensor> = { input_ids: new T("int64", fresh, [1, length]) };
    if (mask) feeds.attention_mask = new T("int64", this.ones.subarray(0, to), [1, to]);
    if (positions) feeds.position_ids = new T("int64", this.places.subarray(from, to), [1, length]);
    if (branch) feeds.use_cache_branch = new T("bool", [from > 0], [1]);
    if (keep) feeds.num_logits_to_keep = new T("int64", BigInt64Array.of(BigInt(Math.max(1, count))), []);
    this.cache.feed(feeds);
    let outputs: Readonly<Record<string, Tensor>>;
    try {
      outputs = await this.session.run(feeds);
    } catch (error) {
      throw new BadModel(this.file, (error as Error).message, "a forward pass");
    }
    this.rowsRead += length;
    const logits = outputs.logits as Tensor;
    const given = keep ? Math.max(1, count) : length;
    const [batch, rows, columns = 0] = logits.dims;
    if (logits.dims.length !== 3 || batch !== 1 || rows !== given || columns < 1) {
      throw new BadModel(`${this.file}, output "logits"`, `shape [${logits.dims}]`, `[1, ${given}, vocabulary]`);
    }
    if (this.signature.cache.length > 0) this.cache.take(outputs, ids.slice(0, to));
    const data = inFloats(logits.data as Float32Array | Uint16Array);
    return Array.from({ length: count }, (_, at) => {
      const row = given - count + at;
      return data.subarray(row * columns, (row + 1) * columns);
    });
  }

  /** Forgets what was read; the next call starts anew. */
  reset(): void {
    this.cache.clear();
  }

  async release(): Promise<void> {
    this.cache.clear();
    await this.session.release();
  }
}

/** Newer versions of Node have an array of half floats, older ones give their bits. */
const inFloats = (data: Float32Array | Uint16Array | ArrayLike<number>): Float32Array => {
  if (data instanceof Float32Array) return data;
  return data instanceof Uint16Array ? fromHalf(data) : Float32Array.from(data);
};
