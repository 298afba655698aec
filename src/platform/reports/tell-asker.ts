import { dayInRiga } from '#kernel/clock.js';
import { readableDay } from '#kernel/iso-date.js';
import { fill, same, type Text } from '#kernel/text.js';
import type { Platform } from '../actions/perform.js';
import type { Write } from '../db/transaction.js';
import { enqueuer } from '../jobs/job.js';
import { notify } from '../notices/notify.js';
import type { ReportKind } from './report-kind.js';
import type { ReportRequest } from './report-request.js';

/** Tells whoever asked for a report, and may have left the page, that its file waits for them; once. */
export const tellReady = (platform: Platform, tx: Write, request: ReportRequest, { title }: ReportKind, expiresAt: Date, now: Date): Promise<void> =>
  tell(platform, tx, request, { subject: fill(READY, { lv: title.lv, en: title.en }), body: fill(FETCH, { until: readableDay(dayInRiga(expiresAt)) }) }, now);

/** The same of one that will not be made. */
export function tellFailed(platform: Platform, tx: Write, request: ReportRequest, reason: Text, now: Date): Promise<void> {
  const title = platform.contributions.reports.find(({ name }) => name === request.kind)?.title ?? same(request.kind);
  return tell(platform, tx, request, { subject: fill(NOT_MADE, { lv: title.lv, en: title.en }), body: reason }, now);
}

async function tell({ jobs, contributions }: Platform, tx: Write, { id, askedBy, lang }: ReportRequest, words: { subject: Text; body: Text }, now: Date): Promise<void> {
  const [asker] = await contributions.directory.usersById(tx, [askedBy], dayInRiga(now));
  const context = { tx, enqueue: enqueuer(tx, jobs), now };
  await notify(context, { userId: askedBy, email: asker?.email || null, kind: 'platform.report', ...words, link: '/reports', lang, onceKey: `platform.report:${id}` });
}

const READY: Text = { lv: 'Pārskats ir gatavs: {lv}', en: 'The report is ready: {en}' };
const NOT_MADE: Text = { lv: 'Pārskatu neizdevās sagatavot: {lv}', en: 'The report could not be made: {en}' };
const FETCH: Text = { lv: 'Datni var lejupielādēt sadaļā “Pārskati” līdz {until}', en: 'Its file can be downloaded under “Reports” until {until}' };
