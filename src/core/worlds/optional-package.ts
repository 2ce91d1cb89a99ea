import { BadInput } from "./bad-input.ts";

/** What needs packages that are installed only by who uses it: the packages, as npm takes them, and what they are for. */
const OPTIONAL = {
  models: { packages: ["onnxruntime-node@1.30.0"], use: "to run models" },
  solver: { packages: ["z3-solver@5.2.0"], use: "to prove for all laws (the symbolic tier)" },
  figures: {
    packages: [
      "@observablehq/plot@0.6.17",
      "linkedom@0.18.15",
      "@resvg/resvg-js@2.6.2",
      "subset-font@2.9.0",
      "@expo-google-fonts/source-sans-3@0.4.1",
      "dejavu-fonts-ttf@2.37.3",
    ],
    use: "to write pages with figures",
  },
} as const;

/** A kind of use that not everybody installs. */
export type OptionalUse = keyof typeof OPTIONAL;

/** The optional packages with their versions, by name. */
export function optionalPackages(): Record<string, string> {
  const all = Object.values(OPTIONAL).flatMap(({ packages }) => [...packages]);
  return Object.fromEntries(all.map((one) => [nameOf(one), one.slice(nameOf(one).length + 1)]));
}

const nameOf = (one: string): string => one.slice(0, one.lastIndexOf("@"));

/**
 * Loads what needs optional packages.
 *
 * @throws BadInput where a package is not installed, which names what installs it.
 */
export async function withOptional<A>(use: OptionalUse, load: () => Promise<A>): Promise<A> {
  try {
    return await load();
  } catch (error) {
    const { packages, use: what } = OPTIONAL[use];
    const missing = packages.map(nameOf).find((name) => isMissing(error, name));
    if (missing === undefined) throw error;
    throw new BadInput(`the package ${missing}`, "none installed", `it: npm i ${packages.join(" ")} ${what}`);
  }
}

/** Node says it in the code, bundlers and browsers in the message alone. */
const isMissing = (error: unknown, name: string): boolean => {
  const { code, message } = error as { readonly code?: unknown; readonly message?: unknown };
  const says = code === "ERR_MODULE_NOT_FOUND" || code === "MODULE_NOT_FOUND" || code === undefined;
  return says && typeof message === "string" && message.includes(`'${name}`);
};
