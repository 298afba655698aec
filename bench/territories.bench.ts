import { againstPgbench, get } from './http/against-pgbench.js';
import { whileListening } from './http/listening.js';
import type { Benchmark, Goal } from './measuring/result.js';
import { withBenchPlatform } from './platform/bench-platform.js';

/** A few people at once; how long each waits counts here. */
const CONNECTIONS = 4;
const GOAL: Goal = { of: 'p95', atMost: 25 };

export const territories: Benchmark = {
  title: 'The list of municipalities and the map, 4 connections, beside pgbench with the same statements',
  run: () =>
    withBenchPlatform('territories', (bench) =>
      whileListening(bench, [], async (port) => [
        await againstPgbench(bench, { what: 'list of a day (119 units)', port, request: get('/api/territories?on=2021-06-30'), connections: CONNECTIONS, goal: GOAL }),
        await againstPgbench(bench, { what: 'map page of a day', port, request: get('/territories?on=2021-06-30'), connections: CONNECTIONS }),
      ]),
    ),
};
