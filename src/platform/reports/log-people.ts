import { ANONYMOUS } from '../actions/actor.js';
import { rememberTitle } from '../actions/action-titles.js';
import { writeAudit } from '../audit/write-audit.js';
import type { Write } from '../db/transaction.js';
import type { ReportRequest } from './report-request.js';

const ACTION = { name: 'platform.report-people', title: { lv: 'Izgūts pārskats ar personu datiem', en: 'Report with data of people made' } };
rememberTitle(ACTION);

/** Whose data a report holds, in the transaction that makes it ready: each of them sees it in their log, with the office that asked. */
export const logPeople = (tx: Write, { askedBy, askedByName, kind, id, format }: ReportRequest, people: ReadonlySet<string>, at: Date): Promise<void> =>
  writeAudit(tx, {
    at, actor: { ...ANONYMOUS, kind: 'user', id: askedBy, name: askedByName }, acting: null, action: ACTION.name, outcome: 'done', reason: 'own-pupils', subjects: [...people], facts: { report: kind, format, found: people.size }, requestId: id,
  });
