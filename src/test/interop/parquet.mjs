// Reads rows with hyparquet and compares them with the same rows as CSV: node parquet.mjs ROWS.csv ROWS.parquet
// HYPARQUET_FOLDER has hyparquet under node_modules. Cells of the CSV that an apostrophe keeps from being formulas lose it here.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const entry = join(resolve(process.env.HYPARQUET_FOLDER ?? '.'), 'node_modules/hyparquet/src/index.js');
const { parquetReadObjects } = await import(pathToFileURL(entry));

const table = [[]];
for (const [, quoted, plain, end] of readFileSync(process.argv[2], 'utf8').matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    const cell = (quoted ?? plain).replaceAll('""', '"');
    table.at(-1).push(cell.replace(/^'(?=\s*[=+@-])/, ''));
    if (end !== ',') table.push([]);
}
table.pop();
const [names, ...expected] = table;
const octets = readFileSync(process.argv[3]);
const rows = await parquetReadObjects({ file: octets.buffer.slice(octets.byteOffset, octets.byteOffset + octets.length) });
let passed = 0;
let failed = 0;
const check = (holds, what) => {
    if (holds) passed++;
    else {
        failed++;
        console.error(`FAILED: ${what}`);
    }
};
check(rows.length > 0 && rows.length === expected.length, `${rows.length} rows, ${expected.length} in the CSV`);
check(rows.every((row) => Object.keys(row).join() === names.join()), 'the columns are other ones');
check(
    rows.every((row, i) => names.every((name, j) => String(row[name] ?? '') === expected[i][j])),
    'a cell is another one',
);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
