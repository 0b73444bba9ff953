// Fails when a package that goes into the build has a licence which is not allowed. Reads the lock file, so that it needs no network.
import { readFileSync } from 'node:fs';

const ALLOWED = new Set([
  '0BSD', 'Apache-2.0', 'BlueOak-1.0.0', 'BSD-2-Clause', 'BSD-3-Clause', 'CC0-1.0', 'ISC', 'MIT', 'MIT-0', 'OFL-1.1', 'Unlicense', 'Zlib',
]);

/** Packages that name their licence in a file only; read by a person, for exactly this version. */
const READ = new Map([['khroma 2.1.0', 'MIT'], ['fuzzy 0.1.3', 'MIT'], ['wildemitter 1.2.1', 'MIT']]);

/** SPDX expressions as they occur in package.json: one id, or ids joined by OR or AND, perhaps in brackets. */
function isAllowed(expression) {
  const text = expression.trim().replace(/^\((.*)\)$/, '$1');
  if (text.includes(' OR ')) return text.split(' OR ').some(isAllowed);
  if (text.includes(' AND ')) return text.split(' AND ').every(isAllowed);
  return ALLOWED.has(text);
}

const lock = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'));
const refused = Object.entries(lock.packages)
  .filter(([path, entry]) => path !== '' && !entry.dev && !entry.link)
  .map(([path, entry]) => ({ name: `${path.replace(/^.*node_modules\//, '')} ${entry.version}`, license: entry.license }))
  .map(({ name, license }) => ({ name, license: license ?? READ.get(name) }))
  .filter(({ license }) => typeof license !== 'string' || !isAllowed(license))
  .map(({ name, license }) => `${name}: ${license ?? 'no licence is named'}`);

if (refused.length > 0) {
  process.stderr.write(`Licences that are not allowed (scripts/licences.mjs):\n  ${refused.join('\n  ')}\n`);
  process.exit(1);
}
