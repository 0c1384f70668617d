// Small files a second at a steady rate: node src/bench/small-files.mjs [FEW MANY] [--folder DIR], after prepare.sh.
// The time for MANY files less the time for FEW, so that start-up and warm-up are left out; processor time in the same way.
// Beside them what nobody can do without, on all cores: cp for tagging, which writes the file, and SHA-256 for verifying.
// DIR is where the copies are made and tagged, by default beside the media: a folder of a memory file system, such as
// /dev/shm, leaves the disk out, which otherwise bounds the tagging of larger files for whoever writes them.
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { bench, cores, measure, media, mib, ours, print, theirs } from './bench.mjs';

const { values, positionals } = parseArgs({ options: { folder: { type: 'string' } }, allowPositionals: true });
const [few, many] = positionals.length === 2 ? positionals.map(Number) : [1000, 3000];
const names = ['small.jpg', 'small.png', 'small.wav', 'small.mp4'];
const area = path.join(values.folder ? path.resolve(values.folder) : bench, 'small');
const rows = [];

/** The least of the work, with the commands of tools: copying without hashing, hashing without anything else. */
const least = {
  tag: (from, to) => each(from, `mkdir -p "${to}" && `, `cp -t "${to}"`),
  verify: (where) => each(where, '', 'openssl dgst -sha256'),
};
const each = (folder, before, command) => [
  'sh', '-c', `${before}find "${folder}" -type f -print0 | xargs -0 -n 100 -P ${cores} ${command}`,
];

function copies(name, count) {
  const folder = path.join(area, `${name}-${count}`);
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  for (let i = 0; i < count; i++) {
    fs.copyFileSync(media(name), path.join(folder, `${String(i).padStart(5, '0')}${path.extname(name)}`));
  }
  return folder;
}

for (const name of names) {
  const sources = [few, many].map((count) => copies(name, count));
  for (const work of ['tag', 'verify']) {
    const [floor, mine, other] = [least, ours, theirs].map((tool) => {
      const [short, long] = sources.map((source) => {
        if (work === 'verify') return measure(tool.verify(`${source}-${tool === theirs ? 'theirs' : 'ours'}`), [0, 4]);
        const target = `${source}-${tool === theirs ? 'theirs' : tool === ours ? 'ours' : 'copied'}`;
        fs.rmSync(target, { recursive: true, force: true });
        const tagging = measure(tool.tag(source, target));
        if (tool === least) fs.rmSync(target, { recursive: true });
        return tagging;
      });
      return {
        rate: (many - few) / (long.seconds - short.seconds),
        cpu: ((long.cpu - short.cpu) * 1000) / (many - few),
        rss: long.rss,
      };
    });
    rows.push([
      `${work} ${path.extname(name).slice(1).toUpperCase()} of ${Math.round(fs.statSync(media(name)).size / 1000)} KB`,
      mine.rate.toFixed(0), other.rate.toFixed(0), (mine.rate / other.rate).toFixed(1),
      floor.rate.toFixed(0), (floor.rate / other.rate).toFixed(1),
      mine.cpu.toFixed(2), other.cpu.toFixed(2), (other.cpu / mine.cpu).toFixed(1), mib(mine.rss), mib(other.rss),
    ]);
  }
  fs.rmSync(area, { recursive: true, force: true });
}
print(
  `Small files a second, in ${area}`,
  [
    'work', ours.name, theirs.name, 'ratio', 'cp or SHA-256 alone', 'its ratio', 'processor ms a file', 'SDK', 'ratio',
    'MiB resident', 'MiB resident, SDK',
  ],
  rows,
);
