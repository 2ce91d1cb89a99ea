/** The parts of a notebook file (nbformat 4) that are read here. */
export interface Notebook {
  readonly cells: readonly {
    readonly cell_type: string;
    readonly source: string | readonly string[];
    readonly outputs?: readonly {
      readonly output_type: string;
      readonly data?: Readonly<Record<string, string | readonly string[]>>;
    }[];
  }[];
}

const text = (lines: string | readonly string[] = ""): string => (typeof lines === "string" ? lines : lines.join(""));

const codeCells = ({ cells }: Notebook) => cells.filter(({ cell_type }) => cell_type === "code");

/** The code of all cells as one module, its imports seen from the cache folder, two levels below the root. */
export const codeOf = (notebook: Notebook): string =>
  codeCells(notebook)
    .map(({ source }) =>
      text(source)
        .replaceAll('from "../src/', 'from "../../src/')
        .replaceAll('from "./support/', 'from "../../notebooks/support/'),
    )
    .concat("export {};\n")
    .join("\n");

/** The calls that show something. */
const SHOWING = /\b(?:show|showTable|say|claim)\(/g;

/** What is wrong with an executed notebook: an error, fewer outputs than its calls should give, or no plot. */
export const problems = (notebook: Notebook): string[] => {
  const found = codeCells(notebook).flatMap(({ source, outputs = [] }, at) => {
    if (outputs.some(({ output_type }) => output_type === "error")) return [`cell ${at + 1} failed`];
    const calls = text(source).match(SHOWING)?.length ?? 0;
    const shown = outputs.filter(
      ({ data }) => data !== undefined && Object.values(data).every((value) => text(value) !== ""),
    );
    return shown.length < calls ? [`cell ${at + 1} shows ${shown.length} of ${calls}`] : [];
  });
  const images = codeCells(notebook).flatMap(({ outputs = [] }) =>
    outputs.filter(({ data }) => text(data?.["image/png"]).length > 1_000),
  );
  return images.length === 0 ? [...found, "no plot"] : found;
};
