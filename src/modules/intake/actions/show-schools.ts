import { z } from 'zod';
import { PositionInput } from '#modules/access/public.js';
import { firstSchools, schoolScope } from '#modules/education/public.js';
import { addDays } from '#kernel/iso-date.js';
import { NOT_PERSONAL, readAction } from '#platform/actions/action.js';
import { scopeOf } from '#platform/actions/permission.js';
import { type Cause, causeOf } from '../domain/journal.js';
import { confirmJournal, seeBatches } from '../permissions.js';
import { type BindingRow, type IntakeSchool, listBindingsOf, listIntakeSchools } from '../store/journal-schools.js';
import { type ContactRow, listContacts } from '../store/journals.js';
import { type IntakeDay, listIntakeDays } from '../store/show-batches.js';
import { getTabbedSchool, type TabbedSchool } from './school-or-own.js';

export type { BindingRow, ContactRow, IntakeDay, IntakeSchool };

const PAGE = 50;

export interface IntakeSchools {
  readonly schools: readonly IntakeSchool[];
  readonly next: string | null;
  /** The only institution of whoever works in one alone. */
  readonly only: string | null;
}

export const showIntakeSchools = readAction({
  name: 'intake.list-schools',
  title: { lv: 'Apskatīts iestāžu saraksts ar to e-žurnāliem', en: 'List of institutions with their e-journals looked at' },
  permission: seeBatches,
  input: z.object({ words: z.string().trim().max(100).default(''), after: PositionInput }),
  audit: NOT_PERSONAL,
  async run(context, { words, after }): Promise<IntakeSchools> {
    const { tx, today } = context;
    const scope = await schoolScope(context);
    const first = scope.everywhere ? [] : await firstSchools(tx, scope, 2);
    if (first.length === 1 && words === '') return { schools: [], next: null, only: first[0]!.regNr };
    const found = await listIntakeSchools(tx, scope, words, today, after, PAGE + 1);
    const last = found.length > PAGE ? found[PAGE - 1] : undefined;
    return { schools: found.slice(0, PAGE), next: last ? JSON.stringify([last.name, last.id]) : null, only: null };
  },
});

/** So many days back a school sees what came. */
const DAYS = 30;

export interface SchoolIntake {
  readonly school: TabbedSchool;
  readonly bindings: readonly (BindingRow & { readonly cause: Cause | null })[];
  readonly contacts: readonly ContactRow[];
  readonly days: readonly IntakeDay[];
  readonly mayConfirm: boolean;
}

/** Which e-journals may send for an institution, what came, and whom to call. */
export const showSchoolIntake = readAction({
  name: 'intake.show-school',
  title: { lv: 'Apskatīti iestādes e-žurnāli un no tiem saņemtais', en: 'E-journals of an institution and what they sent looked at' },
  permission: seeBatches,
  input: z.object({ regNr: z.string() }),
  audit: NOT_PERSONAL,
  async run(context, { regNr }): Promise<SchoolIntake> {
    const { tx, today, actor } = context;
    const school = await getTabbedSchool(context, regNr);
    const bindings = (await listBindingsOf(tx, school.id)).map((one) => ({ ...one, cause: causeOf(one, [one], today) }));
    const confirms = await schoolScope({ ...context, scope: scopeOf(actor, confirmJournal) });
    return {
      school,
      bindings,
      contacts: await listContacts(tx, [...new Set(bindings.map(({ journalId }) => journalId))]),
      days: await listIntakeDays(tx, school.id, addDays(today, -DAYS)),
      mayConfirm: confirms.everywhere || confirms.institutionIds.includes(school.id),
    };
  },
});
