// Lets the reference SDK sign files, so that they can be verified here: node sign.mjs FOLDER --certs CERTS --out FOLDER
// CERTS holds ALG.pem (key) and ALG.pub (chain); the algorithms take turns, and JPEG and MP4 meet every one of them.
import fs from 'node:fs';
import path from 'node:path';
import { MEDIA_TYPES, Tally, files, native, options } from './sdk.mjs';

const ALGORITHMS = ['es256', 'ps256', 'ed25519', 'es384', 'ps384', 'es512', 'ps512'];
const CREATED = 'http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia';

const { certs, out, rest } = options('certs', 'out');
const { Builder, LocalSigner } = await native();
const tally = new Tally();

function sign(file, algorithm, target) {
  const key = fs.readFileSync(path.join(certs[0], `${algorithm}.pem`));
  const chain = fs.readFileSync(path.join(certs[0], `${algorithm}.pub`));
  const type = MEDIA_TYPES[path.extname(file).toLowerCase()];
  const builder = Builder.withJson({
    claim_generator_info: [{ name: 'interoperability check', version: '1' }],
    title: path.basename(file),
    format: type,
    assertions: [
      {
        label: 'c2pa.actions.v2',
        data: { actions: [{ action: 'c2pa.created', digitalSourceType: CREATED }] },
      },
    ],
  });
  fs.mkdirSync(path.dirname(target), { recursive: true });
  fs.rmSync(target, { force: true });
  builder.sign(LocalSigner.newSigner(chain, key, algorithm), { path: file, mimeType: type }, { path: target });
}

let turn = 0;
for (const folder of rest) {
  for (const file of files(folder).filter((name) => MEDIA_TYPES[path.extname(name).toLowerCase()])) {
    const relative = path.relative(folder, file);
    // Neither RF64 nor 64-bit TIFF nor PDF nor a bare JPEG XL codestream can be signed by the reference.
    if (/^(rf64|hostile|bigtiff|pdf|jxl[/\\]codestream)/.test(relative)) continue;
    const every = /baseline|faststart[/\\]asset\.mp4/.test(relative);
    for (const algorithm of every ? ALGORITHMS : [ALGORITHMS[turn++ % ALGORITHMS.length]]) {
      const extension = path.extname(relative);
      const target = path.join(out[0], `${relative.slice(0, -extension.length)}-${algorithm}${extension}`);
      try {
        sign(file, algorithm, target);
        tally.check(`signed by the reference SDK: ${target}`);
      } catch (error) {
        tally.check(`signed by the reference SDK: ${target}`, error.message);
      }
    }
  }
}
tally.end();
