// The reference SDK at work, as an integrator would put it to work: node sdk.mjs tag FROM TO [LIKE] | verify WHERE
// A folder is shared out among as many processes as there are cores, since signing blocks the one that signs.
// LIKE is a signed file: what it says is signed again, its hard binding apart. Without it one action is signed.
import fs from 'node:fs';
import path from 'node:path';
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { cores, keys } from './bench.mjs';
import { MEDIA_TYPES, files, native } from '../test/interop/sdk.mjs';

const SOURCE_TYPE = 'http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia';

/** Left to itself it puts a thumbnail into a JPEG or PNG, and takes most of its time for that; nothing of the kind is made here. */
const BUILDING = JSON.stringify({ builder: { thumbnail: { enabled: process.env.SDK_THUMBNAILS === 'yes' } } });

/** The assertions of a signed file that say something of its content. */
async function said(like, { Reader }) {
  const reader = await Reader.fromAsset({ path: like, mimeType: MEDIA_TYPES[path.extname(like).toLowerCase()] });
  const store = reader.json();
  return store.manifests[store.active_manifest].assertions
    .filter(({ label }) => !label.startsWith('c2pa.hash.'))
    .map(({ label, data, kind }) => ({ label: label.replace(/__\d+$/, ''), data, kind, created: true }));
}

async function work([command, from, to, like], mine) {
  const sdk = await native();
  const { Builder, LocalSigner, Reader } = sdk;
  const type = (file) => MEDIA_TYPES[path.extname(file).toLowerCase()];
  if (command === 'tag') {
    const read = (name) => fs.readFileSync(path.join(keys, name));
    const signer = LocalSigner.newSigner(read('chain.pem'), read('leaf.key.pem'), 'es256');
    const assertions = like
      ? await said(like, sdk)
      : [{ label: 'c2pa.actions.v2', data: { actions: [{ action: 'c2pa.created', digitalSourceType: SOURCE_TYPE }] } }];
    for (const file of mine) {
      const target = file === from ? to : path.join(to, path.relative(from, file));
      fs.rmSync(target, { force: true });
      const builder = Builder.withJson(
        { claim_generator_info: [{ name: 'benchmark', version: '1' }], format: type(file), assertions },
        BUILDING,
      );
      builder.sign(signer, { path: file, mimeType: type(file) }, { path: target });
    }
    return;
  }
  const trust = { trust_anchors: fs.readFileSync(path.join(keys, 'root.pem'), 'utf8') };
  const settings = JSON.stringify({ trust, verify: { verify_trust: true, remote_manifest_fetch: false } });
  for (const file of mine) {
    const reader = await Reader.fromAsset({ path: file, mimeType: type(file) }, settings);
    const state = reader?.json().validation_state;
    if (state !== 'Trusted') throw new Error(`${file}: ${state}`);
  }
}

const given = process.argv.slice(2);
const share = process.env.SHARE ? process.env.SHARE.split('/').map(Number) : undefined;
const all = files(given[1]);
if (given[0] === 'tag' && fs.statSync(given[1]).isDirectory()) fs.mkdirSync(given[2], { recursive: true });
if (share || all.length === 1) {
  await work(given, share ? all.filter((_, index) => index % share[1] === share[0]) : all);
} else {
  const self = fileURLToPath(import.meta.url);
  const children = Array.from({ length: cores }, (_, index) =>
    new Promise((done) =>
      fork(self, given, { env: { ...process.env, SHARE: `${index}/${cores}` } }).on('exit', done)));
  const codes = await Promise.all(children);
  process.exit(codes.some((code) => code !== 0) ? 1 : 0);
}
