/** Deepest nesting followed. */
const DEEPEST = 50;

/**
 * Are two values equal by what they hold? Lists, plain objects, maps, sets, typed arrays and instances of one class are
 * compared part by part, functions by identity. Nested beyond 50 levels they count as different.
 */
export function sameValue(a: unknown, b: unknown, level = 0): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null || level > DEEPEST) return false;
  if (Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false;
  const inside = (x: unknown, y: unknown): boolean => sameValue(x, y, level + 1);
  if (a instanceof Map && b instanceof Map) return sameList([...a], [...b], inside);
  if (a instanceof Set && b instanceof Set) return sameList([...a], [...b], inside);
  if (Array.isArray(a) && Array.isArray(b)) return sameList(a, b, inside);
  if (ArrayBuffer.isView(a) && ArrayBuffer.isView(b)) return sameList(bytesOf(a), bytesOf(b), inside);
  const [mine, theirs] = [Reflect.ownKeys(a), Reflect.ownKeys(b)];
  return mine.length === theirs.length && mine.every((key) => inside(Reflect.get(a, key), Reflect.get(b, key)));
}

const bytesOf = ({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);

const sameList = (a: ArrayLike<unknown>, b: ArrayLike<unknown>, same: (x: unknown, y: unknown) => boolean): boolean => {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at++) if (!same(a[at], b[at])) return false;
  return true;
};
