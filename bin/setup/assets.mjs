import { cpSync, mkdirSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { filesBelow } from './stamp.mjs';

const ISLAND = /\.island\.ts$/;
/** `mark-grid.notes.island.ts` is a part of `mark-grid.island.ts`, and no island by itself. */
const PART = /\.[\w-]+\.island\.ts$/;

/**
 * Puts beside the compiled program what tsc leaves out: stylesheets to dist/assets/<name>.css, islands (small scripts of
 * one page, each by itself) to dist/assets/islands/<name>.js, and data files to where their reader was compiled to.
 */
export async function buildAssets() {
  rmSync('dist/assets', { recursive: true, force: true });
  const { default: typescript } = await import('typescript');
  const made = new Map();
  for (const file of filesBelow('src')) {
    const target = targetOf(file);
    if (target === undefined) continue;
    if (made.has(target)) throw new Error(`${file} and ${made.get(target)} have the same name: both would become ${target}.`);
    made.set(target, file);
    mkdirSync(dirname(target), { recursive: true });
    if (ISLAND.test(file)) writeFileSync(target, islandScript(typescript, file));
    else cpSync(file, target);
  }
}

/** Builds the assets, and again whenever a stylesheet, an island or a file that may stand beside one changes, for as long as this process lives. */
export async function watchAssets() {
  await buildAssets();
  watch('src', { recursive: true }, (_, file) => {
    if (file && /\.css$|\.island\.ts$|pages.*\.ts$/.test(file)) buildAssets().catch((error) => console.error(error.message));
  });
}

function targetOf(file) {
  if (PART.test(file)) return undefined;
  if (ISLAND.test(file)) return join('dist/assets/islands', basename(file).replace(ISLAND, '.js'));
  if (/\.(css|svg)$/.test(file)) return join('dist/assets', basename(file));
  return /\.(tsx?|md)$/.test(file) ? undefined : join('dist', relative('src', file));
}

/**
 * The island in plain JavaScript. A browser loads it as it stands: what it imports from files beside it (pure rules with tests of their
 * own, parts of it) is put before it, and it may import nothing else but types.
 */
export function islandScript(typescript, file) {
  const parts = new Map();
  gather(typescript, file, parts);
  return [...parts.values()].join('\n');
}

/** Adds a file's script to the parts after everything it needs, each once. */
function gather(typescript, file, parts) {
  if (parts.has(file)) return;
  const { outputText } = typescript.transpileModule(readFileSync(file, 'utf8'), {
    fileName: file,
    compilerOptions: {
      target: typescript.ScriptTarget.ES2022,
      module: typescript.ModuleKind.ESNext,
      verbatimModuleSyntax: true,
    },
  });
  const alone = outputText.replaceAll(BESIDE, (_, beside) => {
    gather(typescript, join(dirname(file), `${beside}.ts`), parts);
    return '';
  });
  if (/^import\b/m.test(alone)) throw new Error(`${file}: an island may import only types and files beside it.`);
  parts.set(file, alone.replaceAll(/^export (?=(?:async )?function|const|class)/gm, ''));
}
const BESIDE = /^import \{[^}]*\} from '\.\/([\w.-]+)\.js';$\n?/gm;
