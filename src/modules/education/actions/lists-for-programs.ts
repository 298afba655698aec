import { z } from 'zod';
import { emptyAsNull } from '#kernel/empty-field.js';
import { type IsoDate, IsoDateInput } from '#kernel/iso-date.js';
import { jsonInput } from '#kernel/json-input.js';
import { NOT_PERSONAL, readAction } from '#platform/actions/action.js';
import { CLASS_KIND_NAMES } from '../domain/class-kinds.js';
import { seePupils } from '../permissions.js';
import { type ClassRow, searchClasses } from '../store/classes.js';
import { type ListedMember, listMembers } from '../store/member-list.js';
import { Grade } from './classifier-inputs.js';
import { checkInYear, getSchool, getYears, schoolScope } from './school-scope.js';
import { YearInput } from './start-page.js';

const PAGE = 100;
const RegNr = emptyAsNull(z.string().trim().regex(/^\d{10}$/));

export interface ClassList {
  readonly year: number;
  readonly on: IsoDate;
  readonly classes: readonly ClassRow[];
  readonly next: string | null;
}

/** Classes and groups of a school year in the actor's institutions, a page at a time. */
export const findClasses = readAction({
  name: 'education.find-classes',
  title: { lv: 'Meklētas klases un grupas', en: 'Classes and groups searched for' },
  permission: seePupils,
  input: z.object({ regNr: RegNr, year: YearInput, kind: emptyAsNull(z.enum(CLASS_KIND_NAMES)), grade: emptyAsNull(Grade), on: emptyAsNull(IsoDateInput), after: emptyAsNull(jsonInput(z.tuple([z.string(), z.uuid()]))) }),
  audit: NOT_PERSONAL,
  async run(context, { regNr, year: wanted, kind, grade, on, after }): Promise<ClassList> {
    const { tx, today } = context;
    if (regNr) await getSchool(context, regNr);
    const { year } = await getYears(context, wanted);
    if (on) checkInYear(year, 'on', on);
    const day = on ?? (today >= year.startsOn && today < year.endsBefore ? today : year.startsOn);
    const found = await searchClasses(tx, await schoolScope(context), { regNr, year: year.year, kind, grade, day }, after, today, PAGE + 1);
    const classes = found.slice(0, PAGE);
    const last = found.length > PAGE ? classes.at(-1) : undefined;
    return { year: year.year, on: day, classes, next: last ? JSON.stringify([last.regNr, last.id]) : null };
  },
});

export interface MemberList {
  readonly on: IsoDate;
  readonly members: readonly ListedMember[];
  readonly next: string | null;
}

/** Who is a member of the actor's institutions on a day, a page at a time; everyone on the page is logged. */
export const findMembers = readAction({
  name: 'education.find-members',
  title: { lv: 'Apskatīts izglītojamo saraksts', en: 'List of learners looked at' },
  permission: seePupils,
  input: z.object({ regNr: RegNr, classId: emptyAsNull(z.uuid()), on: emptyAsNull(IsoDateInput), after: emptyAsNull(z.uuid()) }),
  reasonNeeded: true,
  async run(context, { regNr, classId, on, after }): Promise<MemberList> {
    const { tx, today } = context;
    if (regNr) await getSchool(context, regNr);
    const day = on ?? today;
    const found = await listMembers(tx, await schoolScope(context), { regNr, classId, day }, after, today, PAGE + 1);
    const members = found.slice(0, PAGE);
    return { on: day, members, next: found.length > PAGE ? members.at(-1)!.id : null };
  },
  audit: ({ output }) => ({ subjects: output.members.map((one) => one.personId), facts: { found: output.members.length, on: output.on } }),
});
