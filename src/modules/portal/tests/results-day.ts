import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { signInByProof } from '../../authentication/actions/sign-in-by-proof.js';
import { SESSION_COOKIE } from '../../authentication/domain/session-cookie.js';
import { countResults } from '../../exams/actions/count-results.js';
import { recordFact } from '../../exams/actions/entry-facts.js';
import { markAttendance } from '../../exams/actions/exam-day.js';
import { confirmPublication, setPublication } from '../../exams/actions/publish-results.js';
import { keepResults, publishResults } from '../../exams/permissions.js';
import { EXAM_DAY, type ExamSchools, examSchools } from '../../exams/tests/exam-schools.js';
import type { Someone } from '../../education/tests/made-up-schools.js';
import { readConfig } from '#app/config.js';
import { buildServer } from '#app/server.js';
import { fixedClock } from '#kernel/clock.js';
import { perform } from '#platform/actions/perform.js';
import { SILENT } from '#platform/log/log.js';
import { actorWith } from '#test/test-platform.js';

/** The instant from which results of grade 9 are to be seen. */
export const NINE = '2026-06-26T09:00:00+03:00';
export const RIGA = '85.254.196.1';

export interface Visit {
  readonly from?: string;
  readonly cookies?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** Behind so many trusted proxies. */
  readonly proxies?: number;
  /** To a program with real people's data. */
  readonly production?: boolean;
}

export interface ResultsDay extends ExamSchools {
  readonly pupils: Readonly<Record<'passed' | 'below' | 'absent' | 'exempt', Someone>>;
  readonly entries: Readonly<Record<'passed' | 'below' | 'absent' | 'exempt', string>>;
  /** Asks the program at an instant. */
  get(at: string, url: string, visit?: Visit): Promise<LightMyRequestResponse>;
  /** Signs a pupil in by a journal at an instant; gives the cookies of their browser. */
  session(at: string, pupil: Someone): Promise<Record<string, string>>;
  close(): Promise<void>;
}

/** Four pupils of grade 9 after mathematics, whose results are to be seen from nine o'clock. */
export async function resultsDay(): Promise<ResultsDay> {
  const s = await examSchools();
  const names = ['passed', 'below', 'absent', 'exempt'] as const;
  const people = [];
  for (const _ of names) people.push(await s.pupil());
  const sittingId = await s.sittingOf('MAT09', people);
  const ids = await Promise.all(people.map((pupil) => s.entryOf(sittingId, pupil)));
  const of = <T>(list: readonly T[]) => Object.fromEntries(names.map((name, at) => [name, list[at]!])) as Record<(typeof names)[number], T>;
  const entries = of(ids);
  await s.t.perform(recordFact, { id: entries.exempt, kind: 'exempt', ground: 'specialist-opinion', documentNr: '1-9/7', documentDate: '2026-02-02' }, s.superuser);
  const marks = (['passed', 'below', 'absent'] as const).flatMap((name) => [1, 2].map((part) => ({ entryId: entries[name], part, mark: name === 'absent' ? 'absent' : 'present' })));
  await s.on(EXAM_DAY, markAttendance, { id: sittingId, marks, rest: false }, s.superuser);
  for (const [name, first, second] of [['passed', 86, 6], ['below', 10, 2]] as const) {
    for (const [part, points] of [[1, first], [2, second]] as const) {
      await s.rows(`insert into exams.work (entry_id, part, state, half_points, points_from, changed_at, changed_by) values ($1, $2, 'received', $3, 'import', now(), 'test')
        on conflict (entry_id, part) do update set state = 'received', half_points = excluded.half_points, points_from = 'import'`, [entries[name], part, points]);
    }
  }
  const agency = (last: string) => ({ ...actorWith([keepResults, publishResults]), id: `00000000-0000-7000-8000-0000000000${last}` });
  await s.on('2026-06-10', countResults, { eventId: await s.eventOf('MAT09') }, agency('a1'));
  const { id } = await s.on('2026-06-20', setPublication, { year: 2025, stage: 'basic', term: 'main', on: '2026-06-26', time: '09:00', basis: 'Aģentūras rīkojums Nr. 7, izdomāts' }, agency('a1'));
  await s.on('2026-06-20', confirmPublication, { id, whyUnsealed: 'Bez sertifikātiem' }, agency('a2'));

  const servers = new Map<string, FastifyInstance>();
  const programAt = async (at: string, proxies: number, production: boolean) => {
    const known = servers.get(`${at} ${proxies} ${production}`);
    if (known) return known;
    const server = await buildServer(readConfig({ NODE_ENV: 'test', REQUESTS_PER_MINUTE: '100000', TRUST_PROXY: String(proxies) }), { ...s.t.platform, clock: fixedClock(at), ...(production && { installation: { ...s.t.platform.installation, production } }) }, SILENT);
    servers.set(`${at} ${proxies} ${production}`, server);
    return server;
  };
  return {
    ...s,
    pupils: of(people),
    entries,
    async get(at, url, { from = RIGA, cookies = {}, headers = {}, proxies = 0, production = false } = {}) {
      return (await programAt(at, proxies, production)).inject({ url, remoteAddress: from, cookies, headers: { accept: 'text/html', ...headers } });
    },
    async session(at, pupil) {
      const proof = { method: 'e-journal', issuer: 'e-klase', subject: pupil.id, personCode: pupil.code, name: 'Anna', level: 'low', amr: ['pwd'], evidence: {} };
      const entry = await perform({ ...s.t.platform, clock: fixedClock(at) }, signInByProof, { proof, visitor: { address: RIGA, addressPrefix: '85.254.196.0/24', device: 'Firefox' } }, { actor: actorWith([]) });
      if (entry.kind !== 'signed-in') throw new Error(`the pupil was not signed in: ${entry.kind}`);
      return { [SESSION_COOKIE]: entry.token };
    },
    async close() {
      for (const server of servers.values()) await server.close();
      await s.t.close();
    },
  };
}
