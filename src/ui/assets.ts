import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { Mark } from './page/mark.js';

export interface AssetFile {
  readonly type: string;
  readonly body: string;
}

/** What pages link to. Each address holds a hash of the content, so browsers may keep it for ever. */
export interface Assets {
  readonly stylesheet: string;
  readonly icon: string;
  /** Stylesheets of pages with a look of their own (`<name>.alone.css`), by name. */
  readonly alone: Readonly<Record<string, string>>;
  /** Address of each small script by its name (`live-search`). */
  readonly islands: Readonly<Record<string, string>>;
  /** What the server answers at each address. */
  readonly files: ReadonlyMap<string, AssetFile>;
}

/**
 * Reads the built assets once: every `<name>.css` of the folder joined into one stylesheet in order of name
 * (cascade layers, declared in `_layers.css`, decide what wins), each `<name>.alone.css` by itself, and `islands/<name>.js`.
 */
export function loadAssets(folder: string): Assets {
  const files = new Map<string, AssetFile>();
  const add = (name: string, ending: string, type: string, body: string): string => {
    const address = `/assets/${name}.${hashOf(body)}.${ending}`;
    files.set(address, { type, body });
    return address;
  };
  const ALONE = '.alone';
  const sheet = (name: string) => readFileSync(join(folder, `${name}.css`), 'utf8');
  const names = namesIn(folder, '.css');
  const styles = names.filter((name) => !name.endsWith(ALONE)).map(sheet);
  const alone = names.filter((name) => name.endsWith(ALONE)).map((name) => [name.slice(0, -ALONE.length), add(name.slice(0, -ALONE.length), 'css', 'text/css; charset=utf-8', sheet(name))] as const);
  const islands = namesIn(join(folder, 'islands'), '.js').map((name) => {
    const script = readFileSync(join(folder, 'islands', `${name}.js`), 'utf8');
    return [name, add(`islands/${name}`, 'js', 'text/javascript; charset=utf-8', script)] as const;
  });
  return {
    stylesheet: add('app', 'css', 'text/css; charset=utf-8', styles.join('\n')),
    icon: add('icon', 'svg', 'image/svg+xml', renderToString(h(Mark, { alone: true }))),
    alone: Object.fromEntries(alone),
    islands: Object.fromEntries(islands),
    files,
  };
}

const hashOf = (body: string): string => createHash('sha256').update(body).digest('base64url').slice(0, 12);

const namesIn = (folder: string, ending: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((file) => file.endsWith(ending))
        .map((file) => file.slice(0, -ending.length))
        .sort()
    : [];
