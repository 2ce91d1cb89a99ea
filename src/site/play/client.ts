import { byId } from "./elements.ts";
import { fade, say, show, showRow } from "./show.ts";
import { fromFragment, type PlayState, START, toFragment, toWorldFile } from "./state.ts";
import type { Message, Question } from "./worker.ts";

// The interactive page: reads the form, asks the worker, shows what it says. Nothing moves unless the user acts.

const FIELDS = ["target", "drafter", "prompt", "lookahead", "candidates", "algorithm"] as const;
/** Seconds after which a world is given up; the work is bounded before that on all but the slowest machines. */
const PATIENCE = 30;
/** Milliseconds after the last edit before the address is rewritten. */
const SETTLE = 300;

type Input = HTMLTextAreaElement | HTMLInputElement | HTMLSelectElement;

const read = (): PlayState =>
  Object.fromEntries(FIELDS.map((field) => [field, byId<HTMLInputElement>(field).value])) as unknown as PlayState;

const write = (state: PlayState): void => {
  for (const field of FIELDS) byId<Input & HTMLInputElement>(field).value = state[field];
  const algorithm = byId<HTMLSelectElement>("algorithm");
  if (algorithm.selectedIndex < 0) algorithm.value = START.algorithm;
};

const source = new Blob([byId("worker").textContent ?? ""], { type: "text/javascript" });
const address = URL.createObjectURL(source);
let worker: Worker | undefined;
let busy = false;
let patience = 0;
let saving = 0;

const stop = (): void => {
  clearTimeout(patience);
  worker?.terminate();
  worker = undefined;
  busy = false;
};

const done = (): void => {
  clearTimeout(patience);
  busy = false;
  byId("working").textContent = "";
};

const listen = ({ data }: MessageEvent<Message>): void => {
  if (data.kind === "answer") show(data.answer);
  else if (data.kind === "row") showRow(data.verdict);
  else if (data.kind === "refused") {
    fade();
    say("unknown", "no result", `${data.words}.`);
  } else done();
};

const ask = (question: Question): void => {
  if (busy) stop();
  if (worker === undefined) {
    worker = new Worker(address);
    worker.addEventListener("message", listen);
    worker.addEventListener("error", (event) => {
      stop();
      fade();
      say("unknown", "no result", `the computation ended: ${event.message}.`);
    });
  }
  busy = true;
  byId("all").replaceChildren();
  byId("working").textContent = "Computing …";
  patience = window.setTimeout(() => {
    stop();
    byId("working").textContent = `Stopped after ${PATIENCE} seconds: make the world smaller, or use the command.`;
  }, PATIENCE * 1000);
  worker.postMessage(question);
};

/** The fault that was last looked at, to come back to from its repair. */
let fault = "";

/** The button between a fault and the same algorithm without it. */
const offerOther = (): void => {
  const select = byId<HTMLSelectElement>("algorithm");
  const repaired = select.selectedOptions[0]?.dataset.repaired;
  if (repaired !== undefined) fault = select.value;
  const remembered = [...select.options].find((option) => option.value === fault);
  const button = byId<HTMLButtonElement>("other");
  button.textContent = repaired === undefined ? "The same, with the fault" : "The same, repaired";
  button.hidden = repaired === undefined && remembered?.dataset.repaired !== select.value;
};

/** Marks the field at fault and says why, or takes the mark away. */
const mark = (field: string, message: string): void => {
  const error = byId(`${field}-error`);
  if (error.textContent !== message) error.textContent = message;
  const input = byId(field);
  if (message === "") input.removeAttribute("aria-invalid");
  else input.setAttribute("aria-invalid", "true");
};

const update = (): void => {
  offerOther();
  const state = read();
  const faults = new Map<string, string>();
  const file = toWorldFile(state, (field, message) => faults.set(field, message));
  for (const field of FIELDS) mark(field, faults.get(field) ?? "");
  clearTimeout(saving);
  saving = window.setTimeout(() => history.replaceState(null, "", `#${toFragment(state)}`), SETTLE);
  if (faults.size > 0) {
    stop();
    fade();
    byId("working").textContent = "";
    byId("all").replaceChildren();
    byId("save").removeAttribute("href");
    say("unknown", "no result", "The tables show the last world that could be read.");
    return;
  }
  const text = JSON.stringify(file, null, 2);
  byId<HTMLAnchorElement>("save").href = `data:application/json;charset=utf-8,${encodeURIComponent(text)}`;
  ask({ world: text, algorithm: state.algorithm });
};

const open = (): void => {
  write(fromFragment(location.hash) ?? START);
  update();
};

byId("form").addEventListener("input", (event) => {
  if (event.target !== byId("example")) update();
});
byId("form").addEventListener("submit", (event) => event.preventDefault());
byId<HTMLSelectElement>("example").addEventListener("change", ({ target }) => {
  const state = fromFragment((target as HTMLSelectElement).value);
  if (state === undefined) return;
  write(state);
  update();
});
byId("other").addEventListener("click", () => {
  const select = byId<HTMLSelectElement>("algorithm");
  select.value = select.selectedOptions[0]?.dataset.repaired ?? fault;
  update();
});
byId("reset").addEventListener("click", () => {
  write(START);
  byId<HTMLSelectElement>("example").selectedIndex = 0;
  update();
});
addEventListener("hashchange", open);
open();
