// Verification of copies of one small JPEG signed with a chain of three certificates: node src/bench/chain.mjs [FEW MANY],
// after prepare.sh. The steady rate, as in small-files.mjs: the time for MANY files less the time for FEW. Needs openssl.
import fs from 'node:fs';
import path from 'node:path';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const home = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const area = path.join(path.resolve(home, process.env.BENCH_FOLDER ?? 'target/bench'), 'chain');
const keys = path.join(area, 'keys');
process.env.BENCH_KEYS = keys; // before bench.mjs looks for keys
const { measure, media, mib, ours, print, theirs } = await import('./bench.mjs');

const [few, many] = process.argv.slice(2).map(Number).concat([1000, 3000]).slice(0, 2);
const at = (name) => path.join(keys, name);

function openssl(...args) {
  const { status, stderr } = spawnSync('openssl', args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`openssl ${args[0]}: ${stderr}`);
}

function key(name) {
  openssl('genpkey', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256', '-out', at(`${name}.key.pem`));
}

const authority = ['basicConstraints=critical,CA:TRUE', 'keyUsage=critical,keyCertSign,cRLSign', 'subjectKeyIdentifier=hash'];
const signer = [
  'keyUsage=critical,digitalSignature', 'subjectKeyIdentifier=hash',
  'extendedKeyUsage=1.3.6.1.4.1.62558.2.1,emailProtection',
];

function issue(name, issuer, extensions) {
  key(name);
  fs.writeFileSync(at(`${name}.ext`), [...extensions, 'authorityKeyIdentifier=keyid'].join('\n'));
  openssl('req', '-new', '-key', at(`${name}.key.pem`), '-subj', `/O=Benchmark/CN=${name}`, '-out', at(`${name}.csr`));
  openssl(
    'x509', '-req', '-in', at(`${name}.csr`), '-CA', at(`${issuer}.pem`), '-CAkey', at(`${issuer}.key.pem`),
    '-CAcreateserial', '-days', '365', '-sha256', '-extfile', at(`${name}.ext`), '-out', at(`${name}.pem`),
  );
}

/** Root, two intermediates, signer; what the signature holds is signer and intermediates. */
function authorities() {
  fs.mkdirSync(keys, { recursive: true });
  key('root');
  openssl(
    'req', '-x509', '-new', '-key', at('root.key.pem'), '-subj', '/O=Benchmark/CN=root', '-days', '3650', '-sha256',
    ...authority.slice(0, 2).flatMap((extension) => ['-addext', extension]), '-out', at('root.pem'),
  );
  issue('upper', 'root', authority);
  issue('lower', 'upper', authority);
  issue('leaf', 'lower', signer);
  const chain = ['leaf', 'lower', 'upper'].map((name) => fs.readFileSync(at(`${name}.pem`)));
  fs.writeFileSync(at('chain.pem'), Buffer.concat(chain));
}

function copies(file, count) {
  const folder = path.join(area, `copies-${count}`);
  fs.mkdirSync(folder);
  for (let i = 0; i < count; i++) fs.copyFileSync(file, path.join(folder, `${String(i).padStart(5, '0')}.jpg`));
  return folder;
}

fs.rmSync(area, { recursive: true, force: true });
authorities();
const signed = path.join(area, 'signed.jpg');
measure(ours.tag(media('small.jpg'), signed));
const folders = [few, many].map((count) => copies(signed, count));
const [mine, other] = [ours, theirs].map((tool) => {
  const [short, long] = folders.map((folder) => measure(tool.verify(folder)));
  return { rate: (many - few) / (long.seconds - short.seconds), rss: long.rss };
});
print(
  'Verification of one JPEG with a chain of three certificates, files a second',
  ['work', ours.name, theirs.name, 'ratio', 'MiB resident', 'MiB resident, SDK'],
  [[
    `verify JPEG of ${Math.round(fs.statSync(signed).size / 1000)} KB`,
    mine.rate.toFixed(0), other.rate.toFixed(0), (mine.rate / other.rate).toFixed(1), mib(mine.rss), mib(other.rss),
  ]],
);
fs.rmSync(area, { recursive: true, force: true });
