import { readFile } from 'node:fs/promises';
import type { Boundaries } from '../domain/boundaries.js';

const FILE = new URL('../../../../db/data/territories/boundaries-2009.geojson', import.meta.url);

let read: Promise<Boundaries> | undefined;

/** The polygons of the founding map; read once, they never change while the program runs. */
export const readBoundaries = (): Promise<Boundaries> => (read ??= readFile(FILE, 'utf8').then((text) => JSON.parse(text) as Boundaries));
