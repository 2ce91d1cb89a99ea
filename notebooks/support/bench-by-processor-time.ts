import { bench } from "../../src/cli/bench.ts";

// `lossless bench` with processor time as its clock: on one thread the same as time on a quiet machine, and little moved by
// what else a busy one does. Run by node, since the models' runtime is native; prints the rows as JSON.

const processorMilliseconds = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

process.exitCode = await bench([...process.argv.slice(2), "--json"], {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  progress: () => {},
  now: processorMilliseconds,
});
