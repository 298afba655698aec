import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { buildIslands } from './assets.mjs';

const folder = mkdtempSync(join(tmpdir(), 'vienkopus-islands-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('an island is one script with what it imports', async () => {
  const files = {
    'one.ts': 'export interface Shape { n: number }\nexport const one = (): number => 1;\n',
    'two.ts': "import { one } from './one.js';\nimport type { Shape } from './one.js';\nexport function two(shape: Shape): number { return one() + shape.n; }\n",
    'sum.island.ts': "import { one } from './one.js';\nimport { two } from './two.js';\nglobalThis.sum = one() + two({ n: 1 });\n",
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  await buildIslands({ sum: join(folder, 'sum.island.ts') }, join(folder, 'made'));
  expect(readdirSync(join(folder, 'made'))).toEqual(['sum.js']);
  await import(`data:text/javascript,${encodeURIComponent(readFileSync(join(folder, 'made/sum.js'), 'utf8'))}`);
  expect(globalThis.sum).toBe(3);
});
