import { type Figure, figure } from "../../src/pages/figures/frame.ts";
import { png } from "../../src/pages/figures/png.ts";

/**
 * All output goes through the kernel's display: the value of a cell's last expression gets lost
 * now and then when a notebook is executed by machine.
 */
const display = async (data: Readonly<Record<string, string>>): Promise<void> => {
  await Deno.jupyter.display(data, { raw: true });
  await delivered();
};

/** What the kernel sends just before a cell ends may arrive too late to be kept: it is given a second on the way. */
const delivered = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1_000));

/** A figure, and its description for those who do not see it. */
export const show = (drawn: Figure): Promise<void> =>
  display({ "image/png": Buffer.from(png(drawn)).toString("base64"), "text/plain": drawn.alt });

export { figure };

/** A paragraph in Markdown. */
export const say = (markdown: string): Promise<void> => display({ "text/markdown": markdown, "text/plain": markdown });

/** A table in Markdown; numbers are rounded to three places. */
export const showTable = (
  header: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): Promise<void> => {
  const line = (cells: readonly (string | number)[]): string =>
    `| ${cells.map((cell) => (typeof cell === "number" ? rounded(cell) : cell)).join(" | ")} |`;
  return say([line(header), line(header.map(() => "---")), ...rows.map(line)].join("\n"));
};

const rounded = (value: number): string => (Number.isInteger(value) ? value.toLocaleString("en") : value.toFixed(3));

/** States a claim and checks it: the notebook stops where one is false. */
export const claim = async (sentence: string, holds: boolean): Promise<void> => {
  if (!holds) throw new Error(`not so: ${sentence}`);
  await say(`✓ ${sentence}`);
};

/** Lets the kernel get ready to show things: the first cell of a notebook ends with it. */
export const ready = (): Promise<void> => delivered();
