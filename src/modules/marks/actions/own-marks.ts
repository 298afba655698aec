import { z } from 'zod';
import { findLearner, type LearnerRow, listWards, type WardRow } from '#modules/persons/public.js';
import { emptyAsNull } from '#kernel/empty-field.js';
import { Forbidden, NotFound } from '#kernel/errors.js';
import { type ActionContext, readAction } from '#platform/actions/action.js';
import { EVERYWHERE } from '#platform/actions/actor.js';
import { SIGNED_IN } from '#platform/actions/permission.js';
import { listPeopleWithRecords } from '../store/records.js';
import { type PersonRecords, recordsOfPerson } from './person-records.js';
import { getAddressed, recordAddress } from './record-input.js';
import { NOT_IN_REGISTER, NOT_YOUR_CHILD } from './refusals.js';
import { type RecordPage, recordPageOf } from './view-record.js';

export interface OwnMarks extends PersonRecords {
  /** Whose marks are shown: one's own, or those of a child. */
  readonly person: LearnerRow;
  readonly self: LearnerRow;
  readonly wards: readonly WardRow[];
}

/** One's own marks and absences, or those of a child one acts for today: everything that the register holds, of all schools and years. */
export const viewOwnMarks = readAction({
  name: 'marks.view-own',
  title: { lv: 'Apskatīti savi vai sava bērna vērtējumi un kavējumi', en: 'Own marks and absences, or those of one’s child, looked at' },
  permission: SIGNED_IN,
  input: z.object({ person: emptyAsNull(z.uuid()) }),
  async run(context, { person: wanted }): Promise<OwnMarks> {
    const { self, wards } = await getSelf(context);
    if (wanted !== null && !isOwn(wanted, self, wards)) throw new Forbidden('not-your-child', NOT_YOUR_CHILD);
    const shown = wanted ?? (await firstWithRecords(context, [self.id, ...wards.map(({ id }) => id)]));
    const person = shown === self.id ? self : (await findLearner(context.tx, shown, context.today))!;
    return { person, self, wards, ...(await recordsOfPerson(context, shown, null, EVERYWHERE)) };
  },
  audit: ({ output }) => ({ subjects: [output.person.id], facts: { found: output.records.length } }),
});

/** One record with its whole way, for whom it is about and for who acts for them: what it was before and why it was changed, and who has had it. */
export const viewOwnRecord = readAction({
  name: 'marks.view-own-record',
  title: { lv: 'Apskatīts savs vai sava bērna vērtējums vai kavējums', en: 'Own mark or absence, or that of one’s child, looked at' },
  permission: SIGNED_IN,
  input: z.object(recordAddress),
  async run(context, input): Promise<RecordPage> {
    const { self, wards } = await getSelf(context);
    const addressed = await getAddressed({ ...context, scope: EVERYWHERE }, input);
    if (!isOwn(addressed.member.personId, self, wards)) throw new Forbidden('not-your-child', NOT_YOUR_CHILD);
    // Names of the school's staff are for those who keep the records.
    return { ...(await recordPageOf(context, addressed, false)), names: new Map() };
  },
  audit: ({ input, output }) => ({ subjects: [output.member.personId], facts: { record: input.kind, year: input.year, period: input.period } }),
});

async function getSelf({ tx, actor, today }: Pick<ActionContext, 'tx' | 'actor' | 'today'>): Promise<{ self: LearnerRow; wards: readonly WardRow[] }> {
  const self = actor.personId ? await findLearner(tx, actor.personId, today) : undefined;
  if (!self) throw new NotFound('not-in-register', NOT_IN_REGISTER);
  return { self, wards: await listWards(tx, self.id, today) };
}

const isOwn = (personId: string, self: LearnerRow, wards: readonly WardRow[]): boolean => personId === self.id || wards.some(({ id }) => id === personId);

/** Whoever never learnt anything here and acts for children has come for the first of them who did. */
async function firstWithRecords(context: Pick<ActionContext, 'tx' | 'today'>, people: readonly string[]): Promise<string> {
  const known = new Set(await listPeopleWithRecords(context.tx, people));
  return people.find((id) => known.has(id)) ?? people[0]!;
}
