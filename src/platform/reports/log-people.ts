import { ANONYMOUS } from '../actions/actor.js';
import { rememberTitle } from '../actions/action-titles.js';
import { writeAudit } from '../audit/write-audit.js';
import type { Write } from '../db/transaction.js';
import type { ReportRequest } from './report-request.js';

const ACTION = { name: 'platform.report-people', title: { lv: 'Izgūts pārskats ar personu datiem', en: 'Report with data of people made' } };
rememberTitle(ACTION);

/** Whose data a report holds; of those in `opened` it holds what its second right opened, such as personal codes. */
export interface People {
  readonly plain: Set<string>;
  readonly opened: Set<string>;
}

/** Whose data a report holds, in the transaction that makes it ready: each of them sees it in their log, with the office that asked, and whether it got their code. */
export async function logPeople(tx: Write, { askedBy, askedByName, kind, id, format, moreScope }: ReportRequest, { plain, opened }: People, at: Date): Promise<void> {
  const actor = { ...ANONYMOUS, kind: 'user' as const, id: askedBy, name: askedByName };
  const write = (people: ReadonlySet<string>, facts: object) => writeAudit(tx, { at, actor, acting: null, action: ACTION.name, outcome: 'done', reason: 'own-pupils', subjects: [...people], facts: { report: kind, format, found: people.size, ...facts }, requestId: id });
  if (moreScope === null) return write(plain, {});
  if (opened.size > 0) await write(opened, { codes: true });
  const others = plain.difference(opened);
  if (others.size > 0 || opened.size === 0) await write(others, { codes: false });
}
