import { z } from 'zod';
import type { Text } from '#kernel/text.js';
import { emptyAsNull } from '#kernel/empty-field.js';
import { chooseSchools, getSchool, type SchoolChoices, type SchoolRow, SchoolSearch, YearInput } from '#modules/education/public.js';
import { type ActionContext, NOT_PERSONAL, readAction } from '#platform/actions/action.js';
import { approveProtocols, leadExams, registerEntries, seeCodes, seeSittings } from '../permissions.js';
import { countTabs, type EntryList, type ListedEntry, listEntries, SORTS, streamEntries, type Tab, type TabCounts, TABS } from '../store/entries.js';
import { listProtocols, listRooms, type ProtocolRow, type RoomRow } from '../store/exam-day.js';
import { type EventAt, holdsExams, listEventsAt, type SittingRow } from '../store/sittings.js';
import { besideSitting } from './contributed.js';
import { getSitting, mayAt } from './scope.js';
import { chooseYear } from './show-catalogue.js';

export { type ListedEntry, type Tab, TABS };

/** Where someone arrives: at their institution, or at the list of those they are responsible for. */
export const openSittings = readAction({
  name: 'exams.open-start-page',
  title: { lv: 'Atvērtas pārbaudījumu norises', en: 'Sittings of exams opened' },
  permission: seeSittings,
  input: SchoolSearch,
  audit: NOT_PERSONAL,
  run: (context, search): Promise<SchoolChoices> => chooseSchools(context, search, holdsExams(context.today)),
});

export interface SchoolSittings {
  readonly school: SchoolRow;
  readonly years: readonly number[];
  readonly year: number;
  readonly events: readonly EventAt[];
  readonly mayRegister: boolean;
}

/** The exams of a year that concern an institution, with how many are registered for each; nobody is named. */
export const openSchoolSittings = readAction({
  name: 'exams.open-school',
  title: { lv: 'Apskatītas iestādes pārbaudījumu norises', en: 'Sittings of an institution looked at' },
  permission: seeSittings,
  input: z.object({ regNr: z.string(), year: YearInput }),
  audit: NOT_PERSONAL,
  async run(context, { regNr, year: wanted }): Promise<SchoolSittings> {
    const school = await getSchool(context, regNr);
    const { years, year } = await chooseYear(context, wanted);
    return { school, years, year, events: await listEventsAt(context.tx, school.id, year), mayRegister: await mayAt(context, registerEntries, school.id) };
  },
});

const PAGE = 100;
const list = {
  id: z.uuid(), tab: z.enum([...TABS, '']).default('').transform((tab) => (tab === '' ? ('registered' as const) : tab)), sort: z.enum([...SORTS, '']).default('').transform((sort) => (sort === '' ? ('name' as const) : sort)),
  order: z.enum(['asc', 'desc', '']).default(''),
};
const ListInput = z.object({ ...list, after: emptyAsNull(z.uuid()) });

export interface MayDo {
  readonly register: boolean;
  readonly lead: boolean;
  readonly approve: boolean;
}

export interface ShownSitting {
  readonly sitting: SittingRow;
  readonly list: Omit<EntryList, 'today' | 'sittingId' | 'parts'>;
  readonly entries: readonly ListedEntry[];
  readonly next: string | null;
  readonly counts: TabCounts;
  readonly rooms: readonly RoomRow[];
  /** The protocol that holds: handed in or approved. */
  readonly protocol: ProtocolRow | null;
  readonly may: MayDo;
  /** What other modules have of this sitting. */
  readonly beside: readonly { readonly words: Text; readonly href: string }[];
}

async function listOf(context: ActionContext, sitting: SittingRow, { tab, sort, order }: Pick<z.infer<typeof ListInput>, 'tab' | 'sort' | 'order'>): Promise<EntryList> {
  const withCodes = await mayAt(context, seeCodes, sitting.institutionId);
  return { sittingId: sitting.id, tab, sort: tab === 'rooms' && sort === 'name' ? 'room' : sort, descending: order === 'desc', parts: sitting.parts, withCodes, today: context.today };
}

/** One side of a sitting: its table with everything said about each. */
export const viewSitting = readAction({
  name: 'exams.view-sitting',
  title: { lv: 'Apskatīti pārbaudījuma kārtotāji', en: 'Candidates of an exam looked at' },
  permission: seeSittings,
  input: ListInput,
  reasonNeeded: true,
  async run(context, { id, after, ...asked }): Promise<ShownSitting> {
    const { tx } = context;
    const sitting = await getSitting(context, id);
    const wanted = await listOf(context, sitting, asked);
    const found = await listEntries(tx, wanted, after, PAGE + 1);
    const entries = found.slice(0, PAGE);
    const protocols = await listProtocols(tx, id);
    return {
      sitting, list: wanted, entries, counts: await countTabs(tx, id, sitting.parts), rooms: wanted.tab === 'rooms' ? await listRooms(tx, id) : [],
      next: found.length > PAGE ? entries.at(-1)!.id : null,
      protocol: protocols.find(({ state }) => state !== 'returned') ?? null,
      beside: await besideSitting(context, sitting),
      may: { register: await mayAt(context, registerEntries, sitting.institutionId), lead: await mayAt(context, leadExams, sitting.institutionId), approve: await mayAt(context, approveProtocols, sitting.institutionId) },
    };
  },
  audit: ({ output }) => ({ subjects: output.entries.map(({ personId }) => personId), facts: { sitting: output.sitting.id, exam: output.sitting.code, year: output.sitting.year, codes: output.list.withCodes, found: output.entries.length } }),
});

/** Everybody of one side of a sitting as a file, by the rights of the screen. */
export const exportSitting = readAction({
  name: 'exams.export-sitting',
  title: { lv: 'Izgūti pārbaudījuma kārtotāji', en: 'Candidates of an exam exported' },
  permission: seeSittings,
  input: z.object({ ...list, format: z.enum(['xlsx', 'csv']) }),
  reasonNeeded: true,
  async run(context, { id, format, ...asked }) {
    const sitting = await getSitting(context, id);
    const wanted = await listOf(context, sitting, asked);
    const subjects = new Set<string>();
    for await (const row of streamEntries(context.tx, wanted)) subjects.add(row.personId);
    return { sitting, list: wanted, format, subjects, rows: streamEntries(context.tx, wanted) };
  },
  audit: ({ output }) => ({ subjects: [...output.subjects], facts: { sitting: output.sitting.id, exam: output.sitting.code, year: output.sitting.year, codes: output.list.withCodes, format: output.format, found: output.subjects.size } }),
});
