import { readFileSync } from 'node:fs';
import { historyOf, parseReferenceData } from '../domain/reference-data.js';
import type { Boundaries } from '../domain/boundaries.js';

const read = (file: string): string => readFileSync(new URL(`../../../../db/data/territories/${file}`, import.meta.url), 'utf8');

export const UNITS_CSV = read('units.csv');
export const SUCCESSIONS_CSV = read('successions.csv');
export const BOUNDARIES = JSON.parse(read('boundaries-2009.geojson')) as Boundaries;
export const REFERENCE = parseReferenceData(UNITS_CSV, SUCCESSIONS_CSV);
export const HISTORY = historyOf(REFERENCE);
