// One large file: node src/bench/large-file.mjs [RUNS], after prepare.sh. Tagged to a new file and verified, by us and by
// the reference SDK, in turn; and the file the SDK tagged, whose binding is one hash chain, verified by us.
import fs from 'node:fs';
import path from 'node:path';
import { bench, measure, media, medians, mib, ours, print, theirs, warm } from './bench.mjs';

const runs = Number(process.argv[2] ?? 3);
const source = media('large.mov');
const tagged = path.join(bench, 'large-ours.mov');
const peer = path.join(bench, 'large-theirs.mov');
const jobs = {
  'tag, Estampille': () => measure(ours.tag(source, tagged)),
  'tag, reference SDK': () => measure(theirs.tag(source, peer)),
  'verify what Estampille tagged, Estampille': () => measure(ours.verify(tagged), [0, 4]),
  'verify what Estampille tagged, reference SDK': () => measure(theirs.verify(tagged)),
  'verify what the SDK tagged, Estampille': () => measure(ours.verify(peer), [0, 4]),
  'verify what the SDK tagged, reference SDK': () => measure(theirs.verify(peer)),
};
const results = Object.fromEntries(Object.keys(jobs).map((name) => [name, []]));
warm(source);
for (let run = 0; run < runs; run++) {
  for (const [name, job] of Object.entries(jobs)) {
    if (name.startsWith('tag')) fs.rmSync(name.includes('SDK') ? peer : tagged, { force: true });
    results[name].push(job());
  }
}
const size = fs.statSync(source).size;
const rows = Object.entries(results).map(([name, list]) => {
  const middle = medians(list);
  return [name, middle.seconds.toFixed(2), mib(middle.rss), mib(middle.read), mib(middle.written)];
});
print(`One file of ${mib(size)} MiB, medians of ${runs}`, ['work', 's', 'MiB resident', 'MiB read', 'MiB written'], rows);
fs.rmSync(tagged, { force: true });
fs.rmSync(peer, { force: true });
