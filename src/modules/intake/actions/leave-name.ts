import { z } from 'zod';
import { classTitleKey, getSchool, nameKey } from '#modules/education/public.js';
import { invalid } from '#kernel/errors.js';
import { NOT_PERSONAL, readAction, writeAction } from '#platform/actions/action.js';
import { mapNames } from '../permissions.js';
import { dropWaiting, insertUnmatched, listWaitingNames } from '../store/waiting-names.js';
import { NAME_NOT_WAITING, SAY_WHY } from '../texts/mapping.js';
import { getSchoolOrOwn } from './school-or-own.js';

export const openLeave = readAction({
  name: 'intake.open-unmatched-name',
  title: { lv: 'Atvērta veidlapa nosaukumam, kam nekas neder', en: 'Form for a name that nothing fits opened' },
  permission: mapNames,
  input: z.object({ regNr: z.string().default('') }),
  audit: NOT_PERSONAL,
  run: (context, { regNr }) => getSchoolOrOwn(context, regNr),
});

/**
 * Neither of what was suggested: the name is left for later with a comment, or its rows are dropped with a reason. Dropped rows are never
 * taken; the journal may send them again under another name.
 */
export const leaveName = writeAction({
  name: 'intake.leave-name-unmatched',
  title: { lv: 'E-žurnāla nosaukums atstāts nesaskaņots', en: 'E-journal’s name left unmatched' },
  permission: mapNames,
  input: z.object({
    regNr: z.string(), kind: z.enum(['subject', 'class']), name: z.string().min(1).max(300), decision: z.enum(['left', 'dropped']), comment: z.string().trim().max(500).default(''),
  }),
  async run(context, { regNr, kind, name, decision, comment }) {
    const { tx, actor, now } = context;
    const school = await getSchool(context, regNr);
    if (comment.length < 3) throw invalid('comment', SAY_WHY);
    const key = kind === 'subject' ? nameKey(name) : classTitleKey(name);
    const waiting = await listWaitingNames(tx, kind, school.id, { key });
    if (waiting.length === 0) throw invalid('name', NAME_NOT_WAITING);
    const rows = waiting.reduce((sum, one) => sum + one.rows, 0);
    await insertUnmatched(tx, { institutionId: school.id, kind, nameKey: key, decision, comment, rows }, actor.id!, now);
    if (decision === 'dropped') await dropWaiting(tx, kind, school.id, key, actor.id!, now);
    return { school, rows };
  },
  audit: ({ input, output }) => ({ facts: { institution: output.school.id, kind: input.kind, name: input.name, decision: input.decision, comment: input.comment, rows: output.rows } }),
});
