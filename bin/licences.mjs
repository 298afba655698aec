import { readFileSync } from 'node:fs';

const permissive = ['MIT', 'MIT-0', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0', 'PostgreSQL', 'CC0-1.0', 'PDDL-1.0', 'Unlicense'];
/** Allowed where they only help to build and test and are never handed out with the program. */
const onlyForDevelopment = ['MPL-2.0', 'PSF-2.0', 'CC-BY-3.0'];

/** Every package whose licence the EUPL-1.2 program may not carry, one a line; empty when all is well. */
export async function refusedLicences() {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  return Object.entries(packages)
    .filter(([path]) => path !== '')
    .map(([path, entry]) => ({ path, dev: entry.dev === true, licence: entry.license ?? licenceInside(path) }))
    .filter(({ dev, licence }) => !isAllowed(licence, dev ? [...permissive, ...onlyForDevelopment] : permissive))
    .map(({ path, dev, licence }) => `${path.replace(/^.*node_modules\//, '')}: ${licence}${dev ? ' (development)' : ''}`)
    .join('\n');
}

/** An SPDX expression is allowed when one side of its ORs has only allowed licences. */
function isAllowed(licence, allowed) {
  const sides = licence.replace(/[()]/g, '').split(' OR ');
  return sides.some((side) => side.split(' AND ').every((name) => allowed.includes(name)));
}

/** The licence as the installed package states it, where the lock file does not. */
function licenceInside(path) {
  try {
    const { license, licenses } = JSON.parse(readFileSync(`${path}/package.json`, 'utf8'));
    return license?.type ?? license ?? licenses?.map(({ type }) => type).join(' OR ') ?? licenceText(path);
  } catch {
    return 'none stated';
  }
}

/** The name that stands above the text of the licence, where package.json names none. */
function licenceText(path) {
  return /^(?:The )?MIT License/.test(readFileSync(`${path}/LICENSE`, 'utf8')) ? 'MIT' : 'none stated';
}
