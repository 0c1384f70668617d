// Small files a second at a steady rate: node src/bench/small-files.mjs [FEW MANY] [--folder DIR], after prepare.sh.
// The time for MANY files less the time for FEW, so that start-up and warm-up are left out; processor time in the same way.
// DIR is where the copies are made and tagged, by default beside the media: a folder of a memory file system, such as
// /dev/shm, leaves the disk out, which otherwise bounds the tagging of larger files for whoever writes them.
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { bench, measure, media, mib, ours, print, theirs } from './bench.mjs';

const { values, positionals } = parseArgs({ options: { folder: { type: 'string' } }, allowPositionals: true });
const [few, many] = positionals.length === 2 ? positionals.map(Number) : [1000, 3000];
const names = ['small.jpg', 'small.png', 'small.wav', 'small.mp4'];
const area = path.join(values.folder ? path.resolve(values.folder) : bench, 'small');
const rows = [];

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
    const rates = [ours, theirs].map((tool) => {
      const [short, long] = sources.map((source) => {
        const target = `${source}-${tool === ours ? 'ours' : 'theirs'}`;
        if (work === 'tag') fs.rmSync(target, { recursive: true, force: true });
        return work === 'tag' ? measure(tool.tag(source, target)) : measure(tool.verify(target), [0, 4]);
      });
      return {
        rate: (many - few) / (long.seconds - short.seconds),
        cpu: ((long.cpu - short.cpu) * 1000) / (many - few),
        rss: long.rss,
      };
    });
    const [mine, other] = rates;
    rows.push([
      `${work} ${path.extname(name).slice(1).toUpperCase()} of ${Math.round(fs.statSync(media(name)).size / 1000)} KB`,
      mine.rate.toFixed(0), other.rate.toFixed(0), (mine.rate / other.rate).toFixed(1),
      mine.cpu.toFixed(2), other.cpu.toFixed(2), (other.cpu / mine.cpu).toFixed(1), mib(mine.rss), mib(other.rss),
    ]);
  }
  fs.rmSync(area, { recursive: true, force: true });
}
print(
  `Small files a second, in ${area}`,
  [
    'work', ours.name, theirs.name, 'ratio', 'processor ms a file', 'SDK', 'ratio', 'MiB resident', 'MiB resident, SDK',
  ],
  rows,
);
