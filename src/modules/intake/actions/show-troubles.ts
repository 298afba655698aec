import { z } from 'zod';
import { daysOfYear, getYears, listStays, type StayRow } from '#modules/education/public.js';
import { emptyAsNull } from '#kernel/empty-field.js';
import { addDays, type IsoDate, parseIsoDate } from '#kernel/iso-date.js';
import { type ActionContext, NOT_PERSONAL, readAction } from '#platform/actions/action.js';
import { type Cause, causeOf } from '../domain/journal.js';
import { seeBatches } from '../permissions.js';
import { listRefusedFor, type RefusedRow } from '../store/journal-calls.js';
import { type BindingRow, listBindingsOf } from '../store/journal-schools.js';
import { type ContactRow, type JournalRow, listAllJournals, listContacts } from '../store/journals.js';
import { countTroubles, listMovedPupils, listOldCallsFor, type MovedPupil, type OldCallRow, type TroubleCounts } from '../store/troubles.js';
import { LATELY_DAYS } from './keep-journals.js';
import { getSchoolOrOwn, type TabbedSchool } from './school-or-own.js';

const OfSchool = z.object({ regNr: z.string().default('') });

export interface Troubles {
  readonly school: TabbedSchool;
  readonly counts: TroubleCounts;
  readonly year: number;
}

const sinceOf = ({ today }: Pick<ActionContext, 'today'>): IsoDate => addDays(today, -LATELY_DAYS);

/** The six troubles that schools know, with how much of each there is now. */
export const showTroubles = readAction({
  name: 'intake.show-troubles',
  title: { lv: 'Apskatītas e-žurnālu kļūmes', en: 'Troubles of e-journals looked at' },
  permission: seeBatches,
  input: OfSchool,
  audit: NOT_PERSONAL,
  async run(context, { regNr }): Promise<Troubles> {
    const school = await getSchoolOrOwn(context, regNr);
    const { current: year } = await getYears(context, null);
    return { school, year, counts: await countTroubles(context.tx, school.id, year, sinceOf(context), context.today) };
  },
});

export interface RightOf {
  readonly journal: Pick<JournalRow, 'code' | 'name' | 'vendor' | 'state' | 'reason'>;
  readonly cause: Cause | null;
  readonly binding: BindingRow | null;
  readonly contacts: readonly ContactRow[];
}

export interface RightsTrouble {
  readonly school: TabbedSchool;
  readonly journals: readonly RightOf[];
  readonly refused: readonly RefusedRow[];
}

/** "No right for this institution": of each e-journal, which of the three causes it is today; and what was turned away. */
export const showRightsTrouble = readAction({
  name: 'intake.show-rights-trouble',
  title: { lv: 'Apskatīts, kāpēc e-žurnāls nedrīkst sūtīt', en: 'Looked at why an e-journal may not send' },
  permission: seeBatches,
  input: OfSchool,
  audit: NOT_PERSONAL,
  async run(context, { regNr }): Promise<RightsTrouble> {
    const { tx, today } = context;
    const school = await getSchoolOrOwn(context, regNr);
    const bindings = await listBindingsOf(tx, school.id);
    const refused = await listRefusedFor(tx, school.id, sinceOf(context));
    const journals = (await listAllJournals(tx)).filter(({ id, code, state }) => state !== 'closed' || bindings.some(({ journalId }) => journalId === id) || refused.some((one) => one.code === code));
    const contacts = await listContacts(tx, journals.map(({ id }) => id));
    return {
      school,
      refused,
      journals: journals.map((journal) => {
        const own = bindings.filter(({ journalId }) => journalId === journal.id);
        return { journal, cause: causeOf(journal, own, today), binding: own[0] ?? null, contacts: contacts.filter(({ journalId }) => journalId === journal.id) };
      }),
    };
  },
});

export interface MovedTrouble {
  readonly school: TabbedSchool;
  readonly year: { readonly year: number; readonly startsOn: IsoDate; readonly endsBefore: IsoDate };
  readonly pupils: readonly (MovedPupil & { readonly stays: readonly StayRow[]; readonly countsOn: IsoDate | null })[];
  readonly next: string | null;
}

const PUPILS = 20;

/** Who moved during the year: where each was and when, beside the day on which the mark counts. */
export const showMovedTrouble = readAction({
  name: 'intake.show-moved-trouble',
  title: { lv: 'Apskatīti gada laikā pārcēlušies izglītojamie ar saņemtiem vērtējumiem', en: 'Learners who moved during the year and whose marks arrived looked at' },
  permission: seeBatches,
  reasonNeeded: true,
  input: OfSchool.extend({ after: emptyAsNull(z.uuid()) }),
  async run(context, { regNr, after }): Promise<MovedTrouble> {
    const { tx, today } = context;
    const school = await getSchoolOrOwn(context, regNr);
    const { year } = await getYears(context, null);
    const found = await listMovedPupils(tx, school.id, year.year, today, after, PUPILS + 1);
    const pupils = found.slice(0, PUPILS);
    const stays = Map.groupBy(await listStays(tx, pupils.map(({ personId }) => personId), year.startsOn, year.endsBefore), ({ personId }) => personId);
    const days = await daysOfYear(tx, year.year);
    const withStays = pupils.map((one) => {
      const own = stays.get(one.personId) ?? [];
      const grade = Number.parseInt(own.findLast(({ institutionId }) => institutionId === school.id)?.class ?? '', 10);
      const periodEnds = one.periods.includes('S1') ? days?.firstSemesterEndsOn : days?.endsOn({ grade });
      return { ...one, stays: own, countsOn: (one.decidedOn && parseIsoDate(one.decidedOn)) || (periodEnds ?? null) };
    });
    return { school, year, pupils: withStays, next: found.length > PUPILS ? pupils.at(-1)!.personId : null };
  },
  audit: ({ output }) => ({ subjects: output.pupils.map(({ personId }) => personId), facts: { institution: output.school.id, found: output.pupils.length } }),
});

export interface AddressTrouble {
  readonly school: TabbedSchool;
  readonly calls: readonly OldCallRow[];
}

/** Which of the school's e-journals still call an old address. */
export const showAddressTrouble = readAction({
  name: 'intake.show-address-trouble',
  title: { lv: 'Apskatīts, kuri iestādes e-žurnāli lieto vecu adresi', en: 'Looked at which e-journals of an institution use an old address' },
  permission: seeBatches,
  input: OfSchool,
  audit: NOT_PERSONAL,
  async run(context, { regNr }): Promise<AddressTrouble> {
    const school = await getSchoolOrOwn(context, regNr);
    return { school, calls: await listOldCallsFor(context.tx, school.id, sinceOf(context), context.today) };
  },
});
