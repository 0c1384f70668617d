// Small files a second at a steady rate: node src/bench/small-files.mjs [FEW MANY] [--folder DIR] [--touch MIB] [--media NAME]... [--rounds N]
// The time for MANY files less the time for FEW, so that start-up and warm-up are left out; processor time in the same way.
// Both tools sign the same content and verify the same files: those tagged here and those tagged by the SDK. A row more has the
// SDK sign one action alone. Beside them what nobody can do without, on all cores: cp for tagging, SHA-256 for verifying.
// DIR is where the copies are made and tagged, by default beside the media: a folder of a memory file system, such as
// /dev/shm, leaves the disk out, which otherwise bounds the tagging of larger files for whoever writes them.
// --rounds does everything so many times and prints medians, of the ratios too: neighbours of a virtual machine come and go.
// --touch writes and removes so much in DIR first: in a virtual machine, memory that nobody has used yet is dear.
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { bench, cores, measure, media, median, mib, ours, print, theirs } from './bench.mjs';

const { values, positionals } = parseArgs({
  options: {
    folder: { type: 'string' },
    touch: { type: 'string', default: '0' },
    rounds: { type: 'string', default: '1' },
    media: { type: 'string', multiple: true, default: ['small.jpg', 'small.png', 'small.wav', 'small.mp4'] },
  },
  allowPositionals: true,
});
const counts = positionals.length === 2 ? positionals.map(Number) : [1000, 3000];
const area = path.join(values.folder ? path.resolve(values.folder) : bench, 'small');

/** The least of the work, with the commands of tools: copying without hashing, hashing without anything else. */
const least = {
  tag: (from, to) => each(from, `mkdir -p "${to}" && `, `cp -t "${to}"`),
  verify: (where) => each(where, '', 'openssl dgst -sha256'),
};
const each = (folder, before, command) => [
  'sh', '-c', `${before}find "${folder}" -type f -print0 | xargs -0 -n 100 -P ${cores} ${command}`,
];

function touch(megabytes) {
  fs.mkdirSync(area, { recursive: true });
  const file = path.join(area, 'touched');
  const descriptor = fs.openSync(file, 'w');
  const block = Buffer.alloc(1 << 20);
  for (let i = 0; i < megabytes; i++) fs.writeSync(descriptor, block);
  fs.closeSync(descriptor);
  fs.rmSync(file);
}

function copies(name, count) {
  const folder = path.join(area, `${name}-${count}`);
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  for (let i = 0; i < count; i++) {
    fs.copyFileSync(media(name), path.join(folder, `${String(i).padStart(5, '0')}${path.extname(name)}`));
  }
  return folder;
}

/** What a file costs: `command` says what to run on the copies in a folder. */
function steady(folders, command, codes) {
  const [short, long] = folders.map((folder) => measure(command(folder), codes));
  const files = counts[1] - counts[0];
  return {
    rate: files / (long.seconds - short.seconds),
    cpu: ((long.cpu - short.cpu) * 1000) / files,
    rss: long.rss,
  };
}

const remove = (folders, suffix) => folders.forEach((folder) => fs.rmSync(folder + suffix, { recursive: true, force: true }));

function rowsOf(name) {
  const folders = counts.map((count) => copies(name, count));
  const type = `${path.extname(name).slice(1).toUpperCase()} of ${Math.round(fs.statSync(media(name)).size / 1000)} KB`;
  const like = (folder) => path.join(`${folder}-ours`, `00000${path.extname(name)}`);

  const copying = steady(folders, (folder) => least.tag(folder, `${folder}-copied`));
  remove(folders, '-copied');
  const tagging = steady(folders, (folder) => ours.tag(folder, `${folder}-ours`));
  const oneAction = steady(folders, (folder) => theirs.tag(folder, `${folder}-theirs`));
  remove(folders, '-theirs');
  const sameContent = steady(folders, (folder) => theirs.tag(folder, `${folder}-theirs`, like(folder)));

  const verifying = (by) => {
    const [floor, mine, other] = [least, ours, theirs].map((tool) =>
      steady(folders, (folder) => tool.verify(folder + by), [0, 4]));
    return { floor, mine, other };
  };
  const here = verifying('-ours');
  const there = verifying('-theirs');
  remove(folders, '-ours');
  remove(folders, '-theirs');
  remove(folders, '');
  return [
    row(`tag ${type}`, tagging, sameContent, copying),
    row('the same, one action by the SDK', tagging, oneAction, copying),
    row('verify as tagged here', here.mine, here.other, here.floor),
    row('verify as tagged by the SDK', there.mine, there.other, there.floor),
  ];
}

const row = (work, mine, other, floor) => ({
  work,
  figures: [
    mine.rate, other.rate, mine.rate / other.rate,
    floor.rate, floor.rate / other.rate,
    mine.cpu, other.cpu, other.cpu / mine.cpu,
    mine.rss, other.rss,
  ],
});
const forms = [0, 0, 1, 0, 1, 2, 2, 1].map((digits) => (figure) => figure.toFixed(digits)).concat(mib, mib);

/** The rows of all rounds as one table of medians; the ratios of each round stand in the log. */
function medianRows(name) {
  const rounds = Array.from({ length: Number(values.rounds) }, () => rowsOf(name));
  return rounds[0].map(({ work }, at) => {
    const figures = rounds.map((rows) => rows[at].figures);
    if (figures.length > 1) console.log(`${work}: ${figures.map((each) => each[2].toFixed(1)).join(', ')} times`);
    return [work, ...forms.map((form, column) => form(median(figures.map((each) => each[column]))))];
  });
}

touch(Number(values.touch));
print(
  `Small files a second, ${counts.join(' and ')} of them in ${area}, medians of ${values.rounds}`,
  [
    'work', ours.name, theirs.name, 'ratio', 'cp or SHA-256 alone', 'its ratio', 'processor ms a file', 'SDK', 'ratio',
    'MiB resident', 'SDK',
  ],
  values.media.flatMap(medianRows),
);
fs.rmSync(area, { recursive: true, force: true });
