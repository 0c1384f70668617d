// Prints the crJSON of one file, as the reference SDK writes it: node crjson.mjs FILE [--trust ROOT.pem]...
import fs from 'node:fs';
import path from 'node:path';
import { MEDIA_TYPES, options, settings, wasm } from './sdk.mjs';

const { trust, rest } = options('trust');
const { WasmReader } = await wasm();
const file = rest[0];
const type = MEDIA_TYPES[path.extname(file).toLowerCase()];
const reader = await WasmReader.fromBytes(type, fs.readFileSync(file), settings(trust));
console.log(reader.crJson());
