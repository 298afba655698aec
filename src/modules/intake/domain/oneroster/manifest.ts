import { DATA_FILES, type DataFile, fileName, MANIFEST } from './files.js';
import type { Findings } from './finding.js';
import { shown } from './mask.js';
import { wordLike } from './suggest.js';

export type Mode = 'absent' | 'bulk' | 'delta';

export interface Manifest {
  /** As it is written, whatever it is. */
  readonly version: string | null;
  readonly modes: ReadonlyMap<DataFile, Mode>;
  readonly systemName: string | null;
  readonly systemCode: string | null;
}

export const NO_MANIFEST: Manifest = { version: null, modes: new Map(), systemName: null, systemCode: null };

interface Property {
  readonly value: string;
  readonly row: number;
}

/** Every property with its values; file modes are added below. */
const VALUES: Readonly<Record<string, readonly string[] | null>> = {
  'manifest.version': ['1.0'],
  'oneroster.version': ['1.2'],
  ...Object.fromEntries(DATA_FILES.map((file) => [`file.${file}`, ['absent', 'bulk', 'delta']])),
  'source.systemName': null,
  'source.systemCode': null,
};

/** Reads the table of contents: versions, and for each data file whether it is absent, whole or changes only. */
export function readManifest(rows: readonly (readonly string[])[], present: ReadonlySet<string>, found: Findings): Manifest {
  const report = (code: Parameters<Findings['add']>[0], row: number | null, column: string | null, about: Parameters<Findings['add']>[2] = {}) =>
    found.add(code, { file: MANIFEST, row, column }, about);
  const [header = [], ...body] = rows;
  if (header.join(',') !== HEADER) report('manifest-header', 1, null, { expected: HEADER, actual: shown(header.join(','), false), suggestion: HEADER });

  const properties = new Map<string, Property>();
  for (const [at, cells] of body.entries()) {
    const row = at + 2;
    const [name = '', value = ''] = cells;
    if (cells.length === 1 && name === '') report('row-blank', row, null);
    else if (cells.length !== 2) report('row-width', row, null, { expected: '2', actual: String(cells.length) });
    else if (!Object.hasOwn(VALUES, name)) report('manifest-property-unknown', row, 'propertyName', { actual: shown(name, false), suggestion: wordLike(name, Object.keys(VALUES)) });
    else if (properties.has(name)) report('manifest-property-duplicate', row, 'propertyName', { actual: `${name} (${MANIFEST}:${properties.get(name)!.row})` });
    else properties.set(name, { value, row });
  }

  const modes = new Map<DataFile, Mode>();
  for (const [name, allowed] of Object.entries(VALUES)) {
    const property = properties.get(name);
    const file = DATA_FILES.find((one) => `file.${one}` === name);
    if (allowed === null) continue;
    if (!property) {
      const value = file ? (present.has(fileName(file)) ? 'bulk' : 'absent') : allowed[0]!;
      report('manifest-property-missing', null, 'propertyName', { expected: name, suggestion: `${name},${value}` });
    } else if (!allowed.includes(property.value)) {
      report('manifest-value', property.row, 'value', { expected: `${name},${allowed.join(' | ')}`, actual: shown(property.value, false), suggestion: allowed.length === 1 ? allowed[0]! : wordLike(property.value, allowed) });
    } else if (file) {
      modes.set(file, property.value as Mode);
    }
  }
  return {
    version: properties.get('oneroster.version')?.value ?? null,
    modes,
    systemName: properties.get('source.systemName')?.value || null,
    systemCode: properties.get('source.systemCode')?.value || null,
  };
}

const HEADER = 'propertyName,value';
