// Draws the picture of the rooms in ARCHITECTURE.md from the imports.
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { cruise } from './cruise.mjs';

const FILE = 'ARCHITECTURE.md';
const PLACE = /(<!-- picture:begin -->\n)[^]*?(<!-- picture:end -->)/;

/** Complains where the picture differs from the imports; otherwise ''. */
export function staleness(imports) {
  const text = readFileSync(FILE, 'utf8');
  return text.replace(PLACE, placed(picture(imports))) === text ? '' : 'The picture in ARCHITECTURE.md is out of date: run `node bin/picture.mjs`.';
}

const placed = (drawing) => (_, begin, end) => `${begin}\`\`\`mermaid\n${drawing}\n\`\`\`\n${end}`;

function picture({ modules }) {
  const arrows = new Set();
  const rooms = new Set();
  for (const { source, dependencies } of modules.filter(({ source }) => !isTest(source))) {
    const from = roomOf(source);
    if (from) rooms.add(from);
    for (const { resolved } of dependencies) {
      const to = roomOf(resolved);
      if (from && to && from !== to && isTold(from, to)) arrows.add(`  ${idOf(from)} --> ${idOf(to)}`);
    }
  }
  return ['flowchart LR', ...[...rooms].sort().map((room) => `  ${idOf(room)}[${room}]`), ...[...arrows].sort()].join('\n');
}

/** Tests reach wherever they must; the picture shows what the program is made of. */
const isTest = (file) => /\.test\.tsx?$|\/tests\//.test(file);

const roomOf = (file) => /^src\/(modules\/[^/]+|[^/]+)\//.exec(file)?.[1];
const idOf = (room) => room.replace('/', '_');

/** Every module uses the four rooms below, and the app uses everything: arrows that tell nothing are left out. */
const isTold = (from, to) => from !== 'app' && !(from.startsWith('modules/') && !to.startsWith('modules/'));

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  writeFileSync(FILE, readFileSync(FILE, 'utf8').replace(PLACE, placed(picture(await cruise()))));
}
