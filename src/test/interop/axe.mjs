// Checks pages of ours for barriers with axe-core in Chromium: node axe.mjs PAGE.html ...
// AXE_FOLDER has axe-core and playwright-core under node_modules; CHROMIUM names the browser. Serious findings fail.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { resolve, join } from 'node:path';

const require = createRequire(join(resolve(process.env.AXE_FOLDER ?? '.'), 'package.json'));
const { chromium } = require('playwright-core');
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
let passed = 0;
let failed = 0;
for (const file of process.argv.slice(2)) {
    const context = await browser.newContext({ bypassCSP: true });
    const page = await context.newPage();
    const asked = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto('file://' + resolve(file));
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => globalThis.axe.run());
    const serious = violations.filter((one) => ['serious', 'critical'].includes(one.impact));
    for (const one of violations) {
        console.error(`${file}: ${one.impact} ${one.id}: ${one.help} (${one.nodes.length})`);
    }
    const fetched = asked.filter((url) => !url.startsWith('file://'));
    for (const url of fetched) console.error(`${file}: fetches ${url}`);
    if (serious.length || fetched.length) failed++;
    else {
        passed++;
        console.log(`ok ${file}`);
    }
    await context.close();
}
await browser.close();
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
