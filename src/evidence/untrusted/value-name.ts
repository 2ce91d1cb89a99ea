/** A text that determines a value by what it holds: lists, plain objects, maps, sets, numbers, texts, weights. */
export function valueName(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value === "bigint") return `${value}n`;
  if (Object.is(value, -0)) return "-0";
  if (typeof value !== "object" || value === null) return String(value);
  const named = (parts: Iterable<unknown>): string => [...parts].map(valueName).join();
  if (Array.isArray(value)) return `[${named(value)}]`;
  if (value instanceof Map) return `map(${named([...value].flat())})`;
  if (value instanceof Set) return `set(${named(value)})`;
  if (ArrayBuffer.isView(value)) return `${value.constructor.name}(${named(value as unknown as Iterable<unknown>)})`;
  const keys = Reflect.ownKeys(value).filter((key) => key !== Symbol.toStringTag);
  return `{${keys.map((key) => `${String(key)}:${valueName(Reflect.get(value, key))}`).join()}}`;
}
