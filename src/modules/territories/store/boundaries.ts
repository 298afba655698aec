import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PROJECT_FOLDER } from '#platform/files/project-folder.js';
import type { Boundaries } from '../domain/boundaries.js';

const FILE = join(PROJECT_FOLDER, 'db/data/territories/boundaries-2009.geojson');

let read: Promise<Boundaries> | undefined;

/** The polygons of the founding map; read once, they never change while the program runs. */
export const readBoundaries = (): Promise<Boundaries> => (read ??= readFile(FILE, 'utf8').then((text) => JSON.parse(text) as Boundaries));
