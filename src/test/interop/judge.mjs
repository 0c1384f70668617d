// Reads lines of `estampille verify --json` from standard input; every one must say: node judge.mjs --state trusted
import fs from 'node:fs';
import { Tally, options } from './sdk.mjs';

const { state } = options('state');
const tally = new Tally();
const lines = fs.readFileSync(0, 'utf8').split('\n').filter(Boolean);
if (lines.length === 0) tally.check('verify --json', 'printed nothing');
for (const line of lines) {
  try {
    const report = JSON.parse(line);
    const failures = (report.status?.failure ?? []).map((failure) => failure.code);
    const problem = report.state === state[0] ? undefined : `${report.state} ${failures.join(' ')} ${report.error ?? ''}`;
    tally.check(`${state[0]} by us: ${report.path}`, problem);
  } catch (error) {
    tally.check('a line of verify --json', `${error.message}: ${line}`);
  }
}
tally.end();
