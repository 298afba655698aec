import { readFileSync } from 'node:fs';
import type { Boundaries } from '../domain/boundaries.js';
import { parseReferenceData } from '../domain/reference-data.js';
import { enact, type TerritorialHistory } from '../domain/unit.js';

const read = (file: string): string => readFileSync(new URL(`../../../../db/data/territories/${file}`, import.meta.url), 'utf8');

export const UNITS_CSV = read('units.csv');
export const SUCCESSIONS_CSV = read('successions.csv');
export const BOUNDARIES = JSON.parse(read('boundaries-2009.geojson')) as Boundaries;
export const REFERENCE = parseReferenceData(UNITS_CSV, SUCCESSIONS_CSV);

/** What the founding map becomes by both reforms. */
export const HISTORY = REFERENCE.reforms.reduce<TerritorialHistory>(enact, { units: REFERENCE.founding, successions: [] });
