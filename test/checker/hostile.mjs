// An adapter in plain JavaScript that misbehaves as it is told: `node hostile.mjs MODE`. Without a mode it is honest and
// samples the target's table, so that every mode differs from what is right in one thing.
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

const mode = process.argv[2] ?? "honest";
const send = (message) => process.stdout.write(`${JSON.stringify(message)}\n`);
const forever = () => setInterval(() => undefined, 1000);

const beforeHello = {
  exits: () => process.exit(3),
  hangs: forever,
  garbage: () => process.stdout.write("Loading model…\n"),
  nested: () => process.stdout.write(`${"[".repeat(100_000)}\n`),
  "no newline": () => setInterval(() => process.stdout.write("x".repeat(65_536)), 0),
  "other protocol": () => send({ type: "hello", protocol: "lossless-check/9", name: "x", algorithms: ["sd"] }),
  "not utf-8": () => process.stdout.write(Buffer.from([0xff, 0xfe, 0x7b, 0x0a])),
};
if (mode in beforeHello) beforeHello[mode]();
else talk();

/** A generator of uniform numbers from a seed (mulberry32 over the seed's two halves). */
function uniform(seed) {
  let a = (seed % 2 ** 32) ^ Math.floor(seed / 2 ** 32);
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

function law({ vocabulary, model }, context) {
  const { order = 16, period = 1 } = model;
  const last = order === 0 ? [] : context.slice(-order);
  const row = model.rows.find(
    ({ position = 0, context: c }) =>
      position === context.length % period && c.map((token) => vocabulary.indexOf(token)).join() === last.join(),
  );
  return row.logits;
}

function decode(side, { prompts, budget, stops, temperature }, row, random) {
  const tokens = [];
  while (tokens.length < budget && !stops.includes(tokens.at(-1))) {
    const logits = law(side, [...prompts[row], ...tokens]);
    const top = Math.max(...logits);
    const weights = logits.map((x) => (temperature === 0 ? Number(x === top) : Math.exp((x - top) / temperature)));
    let left = random() * weights.reduce((sum, w) => sum + w, 0);
    const token = weights.findIndex((w) => {
      left -= w;
      return left < 0;
    });
    tokens.push(token);
  }
  return tokens;
}

function talk() {
  let version = mode;
  if (mode === "interrupts") version = process.pid;
  if (mode === "environment") version = Object.keys(process.env).sort().join(",");
  if (mode === "escapes") version = "1\u001b[2J\u202e\r\u0007";
  if (mode === "grandchild") version = spawn("sleep", ["3600"], { stdio: "ignore" }).pid;
  if (mode === "errors flood") setInterval(() => process.stderr.write(`${"e".repeat(65_535)}\n`), 1);
  process.on("SIGTERM", () => undefined);
  const hello = {
    type: "hello",
    protocol: "lossless-check/1",
    name: "hostile",
    version,
    algorithms: ["autoregressive", "sd"],
    stops: 4,
    score: true,
  };
  if (mode === "no algorithms") hello.algorithms = [];
  if (mode === "plain only") hello.algorithms = ["autoregressive"];
  send(hello);
  if (mode === "deaf") {
    process.stdin.pause();
    forever();
    return;
  }
  const worlds = new Map();
  createInterface({ input: process.stdin }).on("line", (line) => {
    const message = JSON.parse(line);
    const { type } = message;
    if (type === "bye" && mode !== "stays" && mode !== "grandchild") process.exit(0);
    if (type === "bye") forever();
    if (type === "ping") send({ type: "pong" });
    if (type === "world" && mode === "refuses all") return send({ type: "refused", id: message.id, message: "no" });
    if (type === "world") {
      worlds.set(message.id, message.world);
      if (mode === "pings") for (let i = 0; i < 1e5; i++) send({ type: "ping" });
      send({ type: "ready", id: mode === "other id" ? "x" : message.id });
    }
    if (type === "score") {
      const rows = message.contexts.map((context) => law(worlds.get(message.world)[message.side], context).slice());
      if (mode === "wrong stub") for (const row of rows) row.reverse();
      send({ type: "scores", id: message.id, rows: mode === "few scores" ? rows.slice(1) : rows });
    }
    if (type === "run") run(message, worlds.get(message.world));
  });
}

const canned = new Map();
let calls = 0;

function run(request, world) {
  const { run: id, count, seed, chunk, algorithm } = request;
  if (world === undefined || !["autoregressive", "sd"].includes(algorithm))
    return send({ type: "error", run: id, sample: 0, message: "unknown world or algorithm" });
  // An adapter may rely on what the protocol says of a request.
  const ids = [request.stops, ...request.prompts].flat();
  if (!ids.every(Number.isInteger) || seed.length !== count || request.temperature < 0)
    return send({ type: "error", run: id, sample: 0, message: "no such request" });
  const sequences = Array.from({ length: count }, (_, i) => {
    const from =
      mode === "one seed" ? 7 : mode === "few seeds" ? seed[i] % 50 : mode === "own seed" ? ++calls : seed[i];
    return decode(world.target, request, i % request.prompts.length, uniform(from));
  });
  const spoiled = {
    "id too large": (row) => [...row.slice(0, -1), 99],
    "negative id": (row) => [-1, ...row.slice(1)],
    fractions: (row) => row.map((id) => id + 0.5),
    strings: (row) => row.map(String),
    "too long": (row) => [...row, 0],
    "too short": (row) => row.slice(1),
    "short at last": (row) => (request.budget === 8 ? row.slice(1) : row),
    // A few answers, made once and given again and again.
    canned: (row, i) => {
      const key = i % 9;
      if (!canned.has(key)) canned.set(key, row);
      return canned.get(key);
    },
  }[mode];
  const tokens = spoiled === undefined ? sequences : sequences.map(spoiled);
  if (mode === "crash") return process.exit(9);
  if (mode === "silent run") return;
  // It ends whoever asks, in the middle of the check, and answers no more.
  if (mode === "interrupts" && id.startsWith("memory/")) return process.kill(process.ppid, "SIGINT");
  if (mode === "fails for some") {
    const bad = seed.findIndex((s) => s % 16 === 0);
    if (bad >= 0) {
      if (bad > 0) send({ type: "samples", run: id, first: 0, tokens: tokens.slice(0, bad) });
      return send({ type: "error", run: id, sample: bad, message: "IndexError: draft is empty" });
    }
  }
  if (mode === "fails once" && id.endsWith("slice-0-0-0"))
    return send({ type: "error", run: id, sample: 0, message: "out of memory" });
  for (let first = 0; first < count; first += chunk) {
    const part = tokens.slice(first, first + chunk);
    if (mode === "hang" && first > 0) return;
    if (mode === "gap") send({ type: "samples", run: id, first: first + 1, tokens: part });
    else if (mode === "again") send({ type: "samples", run: id, first: 0, tokens: part });
    else if (mode === "empty") for (;;) send({ type: "samples", run: id, first, tokens: [] });
    else if (mode === "accepts more")
      send({ type: "samples", run: id, first, tokens: part, rounds: part.map(() => [[1, 99]]) });
    else if (mode === "counts passes") send({ type: "samples", run: id, first, tokens: part, calls: [9e15, 0] });
    else send({ type: "samples", run: mode === "other run" ? "x" : id, first, tokens: part });
  }
  if (mode === "too many") send({ type: "samples", run: id, first: count, tokens: [tokens[0]] });
  if (mode === "never done") return;
  send({ type: "done", run: id, count: mode === "miscounts" ? count - 1 : count });
}
