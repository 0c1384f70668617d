// Lets the reference SDK judge what was tagged here: node read.mjs FOLDER... [--trust ROOT.pem]...
// Without anchors every file must be Valid, and with them Trusted. A store in NAME.EXT.c2pa is judged with NAME.EXT.
import fs from 'node:fs';
import path from 'node:path';
import { MEDIA_TYPES, Tally, files, native, options, settings } from './sdk.mjs';

const { trust, rest } = options('trust');
const { Reader } = await native();
const tally = new Tally();
// The SDK reads neither of the two 64-bit forms of WAV (EBU Tech 3306, ITU-R BS.2088).
const UNREAD = ['RF64', 'BW64'];

async function state(file, anchors) {
  const asset = { path: file, mimeType: MEDIA_TYPES[path.extname(file).toLowerCase()] };
  const sidecar = [`${file}.c2pa`, file.replace(/\.[^.]+$/, '.c2pa')].find((name) => fs.existsSync(name));
  const reader = sidecar
    ? await Reader.fromManifestDataAndAsset(fs.readFileSync(sidecar), asset, settings(anchors))
    : await Reader.fromAsset(asset, settings(anchors));
  if (reader === null) return ['no manifest', []];
  const report = reader.json();
  const results = report.validation_results ?? {};
  const failures = [results.activeManifest, ...(results.ingredientDeltas ?? []).map((delta) => delta.validationDeltas)]
    .flatMap((part) => part?.failure ?? [])
    .map((failure) => `${failure.code} (${failure.explanation})`);
  return [report.validation_state, failures];
}

async function judge(file, anchors, wanted) {
  const name = `${wanted} by the reference SDK: ${file}`;
  try {
    const [found, failures] = await state(file, anchors);
    tally.check(name, found === wanted ? undefined : `${found}; ${failures.join('; ')}`);
  } catch (error) {
    tally.check(name, error.message);
  }
}

for (const file of rest.flatMap(files).filter((name) => MEDIA_TYPES[path.extname(name).toLowerCase()])) {
  const start = Buffer.alloc(4);
  const descriptor = fs.openSync(file, 'r');
  fs.readSync(descriptor, start, 0, 4, 0);
  fs.closeSync(descriptor);
  const signature = start.toString('latin1');
  if (UNREAD.includes(signature)) {
    console.log(`not judged, the reference SDK does not read ${signature}: ${file}`);
    continue;
  }
  await judge(file, [], 'Valid');
  if (trust.length > 0) await judge(file, trust, 'Trusted');
}
tally.end();
