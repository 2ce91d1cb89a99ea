import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";
import { paperFindings } from "../../faults/findings/paper.ts";
import { escaped } from "../../pages/figures/text.ts";
import { builtInWorlds } from "../../system/files.ts";
import { code, table } from "../html.ts";
import type { Material } from "../material.ts";
import type { Page } from "../page.ts";
import { choices } from "../play/choices.ts";
import { toState } from "../play/link.ts";
import { MOST_CANDIDATES, MOST_LOOKAHEAD, type PlayState, START, toFragment } from "../play/state.ts";

/** One of the page's own scripts, with the rooms of the laboratory that it imports, as one text. */
const bundle = (entry: string): string => {
  const { outputFiles, warnings } = buildSync({
    entryPoints: [fileURLToPath(new URL(`../play/${entry}`, import.meta.url))],
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2022",
    write: false,
    logLevel: "silent",
  });
  if (warnings.length > 0) throw new Error(`${entry}: ${warnings.map(({ text }) => text).join("; ")}`);
  return (outputFiles[0]?.text ?? "").trim();
};

interface Example {
  readonly name: string;
  readonly state: PlayState;
}

const option = ({ name, state }: Example): string => `<option value="${toFragment(state)}">${escaped(name)}</option>`;

const group = (label: string, examples: readonly Example[]): string =>
  `<optgroup label="${escaped(label)}">${examples.map(option).join("")}</optgroup>`;

const findings = (): Example[] =>
  paperFindings.flatMap(({ id, cases }) =>
    cases.flatMap(({ file, algorithm }) => {
      const state = toState(file, algorithm.id);
      return state === undefined ? [] : [{ name: `${id}: ${algorithm.id}`, state }];
    }),
  );

const worked = ({ algorithms }: Material): Example[] =>
  algorithms.flatMap(({ id, worked }) => {
    const state = toState(worked.world, id);
    return state === undefined ? [] : [{ name: id, state }];
  });

const worlds = (): Example[] =>
  builtInWorlds().flatMap((path) => {
    const file = JSON.parse(readFileSync(path, "utf8"));
    const state = file.lookahead > MOST_LOOKAHEAD ? undefined : toState(file, "slrs");
    return state === undefined ? [] : [{ name: file.name, state }];
  });

const field = (id: string, label: string, input: string, hint = ""): string =>
  `<p><label for="${id}"><b>${label}</b></label>${hint === "" ? "" : ` <small id="${id}-hint">${hint}</small>`}<br>
${input}<br><span class="error" id="${id}-error" role="alert"></span></p>`;

const described = (id: string, hint: boolean): string => `aria-describedby="${hint ? `${id}-hint ` : ""}${id}-error"`;

const law = (id: string, label: string, hint: string, text: string): string =>
  field(
    id,
    label,
    `<textarea id="${id}" rows="6" spellcheck="false" autocapitalize="off" autocomplete="off" ${described(id, true)}>${escaped(text)}</textarea>`,
    hint,
  );

const number = (id: string, label: string, most: number): string =>
  field(id, label, `<input id="${id}" type="number" min="1" max="${most}" value="1" ${described(id, false)}>`);

const algorithmOptions = (): string => {
  const options = (fault: boolean): string =>
    choices
      .filter((choice) => (choice.fault !== "") === fault)
      .map(
        ({ algorithm, fault, repaired }) =>
          `<option value="${algorithm.id}"${fault === "" ? "" : ` data-repaired="${repaired}"`}>${escaped(fault === "" ? algorithm.id : `${algorithm.id}: ${fault}`)}</option>`,
      )
      .join("");
  return `<optgroup label="Algorithms">${options(false)}</optgroup><optgroup label="Known faults">${options(true)}</optgroup>`;
};

const empty = (caption: string, head: readonly string[], body: string): string =>
  table(caption, head, [{ rows: [] }]).replace("<tbody>", `<tbody id="${body}">`);

/** Two small vocabularies and their laws, edited by hand; verdict, acceptance, ψ and output law as one types. */
export function playPage(material: Material): Page {
  return {
    path: "play.html",
    title: "Try it",
    description: "Edit two small vocabularies and read the exact output law of every algorithm, computed in the page",
    wide: true,
    script: bundle("client.ts"),
    worker: bundle("worker.ts"),
    body: `<h1>This decoder is wrong: can you see it?</h1>
<p class="lead">The page opens on a known fault. Press “The same, repaired”, edit the two vocabularies, or choose another algorithm. Every number is exact, computed in this page by the same source that the command and the tests run. A verdict here is about this one world.</p>
<noscript><p class="error">This page computes in the browser and needs scripts. From a shell: <code>lossless verify world.json</code></p></noscript>
<div class="panel"><form id="form" aria-label="World">
${field("example", "Example", `<select id="example" ${described("example", false)}><option value="">choose one …</option>${group("Findings", findings())}${group("Worked examples", worked(material))}${group("Built-in worlds", worlds())}</select>`)}
${law("target", "Target", "a token and a number on each line", START.target)}
${law("drafter", "Drafter", "the same; its tokens may be others", START.drafter)}
<details><summary>How to write a law</summary><p>One token a line, with a fraction or a decimal: ${code("ab 3/10")}, ${code("ab 0.3")}. They add up to 1. ${code("stop")} behind a stop token: ${code("</s> 1/6 stop")}. A law that holds after one token: a line ${code("after ab")}, then its tokens. A token with spaces stands in double quotes. Text is cut into tokens by longest prefix.</p></details>
${field("algorithm", "Algorithm", `<select id="algorithm" ${described("algorithm", false)}>${algorithmOptions()}</select>`)}
${field("prompt", "Prompt", `<input id="prompt" type="text" maxlength="40" spellcheck="false" autocomplete="off" ${described("prompt", false)}>`)}
${number("lookahead", "Lookahead, tokens drafted per round", MOST_LOOKAHEAD)}
${number("candidates", "Candidates of rrs and k-seq", MOST_CANDIDATES)}
<p><button type="button" id="reset">Start again</button> <a id="save" download="world.json">Save world.json</a></p>
<p><small>The address of this page holds the world: copy it to share. Saved, it can be verified without limits: <code>lossless verify world.json</code></small></p></form>
<section id="result" aria-label="Result"><p><output><span id="verdict" class="verdict unknown">no result</span> <span id="sentence"></span></output></p>
<p><button type="button" id="other" hidden>The same, repaired</button></p>
<p id="working" class="muted" role="status"></p>
${empty("Law of the first token generated. Upper bar: the target, lower bar: the algorithm’s output.", ["token", "target", "output", "difference", "from 0 to 1"], "laws")}
${empty("ψ: the probability that the drafted text begins with this target token", ["token", "p", "ψ", "min(p, ψ)"], "psi")}
<p class="muted">SLRS accepts with the sum of min(p, ψ), SLEM with the sum of p·ψ; a draft that proposes no token is a rejection.</p>
${empty("Every algorithm in this world", ["algorithm", "verdict", "gap", "acceptance", "tokens a round", "contexts"], "all")}
<details><summary>What one round emits</summary>${empty("From the prompt, likeliest first, at most 40", ["tokens", "probability"], "emissions")}</details>
</section></div>`,
  };
}
