// Tags a 2 GB v210 MOV in place and counts what is written; then kills the same run at random moments and recovers the file.
//   node src/bench/kill.mjs [RUNS]      default: 100
// Every second run is killed at a moment of the whole run, the others while the undo record is there, which is when the file
// changes. Afterwards the file must be, octet for octet, what it was, or be the tagged one: verify accepts it, its media have
// the same SHA-256, ffprobe says the same. Needs ffmpeg and what prepare.sh made.
import { spawn, spawnSync } from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { bench, keys, launcher, measure, mib } from './bench.mjs';

const runs = Number(process.argv[2] ?? 100);
const estampille = process.env.ESTAMPILLE ?? launcher;
const original = path.join(bench, 'media/large.mov');
const folder = fs.mkdtempSync(path.join(process.env.KILL_FOLDER ?? bench, 'kill-'));
const film = path.join(folder, 'film.mov');
const record = `${film}.estampille-undo`;
const tag = [
  ['tag', film, '--in-place', '--declare', path.join(bench, 'declaration.yaml')],
  ['--key', path.join(keys, 'leaf.key.pem'), '--cert', path.join(keys, 'chain.pem')],
].flat();

const fail = (what) => {
  throw new Error(`${what}; the file is kept in ${folder}`);
};

/** SHA-256 of so many octets of a file. */
function sha256(file, start, length) {
  const hash = crypto.createHash('sha256');
  const block = Buffer.alloc(8 << 20);
  const fd = fs.openSync(file, 'r');
  for (let at = start; at < start + length; ) {
    const count = fs.readSync(fd, block, 0, Math.min(block.length, start + length - at), at);
    if (count === 0) fail('the file ends early');
    hash.update(block.subarray(0, count));
    at += count;
  }
  fs.closeSync(fd);
  return hash.digest('hex');
}

/** Where the content of the first mdat stands. */
function media(file) {
  const fd = fs.openSync(file, 'r');
  const header = Buffer.alloc(16);
  for (let at = 0; ; ) {
    if (fs.readSync(fd, header, 0, 16, at) < 16) fail('no media in the file');
    const large = header.readUInt32BE(0) === 1;
    const size = large ? Number(header.readBigUInt64BE(8)) : header.readUInt32BE(0);
    const own = large ? 16 : 8;
    if (header.toString('latin1', 4, 8) === 'mdat') {
      fs.closeSync(fd);
      return [at + own, size - own];
    }
    at += size;
  }
}

const probe = (file) => {
  const entries = 'format=duration:stream=codec_name,width,height,nb_frames,duration';
  const seen = spawnSync('ffprobe', ['-v', 'error', '-show_entries', entries, file], { encoding: 'utf8' });
  return seen.stdout + seen.stderr;
};

const ours = (args) => spawnSync(estampille, args, { encoding: 'utf8' });
const spin = (until) => {
  while (process.hrtime.bigint() < until) {
    // sleeping would be too coarse
  }
};
const nanos = (ms) => BigInt(Math.round(ms * 1e6));

/** Starts a run and kills it so many milliseconds after its start, or after its undo record appeared. */
async function kill(after, inside) {
  const child = spawn(estampille, tag, { stdio: 'ignore' });
  const ended = new Promise((resolve) => child.on('exit', (code, signal) => resolve(signal ?? code)));
  let over = false;
  ended.then(() => (over = true));
  if (inside) {
    while (!over && !fs.existsSync(record)) await new Promise((resolve) => setImmediate(resolve));
    spin(process.hrtime.bigint() + nanos(after));
  } else {
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, after))]);
  }
  child.kill('SIGKILL');
  return ended;
}

/** Takes the manifest out again; each tagged file must give the same file back. */
function strip() {
  if (ours(['strip', film, '--in-place']).status !== 0) fail('cannot be stripped');
}

/** How long a whole run takes, and how long its undo record is there. */
async function clock() {
  const start = process.hrtime.bigint();
  const child = spawn(estampille, tag, { stdio: 'ignore' });
  let over = false;
  child.on('exit', () => (over = true));
  let first = 0n;
  let last = 0n;
  while (!over) {
    if (fs.existsSync(record)) {
      last = process.hrtime.bigint();
      first ||= last;
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
  return [Number(process.hrtime.bigint() - start) / 1e6, Number(last - first) / 1e6];
}

if (spawnSync('cp', ['--reflink=never', '--preserve=timestamps', original, film]).status !== 0) fail('cannot copy');
// Else the first change waits until the whole copy is on the disk.
spawnSync('sync', [film]);
const time = fs.statSync(film).mtimeMs;
const mediaHash = sha256(original, ...media(original));
const look = probe(original);

/** Throws unless the file is the tagged one. */
function requireTagged() {
  const verified = ours(['verify', film, '--trust', path.join(keys, 'root.pem')]);
  if (verified.status !== 0) fail(`does not verify: ${verified.stdout}${verified.stderr}`);
  if (sha256(film, ...media(film)) !== mediaHash) fail('the media differ');
  if (probe(film) !== look) fail('ffprobe says something else');
  if (fs.statSync(film).mtimeMs !== time) fail('the modification time differs');
}

const grown = fs.statSync(film).size;
const io = measure([estampille, ...tag]);
requireTagged();
console.log(`in place: ${io.seconds.toFixed(2)} s, ${mib(io.read)} MiB read, ${(io.written / 1024).toFixed(0)} KiB written`);
console.log(`  (wchar; write_bytes ${(io.stored / 1024).toFixed(0)} KiB), file ${fs.statSync(film).size - grown} octets longer`);

// The room for a longer header was used, so that the file differs from here on in 16 octets from the one that was copied.
strip();
const whole = fs.statSync(film).size;
const wholeHash = sha256(film, 0, whole);

/** Throws unless the file is what it was. */
function requireOriginal() {
  if (fs.statSync(film).size !== whole || sha256(film, 0, whole) !== wholeHash) fail('the file is not what it was');
  if (fs.statSync(film).mtimeMs !== time) fail('the modification time differs');
}

const [total, changing] = await clock();
strip();
requireOriginal();
console.log(`a run takes ${total.toFixed(0)} ms, the undo record is there for ${changing.toFixed(0)} ms of them`);
const count = { before: 0, recovered: 0, tagged: 0 };
for (let i = 0; i < runs; i++) {
  const inside = i % 2 === 1;
  const after = Math.random() * (inside ? changing : total);
  const code = await kill(after, inside);
  const names = fs.readdirSync(folder);
  if (names.includes('film.mov.estampille-undo')) {
    const told = ours(['verify', film]);
    if (told.status !== 5 || !told.stdout.includes('recover')) fail('verify does not say that the file is half changed');
    const recovered = ours(['recover', folder]);
    if (recovered.status !== 0) fail(`cannot be recovered: ${recovered.stderr}`);
    requireOriginal();
    count.recovered++;
  } else if (fs.statSync(film).size === whole) {
    requireOriginal();
    count.before++;
  } else {
    requireTagged();
    count.tagged++;
    strip();
  }
  for (const left of fs.readdirSync(folder)) {
    if (left.endsWith('.estampille-tmp')) fs.rmSync(path.join(folder, left));
    else if (left !== 'film.mov') fail(`${left} is left behind`);
  }
  process.stderr.write(`${i + 1}: ${inside ? 'changing' : 'any time'} ${after.toFixed(1)} ms, ended with ${code}\n`);
}
console.log(`${runs} kills (load ${os.loadavg()[0].toFixed(1)}): ${count.before} before the file changed, ` +
  `${count.recovered} recovered to the original, ${count.tagged} when it was tagged; none else`);
fs.rmSync(folder, { recursive: true });
