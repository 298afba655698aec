import { z } from 'zod';
import { chooseSchools, type ClassRow, getSchool, getYears, listClasses, type SchoolChoices, type SchoolRow, SchoolSearch, YearInput, type Years } from '#modules/education/public.js';
import { NOT_PERSONAL, readAction } from '#platform/actions/action.js';
import { enterMarks, seeMarks } from '../permissions.js';
import { countByClass, type ClassCount } from '../store/class-counts.js';
import { mayIn } from './scope.js';

/** Where someone arrives: at their institution, or at the list of those they are responsible for. */
export const openMarks = readAction({
  name: 'marks.open-start-page',
  title: { lv: 'Atvērts vērtējumu un kavējumu reģistrs', en: 'Register of marks and absences opened' },
  permission: seeMarks,
  input: SchoolSearch,
  audit: NOT_PERSONAL,
  run: (context, search): Promise<SchoolChoices> => chooseSchools(context, search),
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
