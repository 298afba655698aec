import { z } from 'zod';
import { findSubject, nameKey } from '#modules/education/public.js';
import { Conflict } from '#kernel/errors.js';
import { writeAction } from '#platform/actions/action.js';
import { retryWaitingRows } from '../jobs/retry-waiting.js';
import { keepJournals } from '../permissions.js';
import { insertSubjectAlias, listAgreed } from '../store/aliases.js';
import { listInstitutionsWaitingFor } from '../store/waiting-names.js';
import { NOT_AGREED } from '../texts/mapping.js';
import { getJournal } from './keep-journals.js';

/**
 * What several schools decided alike about a name becomes what the e-journal means by it everywhere; a school’s own decision goes before it.
 * Schools where rows wait for the name get them taken in the background.
 */
export const spreadAlias = writeAction({
  name: 'intake.spread-alias',
  title: { lv: 'Priekšmeta nosaukuma atbilstība attiecināta uz visām e-žurnāla iestādēm', en: 'Match of a subject’s name extended to all institutions of an e-journal' },
  permission: keepJournals,
  input: z.object({ code: z.string(), name: z.string().min(1).max(300) }),
  async run({ tx, actor, now, enqueue }, { code, name }) {
    const journal = await getJournal(tx, code);
    const agreed = (await listAgreed(tx, journal.id)).find((one) => one.nameKey === nameKey(name));
    const subject = agreed && (await findSubject(tx, agreed.subjectId));
    if (!subject) throw new Conflict('not-agreed', NOT_AGREED);
    const alias = await insertSubjectAlias(tx, { institutionId: null, journalId: journal.id, name: agreed.name, nameKey: agreed.nameKey, subjectId: subject.id, isOffered: true }, actor.id!, now);
    const institutions = await listInstitutionsWaitingFor(tx, journal.id, agreed.nameKey);
    for (const institutionId of institutions) await enqueue(retryWaitingRows, { institutionId, after: null });
    return { journal, subject, alias, name: agreed.name, institutions: institutions.length };
  },
  audit: ({ output: { journal, subject, alias, name, institutions } }) => ({ facts: { journal: journal.id, alias, name, subject: subject.id, institutions } }),
});
