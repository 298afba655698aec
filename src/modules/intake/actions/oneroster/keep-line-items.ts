import { z } from 'zod';
import { Forbidden, invalid, NotFound } from '#kernel/errors.js';
import type { Text } from '#kernel/text.js';
import { writeAction } from '#platform/actions/action.js';
import { RestLineItem } from '../../domain/oneroster/rest-result.js';
import { periodOf } from '../../domain/oneroster/period-of.js';
import { readClassId, readLineItemId, readResultId, readSessionId } from '../../domain/oneroster/source-id.js';
import { send } from '../../permissions.js';
import { deleteOwnLineItem, findClassIn, findSessionDays, putOwnLineItem } from '../../store/oneroster/line-items.js';
import { getJournal } from '../sender.js';
import { exchangeScope } from './exchange-scope.js';
import { coded, withdrawSent, withdrawThese, type Withdrawn } from './withdraw-sent.js';

/** Line items under a vendor's own identifiers: which class, subject and period of ours they stand for. */
export const putLineItems = writeAction({
  name: 'intake.put-oneroster-line-items',
  title: { lv: 'E-žurnāls pieteica vērtējamos darbus (OneRoster)', en: 'Line items put by an e-journal (OneRoster)' },
  permission: send,
  input: z.object({ sourcedId: z.string().max(255).optional(), classId: z.string().max(255).optional(), lineItems: z.array(RestLineItem).min(1).max(2_000) }),
  async run(context, { sourcedId, classId, lineItems }): Promise<{ ids: readonly string[] }> {
    const journal = await getJournal(context);
    const { institutionIds } = await exchangeScope(context);
    for (const item of lineItems) {
      const id = sourcedId ?? item.sourcedId;
      const its = readClassId(classId ?? item.class.sourcedId);
      const session = readSessionId(item.academicSession.sourcedId);
      const found = its && (await findClassIn(context.tx, its.classId, institutionIds));
      if (!its || !found || its.subjectId === undefined || session?.period === null || session?.year !== found.year) throw new NotFound('unknownobject', NO_CLASS);
      if (readLineItemId(id)) continue;
      const days = (await findSessionDays(context.tx, found.year, session.period))!;
      const told = periodOf({ type: 'term', title: '', ...days }, item.category?.sourcedId === 'post-exam' ? 'pēcpārbaudījums' : '', item.title);
      const period = 'period' in told && ['POST', 'EXAM', 'FINAL'].includes(told.period) ? told.period : session.period;
      await putOwnLineItem(context.tx, journal.id, found.institutionId, id, { classId: its.classId, subjectId: its.subjectId, period, title: item.title }, context.now);
    }
    return { ids: sourcedId ? [sourcedId] : lineItems.map((item) => item.sourcedId) };
  },
  audit: ({ output }) => ({ facts: { lineItems: output.ids.length } }),
});

/** Forgets a vendor's own line item; results under it stay, and are taken back one by one. Ours follow from the classes. */
export const deleteLineItem = writeAction({
  name: 'intake.delete-oneroster-line-item',
  title: { lv: 'E-žurnāls atsauca vērtējamo darbu (OneRoster)', en: 'Line item deleted by an e-journal (OneRoster)' },
  permission: send,
  input: z.object({ sourcedId: z.string().max(255) }),
  async run(context, { sourcedId }): Promise<null> {
    const journal = await getJournal(context);
    const { institutionIds } = await exchangeScope(context);
    if (readLineItemId(sourcedId)) throw new Forbidden('line-item-of-the-register', OURS);
    if ((await deleteOwnLineItem(context.tx, journal.id, institutionIds, sourcedId)) === 0) throw new NotFound('unknownobject', NO_CLASS);
    return null;
  },
  audit: ({ input }) => ({ facts: { lineItem: input.sourcedId } }),
});

/** Takes a result back, under the vendor's identifier or ours: it keeps its value and its history. */
export const deleteResult = writeAction({
  name: 'intake.delete-oneroster-result',
  title: { lv: 'E-žurnāls atsauca vērtējumu (OneRoster)', en: 'Mark taken back by an e-journal (OneRoster)' },
  permission: send,
  input: z.object({ sourcedId: z.string().max(255) }),
  async run(context, { sourcedId }): Promise<Withdrawn> {
    const journal = await getJournal(context);
    const { institutionIds } = await exchangeScope(context);
    const of = { institutionIds, journalId: journal.id, program: null, channel: 'service' as const, by: context.actor.id!, at: context.now, today: context.today };
    const ours = readResultId(sourcedId);
    const done = ours
      ? institutionIds.includes(ours.institutionId)
        ? await withdrawThese(context.tx, [{ kind: 'mark', institutionId: ours.institutionId, year: ours.year, personId: ours.personId, item: ours.subjectId, period: ours.period, sourceRecord: sourcedId }], of)
        : NOTHING
      : await withdrawSent(context.tx, [sourcedId], of);
    const [closed] = done.closed;
    if (closed) throw invalid('sourcedId', coded(closed.why));
    if (done.withdrawn === 0) throw new NotFound('unknownobject', NO_RESULT);
    return done;
  },
  audit: ({ output }) => ({ subjects: output.persons, facts: { withdrawn: output.withdrawn } }),
});

const NOTHING: Withdrawn = { withdrawn: 0, persons: [], closed: [] };
const NO_CLASS: Text = { lv: 'Norādiet mūsu priekšmeta klasi un tās mācību gada semestri vai gadu.', en: 'Name a class of a subject of ours, and a semester or the year of its school year.' };
const NO_RESULT: Text = { lv: 'Tāda vērtējuma, ko būtu sūtījis šis e-žurnāls, nav.', en: 'There is no such mark that this e-journal sent.' };
const OURS: Text = { lv: 'Šis vērtējamais darbs izriet no reģistra klasēm; to nevar atsaukt.', en: 'This line item follows from the classes of the register; it cannot be deleted.' };
