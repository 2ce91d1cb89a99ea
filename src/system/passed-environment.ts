/** What every adapter gets of our environment, and what for. */
export const PASSED: readonly string[] = [
  // Programs, libraries and packages are found.
  "PATH",
  "LD_LIBRARY_PATH",
  "PYTHONPATH",
  "VIRTUAL_ENV",
  "LOSSLESS_PYTHON",
  // Caches and scratch files have a place.
  "HOME",
  "TMPDIR",
  "TEMP",
  "TMP",
  // Text is read and written as its user does.
  "LANG",
  "LC_*",
  // Python's sets have the order that somebody chose.
  "PYTHONHASHSEED",
];

/**
 * The part of an environment that an adapter gets: {@link PASSED} and the names given. Somebody else's program has no
 * business with tokens and keys that lie beside them.
 */
export function passedEnvironment(
  from: Readonly<Record<string, string | undefined>>,
  names: readonly string[] = [],
): Record<string, string> {
  const listed = new Set([...PASSED, ...names]);
  const passes = (name: string): boolean => listed.has(name) || name.startsWith("LC_");
  return Object.fromEntries(
    Object.entries(from).flatMap(([name, value]) => (value !== undefined && passes(name) ? [[name, value]] : [])),
  );
}
