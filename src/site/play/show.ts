import { parseRational, type Rational, rational } from "../../core/num/rational.ts";
import type { Verdict } from "../../evidence/tiers/verdict.ts";
import type { Answer } from "./answer.ts";
import { byId, decimal, fraction, label, make, row } from "./elements.ts";

const KINDS = { proved: "proved", refuted: "refuted", consistent: "bounded", unknown: "unknown" } as const;

const value = (text: string): Rational => parseRational(text) as Rational;

/** Sets the badge and the sentence beside it. */
export function say(kind: "proved" | "refuted" | "unknown", badge: string, sentence: string): void {
  const verdict = byId("verdict");
  verdict.className = `verdict ${kind}`;
  verdict.textContent = badge;
  byId("sentence").textContent = sentence;
}

const aboutOf = ({ acceptance, expectedTokens }: Verdict): string => {
  const number = (text: string): string =>
    text.includes("/") ? `${text.length <= 20 ? `${text} ≈ ` : "≈ "}${decimal(text).toFixed(3)}` : text;
  const parts = [
    ...(acceptance === null ? [] : [`acceptance ${number(acceptance)}`]),
    ...(expectedTokens === null ? [] : [`tokens a round ${number(expectedTokens)}`]),
  ];
  return parts.join("; ");
};

const verdictInWords = (verdict: Verdict): void => {
  const { algorithm, scope, gap, witness, why } = verdict;
  const rest = aboutOf(verdict);
  if (verdict.verdict === "proved")
    say("proved", "lossless here", `${algorithm} keeps the target’s law in this world, ${scope}; ${rest}.`);
  else if (verdict.verdict === "refuted" && witness !== undefined) {
    const { tokens, target, output, path } = witness;
    const how = path.length === 0 ? "" : ` One way there: ${path.join(" → ")}.`;
    say(
      "refuted",
      "lossy",
      `${algorithm} changes the target’s law: ${tokens} should have probability ${target} and has ${output}. Gap ${gap}; ${rest}.${how}`,
    );
  } else say("unknown", "unknown", `${algorithm}: ${why ?? "nothing was decided"}.`);
};

const bars = (target: string, output: string): Node => {
  const bar = (text: string, name: string): HTMLElement => {
    const line = make("i", "", { class: name });
    line.style.width = `${100 * decimal(text)}%`;
    return line;
  };
  return make("div", [bar(target, "target"), bar(output, "output")], { class: "bar", "aria-hidden": "true" });
};

const difference = (target: string, output: string): string => {
  const [p, o] = [value(target), value(output)];
  if (rational.equal(p, o)) return "0";
  const more = rational.compare(o, p) > 0;
  return more ? `+${rational.print(rational.monus(o, p))}` : `−${rational.print(rational.monus(p, o))}`;
};

/** Shows one answer: verdict, laws of the first token, ψ, one round. */
export function show({ verdict, tokens, nothing, emissions }: Answer): void {
  byId("result").removeAttribute("data-stale");
  verdictInWords(verdict);
  byId("laws").replaceChildren(
    ...tokens.map(({ token, target, output }) =>
      row(token, [fraction(target), fraction(output), difference(target, output), bars(target, output)]),
    ),
  );
  byId("psi").replaceChildren(
    ...tokens.map(({ token, target, psi }) => {
      const least = rational.print(rational.min(value(target), value(psi)));
      return row(token, [fraction(target), fraction(psi), fraction(least)]);
    }),
    row("no token", ["", fraction(nothing), ""]),
  );
  byId("emissions").replaceChildren(
    ...emissions.map(({ emitted, probability }) => row(emitted, [fraction(probability)])),
  );
  for (const id of ["laws", "psi", "emissions"]) label(byId(id));
}

/** Adds one algorithm's row to the table of all. */
export function showRow(verdict: Verdict): void {
  const kind = KINDS[verdict.verdict];
  const cell = (text: string | null): Node => (text === null ? make("span", "–") : fraction(text));
  byId("all").append(
    row(verdict.algorithm, [
      make("span", verdict.verdict, { class: `verdict ${kind}` }),
      cell(verdict.gap),
      cell(verdict.acceptance),
      cell(verdict.expectedTokens),
      verdict.contexts === null ? "–" : String(verdict.contexts),
    ]),
  );
  label(byId("all"));
}

/** Fades what stands there: it belongs to an earlier world. */
export function fade(): void {
  byId("result").setAttribute("data-stale", "");
}
