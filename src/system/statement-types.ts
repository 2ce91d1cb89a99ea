/** The names and types of `proofs/Statements.v` in its order; the proof assistant compares each with its theorem. */
export function statementTypes(text: string): Map<string, string> {
  const found = text.matchAll(/^Check \(@(\w+) :\n([\s\S]*?)\)\.$/gm);
  return new Map([...found].map(([, name, type]) => [name as string, unindented(type as string)]));
}

const unindented = (text: string): string => {
  const lines = text.split("\n");
  const depth = Math.min(...lines.filter((line) => line.trim() !== "").map((line) => line.search(/\S/)));
  return lines.map((line) => line.slice(depth).trimEnd()).join("\n");
};
