import { ProtocolError } from "../protocol/protocol-error.ts";

const MOST_PARTS = 256;

/** Nothing came in time. */
export class TimedOut extends Error {
  constructor(milliseconds: number) {
    super(`nothing came within ${milliseconds / 1000} s`);
    this.name = "TimedOut";
  }
}

/**
 * Reads a stream line by line, on demand: bytes that nobody asks for stay in the pipe, so that a writer that floods waits
 * and at most one line and one chunk are in memory.
 */
export class LineReader {
  readonly #chunks: AsyncIterator<Buffer>;
  readonly #longest: number;
  /** A read under way, kept when a deadline passes before it ends. */
  #reading: Promise<IteratorResult<Buffer>> | undefined;
  #chunk: Buffer = Buffer.alloc(0);
  #partial: Buffer[] = [];
  #length = 0;

  constructor(stream: AsyncIterable<Buffer>, longest: number) {
    this.#chunks = stream[Symbol.asyncIterator]();
    this.#longest = longest;
  }

  /** The next line without its end; undefined when the stream ended. */
  async next(milliseconds: number): Promise<string | undefined> {
    const line = this.#cut();
    if (line !== undefined) return line;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new TimedOut(milliseconds)), milliseconds);
    });
    try {
      for (;;) {
        this.#reading ??= this.#chunks.next();
        const { value, done } = await Promise.race([this.#reading, late]);
        this.#reading = undefined;
        if (done) return undefined;
        this.#chunk = value;
        const whole = this.#cut();
        if (whole !== undefined) return whole;
      }
    } catch (error) {
      if (error instanceof TimedOut || error instanceof ProtocolError) throw error;
      return undefined;
    } finally {
      clearTimeout(timer);
    }
  }

  /** Takes a line off what was read; puts the beginning of one aside. */
  #cut(): string | undefined {
    const end = this.#chunk.indexOf(10);
    const part = end < 0 ? this.#chunk : this.#chunk.subarray(0, end);
    this.#length += part.length;
    if (this.#length > this.#longest) throw new ProtocolError(`a line of more than ${this.#longest} bytes`);
    if (part.length > 0) this.#partial.push(part);
    // Bytes that trickle in one by one must not cost an object each.
    if (this.#partial.length > MOST_PARTS) this.#partial = [Buffer.concat(this.#partial)];
    this.#chunk = end < 0 ? Buffer.alloc(0) : this.#chunk.subarray(end + 1);
    if (end < 0) return undefined;
    const line = Buffer.concat(this.#partial).toString("utf8");
    this.#partial = [];
    this.#length = 0;
    return line;
  }
}
