import { z } from 'zod';
import { PositionInput } from '#modules/access/public.js';
import { type ClassRow, firstSchools, getSchool, getYears, listClasses, listSchools, type ListedSchool, type SchoolRow, schoolScope, YearInput, type Years } from '#modules/education/public.js';
import { NOT_PERSONAL, readAction } from '#platform/actions/action.js';
import { enterMarks, seeMarks } from '../permissions.js';
import { countByClass, type ClassCount } from '../store/class-counts.js';
import { mayIn } from './scope.js';

const PAGE = 50;

export interface MarksStart {
  /** The only institution of the actor, who needs no list. */
  readonly only: SchoolRow | null;
  readonly schools: readonly ListedSchool[];
  readonly next: string | null;
}

/** Where someone arrives: at their institution, or at the list of those they are responsible for. */
export const openMarks = readAction({
  name: 'marks.open-start-page',
  title: { lv: 'Atvērts vērtējumu un kavējumu reģistrs', en: 'Register of marks and absences opened' },
  permission: seeMarks,
  input: z.object({ words: z.string().trim().max(100).default(''), after: PositionInput }),
  audit: NOT_PERSONAL,
  async run(context, { words, after }): Promise<MarksStart> {
    const { tx, today } = context;
    const scope = await schoolScope(context);
    const few = scope.everywhere ? [] : await firstSchools(tx, scope, 2);
    if (few.length === 1) return { only: few[0]!, schools: [], next: null };
    const { current } = await getYears(context, null);
    const found = await listSchools(tx, scope, { words, year: current, day: today }, after, PAGE + 1);
    const schools = found.slice(0, PAGE);
    const last = found.length > PAGE ? schools.at(-1) : undefined;
    return { only: null, schools, next: last ? JSON.stringify([last.name, last.id]) : null };
  },
});

export interface SchoolMarks {
  readonly school: SchoolRow;
  readonly years: Years;
  readonly classes: readonly ClassRow[];
  readonly counts: readonly ClassCount[];
  readonly mayEnter: boolean;
}

/** The classes of an institution, with how many records each has by period. */
export const openSchoolMarks = readAction({
  name: 'marks.open-school',
  title: { lv: 'Atvērti iestādes vērtējumi', en: 'Marks of an institution opened' },
  permission: seeMarks,
  input: z.object({ regNr: z.string(), year: YearInput }),
  audit: NOT_PERSONAL,
  async run(context, { regNr, year: wanted }): Promise<SchoolMarks> {
    const { tx, today } = context;
    const school = await getSchool(context, regNr);
    const years = await getYears(context, wanted);
    const day = years.year.year === years.current ? today : years.year.startsOn;
    return {
      school, years,
      classes: await listClasses(tx, school.id, years.year.year, day, today),
      counts: await countByClass(tx, school.id, years.year.year),
      mayEnter: await mayIn(context, enterMarks, school.id),
    };
  },
});
