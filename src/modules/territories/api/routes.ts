import { z } from 'zod';
import { type ApiRoute, apiRoute } from '#platform/http/api-route.js';
import { listTerritories, showUnit } from '../actions/read-map.js';
import { resolvePlace } from '../actions/resolve-place.js';
import { showMap } from '../actions/show-map.js';
import { UNIT_KINDS, type UnitVersion } from '../domain/unit.js';
import { type Kin, predecessorsOf, successorsOf } from '../domain/unit-story.js';

const Day = z.string().describe('YYYY-MM-DD');
const Unit = z.object({ atvk: z.string(), name: z.string(), kind: z.enum(UNIT_KINDS), iso: z.string(), validFrom: Day, validTo: Day.nullable() });
const Neighbour = z.object({ atvk: z.string(), name: z.string(), effectiveDate: Day, extent: z.enum(['whole', 'part']), parts: z.array(z.string()) });

const unitOf = ({ atvk, name, kind, iso, validFrom, validTo }: UnitVersion) => ({ atvk, name, kind, iso, validFrom, validTo });

const neighbourOf = ({ unit, effective, extent, parts }: Kin) => ({ atvk: unit.atvk, name: unit.name, effectiveDate: effective, extent, parts: [...parts] });

const tag = 'territories';

export const territoriesApi: readonly ApiRoute[] = [
  apiRoute({
    method: 'GET',
    path: '/api/territories',
    summary: 'The municipalities of a day',
    tag,
    query: z.object({ on: Day.optional() }),
    answer: z.object({ on: Day, total: z.number(), items: z.array(Unit) }),
    action: listTerritories,
    present: ({ on, units }) => ({ on, total: units.length, items: units.map(unitOf) }),
  }),
  apiRoute({
    method: 'GET',
    path: '/api/territories/resolve',
    summary: 'Which unit a place lies in on another day; 409 with the candidates where that cannot be decided',
    tag,
    query: z.object({ atvk: z.string(), part: z.string().optional(), from: Day.optional(), to: Day }),
    answer: z.object({ from: Unit, part: z.string().nullable(), to: Day, unit: Unit }),
    action: resolvePlace,
    present: ({ from, part, to, unit }) => ({ from: unitOf(from), part, to, unit: unitOf(unit) }),
  }),
  apiRoute({
    method: 'GET',
    path: '/api/territories/{atvk}',
    summary: 'One unit with its predecessors and successors',
    tag,
    params: z.object({ atvk: z.string() }),
    answer: Unit.extend({ predecessors: z.array(Neighbour), successors: z.array(Neighbour) }),
    action: showUnit,
    present: ({ unit, history }) => ({ ...unitOf(unit), predecessors: predecessorsOf(history, unit).map(neighbourOf), successors: successorsOf(history, unit).map(neighbourOf) }),
  }),
  apiRoute({
    method: 'GET',
    path: '/api/territories.geojson',
    summary: 'The map of a day; where a unit was split its line is approximate',
    tag,
    query: z.object({ on: Day.optional() }),
    answer: z.object({ type: z.literal('FeatureCollection'), features: z.array(z.unknown()) }),
    answerType: 'application/geo+json; charset=utf-8',
    action: showMap,
    present: ({ features }) => features,
  }),
];
