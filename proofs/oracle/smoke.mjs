// Compare the oracle with a tiny independent computation, and with the target's law.
// Run: node proofs/oracle/smoke.mjs
import { algorithms, generate, round, target } from "./oracle.js";

// ---- exact fractions, written from scratch ----
const gcd = (a, b) => { while (b) [a, b] = [b, a % b]; return a < 0n ? -a : a; };
const frac = (n, d = 1n) => { const g = gcd(n, d) || 1n; return [n / g, d / g]; };
const read = (s) => { const [n, d = "1"] = s.split("/"); return frac(BigInt(n), BigInt(d)); };
const show = ([n, d]) => (d === 1n ? `${n}` : `${n}/${d}`);
const add = (a, b) => frac(a[0] * b[1] + b[0] * a[1], a[1] * b[1]);
const sub = (a, b) => add(a, [-b[0], b[1]]);
const mul = (a, b) => frac(a[0] * b[0], a[1] * b[1]);
const div = (a, b) => frac(a[0] * b[1] * (b[0] < 0n ? -1n : 1n), a[1] * (b[0] < 0n ? -b[0] : b[0]));
const less = (a, b) => a[0] * b[1] < b[0] * a[1];
const min = (a, b) => (less(a, b) ? a : b);
const [zero, one] = [[0n, 1n], [1n, 1n]];
const total = (row) => row.reduce(add, zero);

class Law extends Map {
  put(weight, accepted, word) {
    if (weight[0] === 0n) return;
    const key = `${accepted};${word}`;
    this.set(key, add(this.get(key) ?? zero, weight));
  }
}
const asLaw = (outcomes) => new Map(outcomes.map((o) => [`${o.accepted ?? 0};${o.word}`, read(o.weight)]));
const same = (a, b) => a.size === b.size && [...a].every(([k, v]) => b.has(k) && show(b.get(k)) === show(v));

// ---- worlds: pseudo-random rows with zeros, depending on the whole context ----
function model(seed, size, allowed = [...Array(size).keys()]) {
  return (context) => {
    let h = seed;
    for (const t of context) h = (h * 31 + t + 7) % 9973;
    const row = Array(size).fill(0);
    for (const t of allowed) { h = (h * 137 + 17) % 9973; row[t] = h % 5; }
    const sum = row.reduce((a, b) => a + b);
    if (sum === 0) { row[allowed[0]] = 1; return row.map(String); }
    return row.map((x) => show(frac(BigInt(x), BigInt(sum))));
  };
}

// ---- independent engines ----
function drafts(q, size, lookahead, visit, xs = [], w = one) {
  if (w[0] === 0n) return;
  if (xs.length === lookahead) { visit(xs, w); return; }
  q(xs).forEach((r, x) => drafts(q, size, lookahead, visit, [...xs, x], mul(w, read(r))));
}
const excess = (p, q) => p.map((v, i) => (less(v, q[i]) ? zero : sub(v, q[i])));

function sd(P, Q, size, lookahead) {
  const law = new Law();
  drafts(Q, size, lookahead, (xs, weight) => {
    let w = weight;
    for (let i = 0; i < lookahead; i++) {
      const c = xs.slice(0, i), p = P(c).map(read), q = Q(c).map(read);
      const a = min(one, div(p[xs[i]], q[xs[i]]));
      const rejected = mul(w, sub(one, a));
      if (rejected[0] !== 0n) {
        const e = excess(p, q), s = total(e);
        e.forEach((v, y) => law.put(mul(rejected, div(v, s)), i, [...c, y]));
      }
      w = mul(w, a);
      if (w[0] === 0n) return;
    }
    P(xs).forEach((p, y) => law.put(mul(w, read(p)), lookahead, [...xs, y]));
  });
  return law;
}

function sdBlock(P, Q, size, lookahead) {
  const law = new Law();
  drafts(Q, size, lookahead, (xs, weight) => {
    const owed = [one];
    for (let i = 0; i < lookahead; i++) {
      const c = xs.slice(0, i);
      owed.push(min(one, div(mul(owed[i], read(P(c)[xs[i]])), read(Q(c)[xs[i]]))));
    }
    let w = weight;
    for (let i = lookahead; i >= 0 && w[0] !== 0n; i--) {
      const c = xs.slice(0, i), p = P(c).map(read);
      const e = i === lookahead ? p : excess(p.map((v) => mul(owed[i], v)), Q(c).map(read));
      const s = total(e);
      const rest = sub(one, owed[i]);
      const h = i === lookahead ? owed[i] : add(s, rest)[0] === 0n ? zero : div(s, add(s, rest));
      if (h[0] !== 0n) e.forEach((v, y) => law.put(mul(mul(w, h), div(v, s)), i, [...c, y]));
      w = mul(w, sub(one, h));
    }
    if (w[0] !== 0n) throw new Error("mass handed back at the start");
  });
  return law;
}

// text: target words a b ab, drafter tokens a b ba, longest prefix
const T = ["a", "b", "ab"], D = ["a", "b", "ba"];
function retokenise(drafted) {
  let text = drafted.map((t) => D[t]).join("");
  const word = [];
  while (text) {
    const fits = T.filter((t) => text.startsWith(t)).sort((x, y) => y.length - x.length)[0];
    if (!fits) break;
    word.push(T.indexOf(fits));
    text = text.slice(fits.length);
  }
  return word;
}

function slrsMulti(P, Q, lookahead, tokensPerRound = Infinity) {
  const words = [];
  drafts(Q, D.length, lookahead, (xs, w) => words.push([retokenise(xs).slice(0, tokensPerRound), w]));
  const psi = (s) => words.filter(([t]) => s.every((x, i) => t[i] === x)).reduce((sum, [, w]) => add(sum, w), zero);
  const law = new Law();
  for (const [t, weight] of words) {
    let w = weight;
    for (let i = 0; w[0] !== 0n; i++) {
      const s = t.slice(0, i), p = P(s).map(read);
      const q = p.map((_, x) => div(psi([...s, x]), psi(s)));
      const accept = i < t.length ? min(one, div(p[t[i]], q[t[i]])) : zero;
      const rejected = mul(w, sub(one, accept));
      if (rejected[0] !== 0n) {
        const e = excess(p, q), sum = total(e);
        e.forEach((v, y) => law.put(mul(rejected, div(v, sum)), i, [...s, y]));
      }
      w = mul(w, accept);
      if (i + 1 === tokensPerRound && w[0] !== 0n) { law.put(w, 1, t); break; }
    }
  }
  return law;
}

// two candidates: the first token of the word, then the first drafted letter; the second by its law given the rejection
function slrsPair(P, Q, lookahead) {
  const pairs = [];
  drafts(Q, D.length, lookahead, (xs, w) => pairs.push([retokenise(xs)[0], xs[0] < 2 ? xs[0] : undefined, w]));
  const p = P([]).map(read);
  const given = (kept) => p.map((_, t) => pairs.reduce((sum, [x, y, w]) => add(sum, kept(x, y, w, t)), zero));
  const psi = given((x, _y, w, t) => (x === t ? w : zero));
  const accept = p.map((v, t) => (psi[t][0] === 0n ? zero : min(one, div(v, psi[t]))));
  const rest = (x) => (x === undefined ? one : sub(one, accept[x]));
  const lambda = given((x, y, w, t) => (y === t ? mul(w, rest(x)) : zero));
  const owed = excess(p, psi), left = excess(owed, lambda), sum = total(left);
  const law = new Law();
  p.forEach((_, t) => {
    law.put(mul(psi[t], accept[t]), 1, [t]);
    law.put(min(owed[t], lambda[t]), 1, [t]);
    if (sum[0] !== 0n) law.put(left[t], 0, [t]);
  });
  return law;
}

// ---- comparisons ----
let checks = 0;
function check(name, ok) {
  checks++;
  if (!ok) { console.error(`smoke: ${name} differs`); process.exitCode = 1; }
}

for (let seed = 1; seed <= 12; seed++) {
  const size = 2 + (seed % 3), lookahead = 1 + (seed % 3);
  const P = model(seed, size), Q = model(seed * 7 + 3, size);
  const q = { size, target: P, drafter: Q, lookahead, context: [] };
  check(`sd ${seed}`, same(sd(P, Q, size, lookahead), asLaw(round({ ...q, algorithm: "sd" }))));
  check(`sd-block ${seed}`, same(sdBlock(P, Q, size, lookahead), asLaw(round({ ...q, algorithm: "sd-block" }))));
  const PT = model(seed * 5 + 1, 3), QD = model(seed * 11 + 2, 3);
  const text = { size: 3, target: PT, drafterSize: 3, drafter: QD, retokenise, lookahead: 1 + (seed % 2), context: [] };
  check(`slrs-multi ${seed}`, same(slrsMulti(PT, QD, text.lookahead), asLaw(round({ ...text, algorithm: "slrs-multi" }))));
  const shared = [0, 1, null];
  check(`slrs-pair ${seed}`, same(slrsPair(PT, QD, text.lookahead), asLaw(round({ ...text, shared, algorithm: "slrs-pair" }))));
  const run = (xs) => xs.slice(0, xs.findIndex((x) => x === 2) < 0 ? xs.length : xs.indexOf(2));
  const hybrid = { ...text, retokenise: (xs) => (run(xs).length > 0 ? run(xs) : retokenise(xs)) };
  check(`slrs-hybrid ${seed}`, same(asLaw(round({ ...hybrid, algorithm: "slrs-multi" })), asLaw(round({ ...text, shared, algorithm: "slrs-hybrid" }))));
  check(`slrs ${seed}`, same(slrsMulti(PT, QD, text.lookahead, 1), asLaw(round({ ...text, algorithm: "slrs" }))));
}

// every algorithm: total 1, and generation with stop token and budget has the target's law
const shared = { targetTokens: [0, 1, 3], drafterTokens: [0, 2, 3] };
const PT = model(5, 4, shared.targetTokens), QD = model(9, 4, shared.drafterTokens);
for (const algorithm of algorithms) {
  const heterogeneous = ["union", "tli", "tli-block"].includes(algorithm);
  const text = algorithm.startsWith("sl");
  const best = (context) => QD(context).map((_, x) => (x === (context.length % 4) ? "1" : "0"));
  const q = text
    ? { algorithm, size: 4, target: model(5, 4), drafterSize: 4, drafter: model(6, 4), drafterStop: 3, stop: 3,
        shared: [0, 1, null, 3],
        retokenise: (drafted) => retokenise(drafted.filter((t) => t !== 3)), lookahead: 2, context: [1], budget: 3 }
    : { algorithm, size: 4, target: heterogeneous ? PT : model(5, 4),
        drafter: algorithm === "greedy-draft" ? best : heterogeneous ? QD : model(6, 4),
        ...shared, stop: 3, lookahead: 2, context: [1], budget: 3 };
  check(`${algorithm}: total`, show(total(round(q).map((o) => read(o.weight)))) === "1");
  check(`${algorithm}: generation`, same(asLaw(generate(q)), asLaw(target(q))));
}

// rows that are not laws are refused
for (const bad of [["1/2", "1/3"], ["3/2", "-1/2"], ["1"], ["0.5", "0.5"]]) {
  let refused = false;
  try { round({ algorithm: "sd", size: 2, target: () => bad, drafter: () => ["1/2", "1/2"], lookahead: 1 }); } catch { refused = true; }
  check(`refuse ${bad}`, refused);
}

console.log(process.exitCode ? "smoke: FAILED" : `smoke: ${checks} comparisons, all equal`);
