import { z } from 'zod';
import { emptyAsNull } from '#kernel/empty-field.js';
import { scopeOf } from '#platform/actions/permission.js';
import { isNowhere } from '#platform/actions/actor.js';
import { NOT_PERSONAL, readAction } from '#platform/actions/action.js';
import { keepClasses, keepPupils, orderRollover, seePupils } from '../permissions.js';
import { type ClassRow, listClasses } from '../store/classes.js';
import type { SchoolRow } from '../store/institutions.js';
import { countWaiting, type ForgottenRow, listForgotten, type Waiting } from '../store/waiting.js';
import { chooseSchools, type SchoolChoices, SchoolSearch } from './school-choices.js';
import { getSchool, getYears, type Years } from './school-scope.js';

/** A school year as an address or a program carries it. */
export const YearInput = emptyAsNull(z.coerce.string().regex(/^\d{4}$/).transform(Number));

/** Where someone arrives: at their institution, or at the list of those they are responsible for. */
export const openEducation = readAction({
  name: 'education.open-start-page',
  title: { lv: 'Atvērts izglītības reģistrs', en: 'Education register opened' },
  permission: seePupils,
  input: SchoolSearch,
  audit: NOT_PERSONAL,
  run: (context, search): Promise<SchoolChoices> => chooseSchools(context, search),
});

export interface May {
  readonly keepPupils: boolean;
  readonly keepClasses: boolean;
  readonly order: boolean;
}

export interface SchoolStart extends Years {
  readonly school: SchoolRow;
  readonly classes: readonly ClassRow[];
  readonly waiting: Waiting;
  readonly may: May;
}

/** An institution's classes of a school year with their numbers, and what waits for its staff. */
export const openSchool = readAction({
  name: 'education.open-school',
  title: { lv: 'Atvērta iestāde izglītības reģistrā', en: 'Institution opened in the education register' },
  permission: seePupils,
  input: z.object({ regNr: z.string(), year: YearInput }),
  audit: NOT_PERSONAL,
  async run(context, { regNr, year: wanted }): Promise<SchoolStart> {
    const { tx, today, actor } = context;
    const school = await getSchool(context, regNr);
    const years = await getYears(context, wanted);
    const { year, current } = years;
    const day = year.year === current ? today : year.startsOn;
    const holds = async (permission: typeof keepPupils) => !isNowhere(scopeOf(actor, permission)) && (await getSchool({ ...context, scope: scopeOf(actor, permission) }, regNr).then(() => true, () => false));
    const may = { keepPupils: await holds(keepPupils), keepClasses: await holds(keepClasses), order: await holds(orderRollover) };
    return { ...years, school, may, classes: await listClasses(tx, school.id, year.year, day, today), waiting: await countWaiting(tx, school.id, current, today) };
  },
});

export interface Forgotten {
  readonly school: SchoolRow;
  readonly kind: 'without-class' | 'leavers';
  readonly rows: readonly ForgottenRow[];
}

/** Members without a class, or leavers still in a group: what to put in order. */
export const listToPutInOrder = readAction({
  name: 'education.list-to-put-in-order',
  title: { lv: 'Apskatīti sakārtojamie izglītojamie', en: 'Pupils to be put in order looked at' },
  permission: keepPupils,
  input: z.object({ regNr: z.string(), kind: z.enum(['without-class', 'leavers']) }),
  async run(context, { regNr, kind }): Promise<Forgotten> {
    const school = await getSchool(context, regNr);
    const { current } = await getYears(context, null);
    return { school, kind, rows: await listForgotten(context.tx, school.id, kind, current, context.today, 200) };
  },
  audit: ({ output }) => ({ subjects: output.rows.map((row) => row.personId), facts: { institution: output.school.id, found: output.rows.length } }),
});
