// Draws the picture of the rooms in ARCHITECTURE.md from the imports. `--check` only says whether it is still true.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { nodeProgram } from './setup/programs.mjs';

const FILE = 'ARCHITECTURE.md';
const PLACE = /(<!-- picture:begin -->\n)[^]*?(<!-- picture:end -->)/;

/** Complains where the picture differs from the imports; otherwise ''. */
export function staleness() {
  const text = readFileSync(FILE, 'utf8');
  return text.replace(PLACE, placed(picture())) === text ? '' : 'The picture in ARCHITECTURE.md is out of date: run `node bin/picture.mjs`.';
}

const placed = (drawing) => (_, begin, end) => `${begin}\`\`\`mermaid\n${drawing}\n\`\`\`\n${end}`;

function picture() {
  const said = execFileSync(nodeProgram(), ['node_modules/.bin/depcruise', 'src', '--config', '.dependency-cruiser.cjs', '--output-type', 'json'], { maxBuffer: 1 << 28 });
  const arrows = new Set();
  const rooms = new Set();
  for (const { source, dependencies } of JSON.parse(said).modules) {
    const from = roomOf(source);
    if (from) rooms.add(from);
    for (const { resolved } of dependencies) {
      const to = roomOf(resolved);
      if (from && to && from !== to && isTold(from, to)) arrows.add(`  ${idOf(from)} --> ${idOf(to)}`);
    }
  }
  return ['flowchart LR', ...[...rooms].sort().map((room) => `  ${idOf(room)}[${room}]`), ...[...arrows].sort()].join('\n');
}

const roomOf = (file) => /^src\/(modules\/[^/]+|[^/]+)\//.exec(file)?.[1];
const idOf = (room) => room.replace('/', '_');

/** Every module uses the four rooms below, and the app uses everything: arrows that tell nothing are left out. */
const isTold = (from, to) => from !== 'app' && !(from.startsWith('modules/') && !to.startsWith('modules/'));

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  if (process.argv.includes('--check')) {
    const complaint = staleness();
    if (complaint) console.error(complaint);
    process.exit(complaint ? 1 : 0);
  }
  writeFileSync(FILE, readFileSync(FILE, 'utf8').replace(PLACE, placed(picture())));
}
