// What the benchmarks share: where things are, how a command is measured, how results are printed.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const home = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
export const bench = path.resolve(home, process.env.BENCH_FOLDER ?? 'target/bench');
export const sdk = path.resolve(home, process.env.C2PA_SDK_FOLDER ?? path.join(bench, 'sdk'));
export const cores = os.availableParallelism();
export const launcher = path.join(home, 'estampille');
export const media = (name) => path.join(bench, 'media', name);

export const keys = process.env.BENCH_KEYS ?? path.join(bench, 'keys');

/** The two commands of each tool, as argument lists. */
export const ours = {
  name: 'Estampille',
  tag: (from, to) => [
    launcher, 'tag', from, '--out', to, '--force', '--json', '--declare', path.join(bench, 'declaration.yaml'),
    '--key', path.join(keys, 'leaf.key.pem'), '--cert', path.join(keys, 'chain.pem'),
  ],
  verify: (where) => [launcher, 'verify', where, '--trust', path.join(keys, 'root.pem'), '--json'],
};
export const theirs = {
  name: 'reference SDK',
  tag: (from, to, like) => [
    process.execPath, path.join(home, 'src/bench/sdk.mjs'), 'tag', from, to, ...(like ? [like] : []),
  ],
  verify: (where) => [process.execPath, path.join(home, 'src/bench/sdk.mjs'), 'verify', where],
};

/**
 * Runs a command to its end. Seconds are wall-clock; cpu is processor time in seconds, of all its processes, which other
 * programs at work disturb less; rss is in octets, of the largest process; read and written are what its processes asked
 * the kernel for, stored is what of it goes to the disk. An exit code outside `codes` ends the benchmark: a failed run
 * measures nothing.
 */
export function measure(command, codes = [0]) {
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'bench-'));
  const [time, io, log] = ['time', 'io', 'log'].map((name) => path.join(scratch, name));
  const script = '"$@"; code=$?; cat /proc/$$/io >"$IO"; exit $code';
  // What the run before wrote must not be on its way to the disk while this one is timed.
  spawnSync('sync');
  const err = fs.openSync(log, 'w');
  const start = process.hrtime.bigint();
  const { status } = spawnSync('/usr/bin/time', ['-v', '-o', time, 'sh', '-c', script, 'sh', ...command], {
    stdio: ['ignore', 'ignore', err],
    env: { ...process.env, IO: io, C2PA_SDK_FOLDER: sdk, BENCH_FOLDER: bench },
  });
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  if (!codes.includes(status)) {
    console.error(`exit ${status}: ${command.join(' ')}\n${fs.readFileSync(log, 'utf8').slice(0, 2000)}`);
    process.exit(1);
  }
  const value = (file, name) => Number(new RegExp(`${name}[^\\n]*: *(\\d+)`).exec(fs.readFileSync(file, 'utf8'))[1]);
  const decimal = (name) => Number(new RegExp(`${name}[^\\n]*: *([\\d.]+)`).exec(fs.readFileSync(time, 'utf8'))[1]);
  const result = {
    seconds,
    cpu: decimal('User time') + decimal('System time'),
    rss: value(time, 'Maximum resident set size') * 1024,
    read: value(io, 'rchar'),
    written: value(io, 'wchar'),
    stored: value(io, 'write_bytes'),
  };
  fs.closeSync(err);
  fs.rmSync(scratch, { recursive: true });
  return result;
}

export const median = (numbers) => {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

export const medians = (runs) =>
  Object.fromEntries(Object.keys(runs[0]).map((key) => [key, median(runs.map((run) => run[key]))]));

export const mib = (octets) => (octets / 2 ** 20).toFixed(octets < 10 * 2 ** 20 ? 1 : 0);

/** A Markdown table, after a line about the machine. */
export function print(title, header, rows) {
  console.log(`\n${title} (${cores} cores, Node ${process.version}, load ${os.loadavg()[0].toFixed(1)} at the end)\n`);
  console.log(`| ${header.join(' | ')} |`);
  console.log(`|${header.map((_, i) => (i === 0 ? '---' : '--:')).join('|')}|`);
  for (const row of rows) console.log(`| ${row.join(' | ')} |`);
}

/** Reads a file, so that the disk decides nothing later. */
export function warm(file) {
  const descriptor = fs.openSync(file, 'r');
  const buffer = Buffer.alloc(1 << 22);
  while (fs.readSync(descriptor, buffer) > 0);
  fs.closeSync(descriptor);
}
