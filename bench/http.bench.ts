import { z } from 'zod';
import { writeAction } from '#platform/actions/action.js';
import { ANYONE } from '#platform/actions/permission.js';
import { apiRoute } from '#platform/http/api-route.js';
import { againstPgbench, get, post } from './http/against-pgbench.js';
import { whileListening } from './http/listening.js';
import type { Benchmark } from './measuring/result.js';
import { withBenchPlatform } from './platform/bench-platform.js';

const TABLE = `
  create schema bench;
  create table bench.note (id uuid primary key default uuidv7(), words text not null, recorded_at timestamptz not null);
  grant usage on schema bench to vienkopus_worker;
  grant insert on bench.note to vienkopus_worker`;

/** The smallest write there is: one row, and its entry in the audit log. */
const writeNote = writeAction({
  name: 'bench.write-note',
  title: { lv: 'Ierakstīta piezīme', en: 'Wrote a note' },
  permission: ANYONE,
  input: z.object({ words: z.string().max(200) }),
  async run({ tx, now }, { words }) {
    await tx.insert('bench.note', { words, recordedAt: now });
    return { written: true };
  },
  audit: () => ({}),
});

const noteRoute = apiRoute({
  method: 'POST',
  path: '/api/bench/notes',
  summary: 'Writes a note',
  tag: 'bench',
  body: z.object({ words: z.string() }),
  answer: z.object({ written: z.boolean() }),
  action: writeNote,
});

const CONNECTIONS = 32;

export const http: Benchmark = {
  title: 'Reads and writes through the whole program, 32 connections, beside pgbench with the same statements',
  run: () =>
    withBenchPlatform('http', async (bench) => {
      await bench.asOwner(TABLE);
      return whileListening(bench, [noteRoute], async (port) => [
        await againstPgbench(bench, { what: 'read a municipality', port, request: get('/api/territories/0001000'), connections: CONNECTIONS }),
        await againstPgbench(bench, { what: 'write a row and its audit entry', port, request: post('/api/bench/notes', { words: 'Kā klājas?' }), connections: CONNECTIONS }),
      ]);
    }),
};
