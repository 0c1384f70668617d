// A cold start: node src/bench/cold-start.mjs [RUNS], after prepare.sh. `estampille verify` of one small file beside a
// bare Java hello world on the same JDK, interleaved. JAVA_HOMES lists further JDKs, separated by colons.
import fs from 'node:fs';
import path from 'node:path';
import { execFileSync, spawnSync } from 'node:child_process';
import { bench, home, launcher, measure, media, median, mib, ours, print } from './bench.mjs';

const runs = Number(process.argv[2] ?? 20);
const classes = path.join(bench, 'hello');
const files = { 'small.jpg': path.join(home, 'fixtures/jpeg/baseline/asset.jpg') };
const homes = (process.env.JAVA_HOMES ?? process.env.JAVA_HOME ?? '').split(':').filter(Boolean);
if (homes.length === 0) homes.push(path.dirname(path.dirname(fs.realpathSync(execFileSync('which', ['java'], { encoding: 'utf8' }).trim()))));

function milliseconds(command, env) {
  const start = process.hrtime.bigint();
  const { status } = spawnSync(command[0], command.slice(1), { stdio: 'ignore', env: { ...process.env, ...env } });
  if (status !== 0) throw new Error(`exit ${status}: ${command.join(' ')}`);
  return Number(process.hrtime.bigint() - start) / 1e6;
}

fs.mkdirSync(classes, { recursive: true });
fs.writeFileSync(
  path.join(classes, 'Hello.java'),
  'public final class Hello { public static void main(String[] a) { System.out.println("hello"); } }\n');
const rows = [];
for (const java of homes) {
  const env = { ESTAMPILLE_JAVA_HOME: java };
  execFileSync(path.join(java, 'bin/javac'), ['--release', '17', '-d', classes, path.join(classes, 'Hello.java')]);
  for (const [name, source] of Object.entries(files)) {
    const tagged = path.join(bench, `cold-${name}`);
    spawnSync(ours.tag(source, tagged)[0], ours.tag(source, tagged).slice(1), { env: { ...process.env, ...env } });
    const commands = {
      hello: [path.join(java, 'bin/java'), '-cp', classes, 'Hello'],
      verify: ours.verify(tagged),
      jar: [path.join(java, 'bin/java'), '-jar', path.join(home, 'target/estampille.jar'), ...ours.verify(tagged).slice(1)],
      'launcher alone': ['sh', '-c', `ESTAMPILLE_JAVA_HOME=${path.join(bench, 'no-java')} "${launcher}"`],
    };
    // A Java that does nothing shows what the shell script itself costs.
    const none = path.join(bench, 'no-java');
    fs.mkdirSync(path.join(none, 'bin'), { recursive: true });
    fs.copyFileSync('/bin/true', path.join(none, 'bin/java'));
    fs.writeFileSync(path.join(none, 'release'), 'JAVA_VERSION="17"\n');
    const times = Object.fromEntries(Object.keys(commands).map((key) => [key, []]));
    for (const command of Object.values(commands)) milliseconds(command, env);
    for (let run = 0; run < runs; run++) {
      for (const [key, command] of Object.entries(commands)) times[key].push(milliseconds(command, env));
    }
    const hello = median(times.hello);
    for (const [key, list] of Object.entries(times)) {
      const rss = key === 'launcher alone' ? '' : mib(measure(commands[key]).rss);
      rows.push([`${path.basename(java)} ${key}`, median(list).toFixed(0), (median(list) / hello).toFixed(1), rss]);
    }
  }
}
print(`Cold start, medians of ${runs} interleaved runs`, ['what', 'ms', 'times hello', 'MiB resident'], rows);
