
// The interface of the oracle; the code above is compiled from the Coq development.
// proofs/oracle/README.md describes it.

function fail(message) {
  throw new RangeError(`oracle: ${message}`);
}

function gcd(a, b) {
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}

/** "3/10", "1" or 0.5's "1/2" as a reduced pair of BigInts. */
function parse(text, where) {
  const match = /^(-?\d+)(?:\/(\d+))?$/.exec(String(text));
  if (!match) fail(`${where}: expected a fraction such as "3/10", found ${JSON.stringify(text)}`);
  const [n, d] = [BigInt(match[1]), BigInt(match[2] ?? "1")];
  if (d === 0n) fail(`${where}: denominator 0`);
  const g = gcd(n < 0n ? -n : n, d);
  return [n / g, d / g];
}

const binary = ([n, d]) => `${n.toString(2)}/${d.toString(2)}`;

function decimal(text) {
  const [n, d] = text.split("/");
  const value = n.startsWith("-") ? -BigInt(`0b${n.slice(1)}`) : BigInt(`0b${n}`);
  return d === "1" ? `${value}` : `${value}/${BigInt(`0b${d}`)}`;
}

const numbers = (text) => (text === "" ? [] : text.split(",").map(Number));

/** A row must have the right length, no negative entry, sum exactly 1 and stay on its vocabulary. */
function row(values, size, allowed, where) {
  if (!Array.isArray(values) || values.length !== size) fail(`${where}: expected a row of ${size} fractions`);
  let [sn, sd] = [0n, 1n];
  const parts = values.map((value, token) => {
    const [n, d] = parse(value, `${where}[${token}]`);
    if (n < 0n) fail(`${where}[${token}]: negative probability ${value}`);
    if (n !== 0n && allowed && !allowed.has(token)) fail(`${where}[${token}]: token outside its vocabulary has probability ${value}`);
    [sn, sd] = [sn * d + n * sd, sd * d];
    return binary([n, d]);
  });
  if (sn !== sd) fail(`${where}: row sums to ${sn / gcd(sn, sd)}/${sd / gcd(sn, sd)}, not 1`);
  return parts.join(" ");
}

function tokens(list, size, where) {
  if (!Array.isArray(list)) fail(`${where}: expected an array of token numbers`);
  for (const token of list) {
    if (!Number.isInteger(token) || token < 0 || token >= size) fail(`${where}: ${JSON.stringify(token)} is not a token below ${size}`);
  }
  return list.join(",");
}

function natural(value, where) {
  if (!Number.isInteger(value) || value < 0) fail(`${where}: expected a natural number, found ${JSON.stringify(value)}`);
  return value;
}

const BOTH = new Set(["slrs-hybrid", "slrs-pair"]);
const TEXT = new Set(["slem", "slrs", "slrs-thinned", "slrs-multi", "slrs-block", ...BOTH]);
const HETEROGENEOUS = new Set(["union", "tli", "tli-block"]);
/** The algorithms, by the identifiers of the project. */
export const algorithms = ["autoregressive", "sd", "greedy-draft", "union", "tli", "sd-block", "tli-block",
  "rrs", "k-seq", ...TEXT];

/** For each drafter token the target token that it is, or null. */
function sharedTokens(list, drafterSize, size) {
  if (!Array.isArray(list) || list.length !== drafterSize) fail(`shared: expected ${drafterSize} entries`);
  for (const token of list) {
    if (token !== null && !(Number.isInteger(token) && token >= 0 && token < size)) fail(`shared: ${JSON.stringify(token)} is neither a token below ${size} nor null`);
  }
  return list.map((token) => token ?? "-").join(",");
}

const stops = (stop, size, where) => (stop === null || stop === undefined ? "" : tokens([stop], size, where));

function targetOf(q, allowed) {
  const size = natural(q.size, "size");
  return (context) => row(q.target(numbers(context)), size, allowed, `target([${context}])`);
}

function call(name, q) {
  if (!algorithms.includes(q.algorithm)) fail(`algorithm: ${JSON.stringify(q.algorithm)} is not one of ${algorithms.join(", ")}`);
  const size = natural(q.size, "size");
  const text = TEXT.has(q.algorithm);
  const drafts = q.algorithm !== "autoregressive";
  const all = [...Array(size).keys()];
  const inTarget = HETEROGENEOUS.has(q.algorithm) ? q.targetTokens : all;
  const inDrafter = HETEROGENEOUS.has(q.algorithm) ? q.drafterTokens : all;
  const T = tokens(inTarget, size, "targetTokens");
  const D = tokens(inDrafter, size, "drafterTokens");
  const drafterSize = text ? natural(q.drafterSize, "drafterSize") : size;
  const allowed = text ? undefined : new Set(inDrafter);
  const drafter = text
    ? (context, drafted) => row(q.drafter(numbers(drafted), numbers(context)), drafterSize, allowed, `drafter([${drafted}], [${context}])`)
    : (context) => row(q.drafter(numbers(context)), size, allowed, `drafter([${context}])`);
  const retokenise = (context, drafted) => tokens(q.retokenise(numbers(drafted), numbers(context)), size, `retokenise([${drafted}])`);
  const candidates = natural(q.candidates ?? 2, "candidates");
  const rho = parse(q.rho ?? `${candidates}`, "rho");
  if (q.algorithm === "k-seq" && (candidates === 0 || rho[0] !== BigInt(candidates) * rho[1])) {
    fail("k-seq: the oracle covers rho = candidates >= 1, which is always valid");
  }
  return core[name](q.algorithm, size, stops(q.stop, size, "stop"), targetOf(q, new Set(inTarget)),
    drafts ? drafter : () => fail("no drafter"), T, D, drafterSize,
    text ? stops(q.drafterStop, drafterSize, "drafterStop") : "", retokenise,
    BOTH.has(q.algorithm) ? sharedTokens(q.shared, drafterSize, size) : "",
    drafts && !["rrs", "k-seq"].includes(q.algorithm) ? natural(q.lookahead, "lookahead") : 0,
    candidates, binary(rho), tokens(q.context ?? [], size, "context"),
    name === "generate" ? natural(q.budget, "budget") : 0);
}

const compare = (a, b) => {
  for (let i = 0; i < a.length && i < b.length; i++) if (a[i] !== b[i]) return a[i] - b[i];
  return a.length - b.length;
};

function words(text) {
  return text === "" ? [] : text.split(" ").map((item) => {
    const [weight, word] = item.split(":");
    return { weight: decimal(weight), word: numbers(word) };
  }).sort((a, b) => compare(a.word, b.word));
}

/** The law of one round: outcomes { weight, accepted, word }, equal ones merged, weight 0 left out. */
export function round(question) {
  const text = call("round", question);
  return text === "" ? [] : text.split(" ").map((item) => {
    const [weight, outcome] = item.split(":");
    const [accepted, word] = outcome.split(";");
    return { weight: decimal(weight), accepted: Number(accepted), word: numbers(word) };
  }).sort((a, b) => compare(a.word, b.word) || a.accepted - b.accepted);
}

/** The law of a generation of `budget` tokens, cut at the stop token: { weight, word }. */
export function generate(question) {
  return words(call("generate", question));
}

/** The law of the target alone, for the same budget and stop token: { weight, word }. */
export function target(question) {
  const size = natural(question.size, "size");
  return words(core.target(size, stops(question.stop, size, "stop"), targetOf(question, undefined),
    tokens(question.context ?? [], size, "context"), natural(question.budget, "budget")));
}
