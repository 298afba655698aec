import { z } from 'zod';
import { classTitleKey, findSubject, getSchool, listClasses, nameKey } from '#modules/education/public.js';
import { NotFound } from '#kernel/errors.js';
import { same, type Text } from '#kernel/text.js';
import { type ActionContext, NOT_PERSONAL, readAction, writeAction } from '#platform/actions/action.js';
import { mapNames } from '../permissions.js';
import { endAlias, findMatch, type MatchRow } from '../store/aliases.js';
import { listTakenOfMatch, type TakenOfMatch } from '../store/waiting-names.js';
import { NO_SUCH_ALIAS } from '../texts/mapping.js';
import { getTabbedSchool, type TabbedSchool } from './school-or-own.js';

const UnmatchInput = z.object({ regNr: z.string(), kind: z.enum(['subject', 'class']).default('subject'), id: z.uuid() });
type Kind = z.infer<typeof UnmatchInput>['kind'];

export interface UnmatchForm {
  readonly school: TabbedSchool;
  readonly kind: Kind;
  readonly match: MatchRow;
  /** What the name means until now. */
  readonly meaning: Text;
  /** The rows that waited for this name and were taken when it was confirmed, by batch. */
  readonly taken: readonly TakenOfMatch[];
}

/** Before a match is taken back: what was taken by it, which stays. Numbers alone, and nobody's name. */
export const openUnmatch = readAction({
  name: 'intake.open-unmatch',
  title: { lv: 'Atvērta nosaukuma atbilstības atsaukšanas veidlapa', en: 'Form for taking back a match opened' },
  permission: mapNames,
  input: UnmatchInput,
  audit: NOT_PERSONAL,
  async run(context, { regNr, kind, id }): Promise<UnmatchForm> {
    const school = await getTabbedSchool(context, regNr);
    const match = await findMatch(context.tx, kind, school.id, id);
    if (!match || match.endedAt) throw new NotFound('no-such-alias', NO_SUCH_ALIAS);
    const keyOf = kind === 'subject' ? nameKey : classTitleKey;
    const taken = (await listTakenOfMatch(context.tx, kind, school.id, match.confirmedAt)).filter(({ name }) => keyOf(name) === keyOf(match.name));
    return { school, kind, match, meaning: await meaningOf(context, school.id, match), taken: byBatch(taken) };
  },
});

async function meaningOf({ tx, today }: Pick<ActionContext, 'tx' | 'today'>, institutionId: string, { subjectId, classId, year }: MatchRow): Promise<Text> {
  if (subjectId !== null) {
    const subject = await findSubject(tx, subjectId);
    return subject ? { lv: subject.name, en: subject.nameEn } : same(String(subjectId));
  }
  const found = year === null ? undefined : (await listClasses(tx, institutionId, year, today, today)).find(({ id }) => id === classId);
  return same(found?.title ?? '–');
}

/** A name however written is one line for each batch. */
const byBatch = (taken: readonly TakenOfMatch[]): TakenOfMatch[] =>
  [...Map.groupBy(taken, ({ batchId }) => batchId).values()].map((rows) => ({ ...rows[0]!, rows: rows.reduce((sum, one) => sum + one.rows, 0) }));

/** The name is asked about anew from now on; what was taken by it stays, and is corrected like any other mark. */
export const unmatchName = writeAction({
  name: 'intake.unmatch-name',
  title: { lv: 'Izbeigta e-žurnāla nosaukuma atbilstība', en: 'Match of an e-journal’s name ended' },
  permission: mapNames,
  input: UnmatchInput,
  async run(context, { regNr, kind, id }) {
    const { tx, actor, now } = context;
    const school = await getSchool(context, regNr);
    const match = await findMatch(tx, kind, school.id, id);
    if (!match || (await endAlias(tx, kind, school.id, id, actor.id!, now)) === 0) throw new NotFound('no-such-alias', NO_SUCH_ALIAS);
    return { school, match };
  },
  audit: ({ input, output: { school, match } }) => ({ facts: { institution: school.id, alias: input.id, kind: input.kind, name: match.name } }),
});
