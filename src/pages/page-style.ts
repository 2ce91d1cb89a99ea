import { cssVariables } from "./styles.ts";

/** A verdict is a sign, a word and a border: it reads in grey, by ear, and printed without backgrounds. */
export const verdictStyle = `.verdict { display: inline-block; white-space: nowrap; font-weight: 600; font-size: .88rem; line-height: 1.35; padding: .05em .55em; border-radius: 4px; border: 2px solid }
.verdict::before { margin-right: .4em }
.proved { color: var(--page); background: var(--good); border-color: var(--good) }
.proved::before { content: "\\2713" / "" }
.refuted { color: var(--bad); border-color: var(--bad) }
.refuted::before { content: "\\2717" / "" }
.unknown { color: var(--muted); border-color: var(--muted); border-style: dashed }
.unknown::before { content: "?" / "" }
.bounded { color: var(--ink); border-color: var(--muted) }
.bounded::before { content: "\\2248" / "" }
`;

/** The style sheet of pages and reports: light, dark by preference or `data-theme`, and print, which is always light. */
export const pageStyle = `
:root { ${cssVariables("light")} }
@media (prefers-color-scheme: dark) { :root:not([data-theme=light]) { ${cssVariables("dark")} } }
:root[data-theme=dark] { ${cssVariables("dark")} }
@media print { :root { ${cssVariables("light")} } }
* { box-sizing: border-box }
html { color-scheme: light dark; scrollbar-gutter: stable }
body { margin: 0; background: var(--page); color: var(--ink); font: 17px/1.55 "Source Sans 3", system-ui, "DejaVu Sans", sans-serif; font-variant-numeric: tabular-nums }
main { max-width: 46rem; margin: 0 auto; padding: 1.5rem 1.25rem 5rem }
main.wide { max-width: 64rem }
h1 { font-size: 1.9rem; line-height: 1.2; margin: .2em 0 .1em }
h2 { font-size: 1.3rem; margin: 2.2em 0 .4em; padding-top: .5em; border-top: 1px solid var(--grid) }
h3 { font-size: 1.05rem; margin: 1.6em 0 .3em }
p, ul, ol, table, figure, pre, dl { margin: .6em 0 1em }
.lead { font-size: 1.15rem; line-height: 1.45 }
small, .muted, figcaption, caption { color: var(--muted) }
small, figcaption, caption { font-size: .88rem }
a { color: var(--sd); text-underline-offset: .15em }
a:hover { text-decoration-thickness: 2px }
:focus-visible { outline: 3px solid var(--sd); outline-offset: 2px; border-radius: 2px }
code, pre, kbd, samp { font: .88em/1.5 ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace }
pre { background: color-mix(in srgb, var(--muted) 9%, var(--page)); padding: .8em 1em; border-radius: 6px; overflow-x: auto }
.skip { position: absolute; left: -99rem }
.skip:focus { left: 1rem; top: .5rem; background: var(--page); padding: .3em .6em }
math { font-family: "STIX Two Math", "Cambria Math", "Latin Modern Math", math; font-size: 1.08em }
math[display=block], .formula { overflow-x: auto; margin: .5em 0 }
.scroll { overflow-x: auto }
table { border-collapse: collapse; font-size: .95rem }
caption { text-align: left; padding-bottom: .4em }
th, td { padding: .34em .7em; text-align: left; vertical-align: baseline; border-bottom: 1px solid var(--grid) }
thead th { border-bottom: 2px solid var(--muted); font-weight: 600; white-space: nowrap }
tbody th { font-weight: 600; white-space: nowrap }
.number { text-align: right }
tbody.group > tr:first-child > th { padding-top: 1.1em; color: var(--muted); font-weight: 400 }
${verdictStyle}.scope { font-size: .88rem; color: var(--muted) }
.matrix td { text-align: center; min-width: 5.6rem; padding: .3em .5em; font-size: .9rem }
.matrix td.killed { background: color-mix(in srgb, var(--good) 16%, var(--page)); font-weight: 600 }
.matrix td.survived { color: var(--muted) }
.matrix td.alarm { outline: 3px solid var(--bad); outline-offset: -3px; color: var(--bad); font-weight: 700 }
.matrix td.out { background: repeating-linear-gradient(135deg, transparent 0 6px, var(--grid) 6px 8px); color: var(--muted) }
.numbers { display: grid; grid-template-columns: repeat(auto-fit, minmax(9.5rem, 1fr)); gap: .9rem; padding: 0; list-style: none }
.numbers li { border-top: 3px solid var(--ink); padding-top: .35em }
.numbers b { display: block; font-size: 1.65rem; line-height: 1.15 }
.numbers span { font-size: .9rem; color: var(--muted); line-height: 1.35; display: block }
.decision { border: 2px solid var(--ink); border-radius: 8px; padding: .2em 1.1em; margin: 1em 0 }
.decision > p { margin: .5em 0 }
.quad { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 0 2rem }
.quad h2 { margin-top: 1.2em }
@media (max-width: 50rem) { .quad { grid-template-columns: minmax(0, 1fr) } }
figure { margin-inline: 0 }
figure svg { max-width: 100%; height: auto; display: block }
@media print {
  @page { size: A4; margin: 10mm }
  body { font-size: 9.5pt; line-height: 1.4 }
  h1 { font-size: 16pt }
  h2 { font-size: 11pt; margin-top: 1.1em; padding-top: .3em; break-after: avoid }
  .lead { font-size: 10.5pt }
  .quad { grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 0 8mm }
  .quad h2 { margin-top: .6em }
  .quad figure { max-width: 80mm }
  .numbers { grid-template-columns: repeat(5, 1fr) }
  .numbers b { font-size: 14pt }
  p, ul { margin: .3em 0 .5em }
  figure, table { margin: .5em 0 }
  main, main.wide { max-width: none; padding: 0 }
  .decision, figure { break-inside: avoid }
  button, .skip, nav { display: none }
  a { color: inherit }
  * { print-color-adjust: exact }
}
@media (prefers-reduced-motion: reduce) { * { transition: none !important; animation: none !important } }
`;
