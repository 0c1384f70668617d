// Lets the reference SDK judge fragments, each with its initialization segment: node stream.mjs FOLDER...
// A folder holds init-N.m4s and chunk-N-*.m4s. Each must be Valid, and Invalid with an octet changed.
import fs from 'node:fs';
import path from 'node:path';
import { Tally, files, options, wasm } from './sdk.mjs';

// The WebAssembly build takes fragments only as in a browser's worker, where files are read without waiting.
class OctetsBlob extends Blob {
  constructor(octets) {
    super([octets]);
    this.octets = octets;
  }
  slice(from, to) {
    return new OctetsBlob(this.octets.slice(from, to));
  }
}
globalThis.FileReaderSync = class {
  readAsArrayBuffer(blob) {
    return Uint8Array.from(blob.octets).buffer;
  }
};

const { WasmReader } = await wasm();
const tally = new Tally();

async function state(init, fragment) {
  const context = JSON.stringify({ verify: { verify_trust: false } });
  const reader = await WasmReader.fromBlobFragment('video/mp4', new OctetsBlob(init), new OctetsBlob(fragment), context);
  const report = JSON.parse(reader.json());
  const failures = report.validation_results?.activeManifest?.failure ?? [];
  return [report.validation_state, failures.map((failure) => failure.code).join('; ')];
}

async function expect(wanted, name, init, fragment) {
  try {
    const [found, failures] = await state(init, fragment);
    tally.check(`${wanted} by the reference SDK: ${name}`, found === wanted ? undefined : `${found}; ${failures}`);
  } catch (error) {
    tally.check(name, String(error.message ?? error));
  }
}

for (const file of options().rest.flatMap(files)) {
  const track = /^chunk-(\d+)-/.exec(path.basename(file))?.[1];
  if (track === undefined) continue;
  const init = fs.readFileSync(path.join(path.dirname(file), `init-${track}.m4s`));
  const fragment = fs.readFileSync(file);
  await expect('Valid', file, init, fragment);
  fragment[fragment.length - 9] ^= 1;
  await expect('Invalid', `${file} with an octet changed`, init, fragment);
}
tally.end();
