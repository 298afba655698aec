import { askReport, openReportForm } from '../../workspace/actions/ask-report.js';
import { parseCsvObjects } from 'hucre/csv';
import { expect } from 'vitest';
import { seeResults } from '../../exams/permissions.js';
import type { Actor } from '#platform/actions/actor.js';
import { makeReport } from '#platform/reports/make-report.js';
import { findRequest } from '#platform/reports/report-request.js';
import { readFile } from '#platform/reports/report-run.js';
import { actorWith } from '#test/test-platform.js';
import { handOut } from '../permissions.js';
import { PUBLISHED_AT, type SealingSchool } from './sealing-school.js';

/** A report, as a workbook if nothing else is said, asked for and made at the instant of publication. */
export async function askedReport(s: SealingSchool, kind: string, answers: object, actor: Actor, format: 'xlsx' | 'csv' = 'xlsx'): Promise<Buffer> {
  const { requestId } = await s.when(PUBLISHED_AT, askReport, { kind, ...answers, format, lang: 'lv' }, actor);
  const platform = s.at(PUBLISHED_AT);
  await makeReport.run({ platform, now: platform.clock.now() }, { requestId });
  const request = (await findRequest(s.t.database.primary, requestId))!;
  if (request.state !== 'done') throw new Error(`the report is ${request.state}: ${request.failureEn ?? ''}`);
  return Buffer.concat(await Array.fromAsync(readFile(s.t.database.read, { requestId, runId: request.runId! })));
}

const [OWN, CHOSEN] = ['Pašvaldība dienas kartē', 'Pašvaldība izvēlētajā kartē'] as const;

/** The four pupils of the school stand once in each report, whatever the map; and numbers are those of the day asked for. */
export async function expectSameRowsOnBothMaps(s: SealingSchool): Promise<void> {
  const asker: Actor = { ...actorWith([seeResults, handOut]), id: '00000000-0000-7000-8000-0000000000b7' };
  const rowsOf = async (kind: string, question: object) => parseCsvObjects((await askedReport(s, kind, question, asker, 'csv')).toString(), { header: true }).data as unknown as Record<string, string>[];
  for (const [kind, question] of [['exam-results', { event: s.eventId }], ['exam-applicants', { from: '2026-01-01', to: '2026-12-31' }], ['certificate-numbers', { year: 2025 }]] as const) {
    const [present, old] = [await rowsOf(kind, question), await rowsOf(kind, { ...question, edition: '2009-07-01' })];
    const without = (rows: typeof old) => rows.map(({ [CHOSEN]: _chosen, ...row }) => row);
    expect([kind, present.length, without(old)]).toEqual([kind, 4, without(present)]);
    for (const row of [...present, ...old]) expect([row[OWN], row[CHOSEN]]).not.toContain('');
    for (const row of present) expect(row[CHOSEN]).toBe(row[OWN]);
  }
  expect(await rowsOf('certificate-numbers', { year: 2025, on: '2026-06-01' })).toEqual([]);
  await expect(rowsOf('certificate-numbers', { year: 2025, on: '2099-01-01' })).rejects.toMatchObject({ fields: [{ field: 'on' }] });
}

/** What can be chosen is what the asker's institutions took part in, of the kind chosen before; an institution is chosen as the list names it, and entries by the minute. */
export async function expectChoicesOfTheirOwn(s: SealingSchool): Promise<void> {
  const of = (institutionId: string): Actor => ({ ...actorWith([seeResults], { everywhere: false, institutionIds: [institutionId] }), id: '00000000-0000-7000-8000-0000000000b7' });
  const offered = async (institutionId: string, chosen: object = {}) => {
    const { fields } = await s.when(PUBLISHED_AT, openReportForm, { kind: 'exam-results', ...chosen }, of(institutionId));
    return Object.fromEntries(fields.map(({ name, options }) => [name, options.map(({ value }) => value)]));
  };
  const own = await offered(s.institutions[0]!);
  expect([own['event'], own['regNr']]).toEqual([[s.eventId], [expect.stringContaining(`(${s.regNrs[0]})`)]]);
  expect((await offered(s.institutions[0]!, { examKind: 'monitoring work' }))['event']).toEqual([]);
  expect((await offered(s.institutions[1]!))['event']).toEqual([]);
  const entries = async (question: object) => parseCsvObjects((await askedReport(s, 'exam-applicants', { from: '2026-02-10', to: '2026-02-10', regNr: own['regNr']![0], ...question }, of(s.institutions[0]!), 'csv')).toString(), { header: true }).data.length;
  const [registered] = await s.rows<{ first: string; last: string }>(`select to_char(min(registered_at at time zone 'Europe/Riga'), 'HH24:MI') as first, to_char(max(registered_at at time zone 'Europe/Riga') + interval '1 minute', 'HH24:MI') as last from exams.entry where event_id = $1`, [s.eventId]);
  expect([await entries({}), await entries({ toTime: registered!.first }) > 0, await entries({ fromTime: registered!.last })]).toEqual([4, true, 0]);
  for (const regNr of [s.regNrs[1], 'Kaut kāda skola']) await expect(entries({ regNr })).rejects.toMatchObject({ fields: [{ field: 'regNr' }] });
  await expect(entries({ fromTime: '9:00', toTime: '8:00' })).rejects.toMatchObject({ fields: [{ field: 'toTime' }] });
}
