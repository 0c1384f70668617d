// Finds the reference SDK, which lies outside the repository: its folder comes in C2PA_SDK_FOLDER.
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const folder = process.env.C2PA_SDK_FOLDER;
if (!folder) {
  console.error('C2PA_SDK_FOLDER must name the folder whose node_modules hold @contentauth/c2pa-node');
  process.exit(2);
}
const require = createRequire(path.join(path.resolve(folder), 'here.js'));
const load = (name) => import(pathToFileURL(require.resolve(name)).href);

export const MEDIA_TYPES = {
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.heic': 'image/heic',
  '.avif': 'image/avif',
  '.mp4': 'video/mp4',
  '.mov': 'video/quicktime',
  '.m4a': 'audio/mp4',
  '.wav': 'audio/wav',
  '.avi': 'video/x-msvideo',
  '.mp3': 'audio/mpeg',
  '.flac': 'audio/flac',
  '.pdf': 'application/pdf',
  '.gif': 'image/gif',
  '.tif': 'image/tiff',
  '.tiff': 'image/tiff',
  '.dng': 'image/x-adobe-dng',
  '.svg': 'image/svg+xml',
  '.jxl': 'image/jxl',
};

/** The native build, for reading and signing. */
export const native = () => load('@contentauth/c2pa-node');

/** The WebAssembly build, newer than the native one: the one that writes crJSON. */
export async function wasm() {
  const module = await load('@contentauth/c2pa-wasm');
  module.initSync({ module: fs.readFileSync(require.resolve('@contentauth/c2pa-wasm/c2pa.wasm')) });
  return module;
}

/** Settings under which the given PEM files are the trust anchors; without any, trust is not judged. */
export function settings(anchors) {
  const trust = anchors.length === 0 ? {} : { trust_anchors: anchors.map((file) => fs.readFileSync(file, 'utf8')).join('\n') };
  return JSON.stringify({ trust, verify: { verify_trust: anchors.length > 0, remote_manifest_fetch: false } });
}

/** Every regular file below a folder, in order; a file names itself. */
export function files(where) {
  if (!fs.statSync(where).isDirectory()) return [where];
  return fs
    .readdirSync(where)
    .sort()
    .flatMap((name) => files(path.join(where, name)));
}

/** Splits arguments into options that take a value (always lists) and the rest. */
export function options(...names) {
  const found = Object.fromEntries(names.map((name) => [name, []]));
  const rest = [];
  const given = process.argv.slice(2);
  while (given.length > 0) {
    const argument = given.shift();
    const name = argument.replace(/^--/, '');
    if (argument.startsWith('--') && name in found) found[name].push(given.shift());
    else rest.push(argument);
  }
  return { ...found, rest };
}

/** Counts what held and what did not, says so line by line, and ends with the count. */
export class Tally {
  passed = 0;
  failed = 0;

  check(name, problem) {
    if (problem) {
      this.failed++;
      console.log(`FAILED ${name}: ${problem}`);
    } else {
      this.passed++;
      console.log(`ok ${name}`);
    }
  }

  end() {
    console.log(`${this.passed} passed, ${this.failed} failed`);
    process.exit(this.failed > 0 ? 1 : 0);
  }
}
