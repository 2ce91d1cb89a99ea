const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** A text as it stands in SVG and HTML, between tags and in attributes. */
export function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] as string);
}

/** Lines of at most `width` px, broken at spaces by the mean advance of a letter: right to within a word. */
export function wrapped(text: string, width: number, advance: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && longer.length * advance > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

/** A probability as a person reads it: `37 %`. */
export function percent(value: number): string {
  return `${Math.round(value * 100)} %`;
}

/** A power of ten: `10⁻⁶`, and `1` and `10` as they are. */
export function powerOfTen(exponent: number): string {
  return exponent === 0 || exponent === 1
    ? String(10 ** exponent)
    : `10${String(exponent).replace(/[-0-9]/g, (sign) => "⁻⁰¹²³⁴⁵⁶⁷⁸⁹"["-0123456789".indexOf(sign)] as string)}`;
}

/** A count with its thousands apart. */
export function thousands(count: number): string {
  return count.toLocaleString("en");
}
