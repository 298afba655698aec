import { askReport } from '../../workspace/actions/ask-report.js';
import type { Actor } from '#platform/actions/actor.js';
import { makeReport } from '#platform/reports/make-report.js';
import { findRequest } from '#platform/reports/report-request.js';
import { readFile } from '#platform/reports/report-run.js';
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
