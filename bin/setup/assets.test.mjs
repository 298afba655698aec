import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import typescript from 'typescript';
import { afterAll, expect, test } from 'vitest';
import { islandScript } from './assets.mjs';

const folder = mkdtempSync(join(tmpdir(), 'vienkopus-islands-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function written(files) {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return (name) => islandScript(typescript, join(folder, name));
}

test('an island carries what it imports from files beside it, each once and before what needs it', async () => {
  const scriptOf = written({
    'one.ts': "export interface Shape { n: number }\nexport const one = (): number => 1;\n",
    'two.ts': "import { one } from './one.js';\nimport type { Shape } from './one.js';\nexport function two(shape: Shape): number { return one() + shape.n; }\n",
    'sum.island.ts': "import { one } from './one.js';\nimport { two } from './two.js';\nglobalThis.sum = one() + two({ n: 1 });\n",
  });
  const script = scriptOf('sum.island.ts');
  expect(script.match(/const one/g)).toHaveLength(1);
  await import(`data:text/javascript,${encodeURIComponent(script)}`);
  expect(globalThis.sum).toBe(3);
});

test('an island that imports from elsewhere is refused', () => {
  const scriptOf = written({ 'far.island.ts': "import { x } from '../far.js';\nconsole.log(x);\n" });
  expect(() => scriptOf('far.island.ts')).toThrow('files beside it');
});
