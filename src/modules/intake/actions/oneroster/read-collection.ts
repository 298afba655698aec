import { z } from 'zod';
import { getYears } from '#modules/education/public.js';
import { InvalidInput, NotFound } from '#kernel/errors.js';
import { same } from '#kernel/text.js';
import { readAction } from '#platform/actions/action.js';
import { BadQuery, readQuery } from '../../domain/oneroster/rest-query.js';
import { jsonOf, OBJECTS, type ObjectFile } from '../../domain/oneroster/rest-json.js';
import type { ExportedRecord } from '../../domain/oneroster/write-csv.js';
import { readRoster } from '../../permissions.js';
import { outcomesOfResults, readPage } from '../../store/oneroster/read-page.js';
import type { RosterScope } from '../../store/oneroster/roster-scope.js';
import { COLLECTIONS, type Collection, type PathIds } from './collections.js';
import { exchangeScope } from './exchange-scope.js';

const word = z.string().max(2_000).optional();
const Asked = z.object({ path: z.string(), ids: z.record(z.string(), z.string().max(255)), limit: word, offset: word, sort: word, orderBy: word, filter: word, fields: word });

/** Why the machine of an e-journal reads: in the words of the audit log. */
export const READING_REASONS = { 'school-journal': { lv: 'Iestādes apstiprināta e-žurnāla darbs', en: 'Work of an e-journal that the institution confirmed' } } as const;

export interface ReadCollection {
  /** The answer's body: a list under the plural name, or one record under the singular one. */
  readonly body: Readonly<Record<string, unknown>>;
  readonly total: number;
  readonly limit: number;
  readonly offset: number;
  readonly isOne: boolean;
  readonly people: readonly string[];
}

/**
 * A list of the OneRoster REST services, of the schools that confirmed the e-journal that asks, in the school year that goes on (others by
 * the identifiers of their sessions, classes and results). Whose data was given is logged.
 */
export const readCollection = readAction({
  name: 'intake.read-oneroster',
  title: { lv: 'E-žurnālam nodoti klašu, skolēnu un vērtējumu dati (OneRoster)', en: 'Classes, pupils and marks given to an e-journal (OneRoster)' },
  permission: readRoster,
  input: Asked,
  reasonNeeded: true,
  async run(context, { path, ids, ...raw }): Promise<ReadCollection> {
    const { tx, today } = context;
    const collection = COLLECTIONS.find((one) => one.path === path)!;
    const query = queryOf(collection, raw);
    const rights = await exchangeScope(context);
    const scope = await scopeOf(collection, ids);
    const { records, total } = await readPage(tx, collection.file, scope, collection.where(ids, scope), query);
    if (collection.isOne && records.length === 0) throw new NotFound('unknownobject', NONE);
    const outcomes = collection.file === 'results' ? await outcomesOfResults(tx, scope, records.map((one) => String(one['sourcedId']))) : new Map<string, never>();
    const address = context.installation.publicUrl;
    const shown = records.map((one) => chosen(jsonOf(collection.file, one, address, outcomes.get(String(one['sourcedId']))), query.fields));
    const { single } = OBJECTS[collection.file];
    return { body: collection.isOne ? { [single]: shown[0] } : { [collection.file]: shown }, total, limit: query.limit, offset: query.offset, isOne: collection.isOne, people: peopleIn(collection.file, records) };

    async function scopeOf({ narrow }: Collection, of: PathIds): Promise<RosterScope> {
      const found = await narrow(tx, of);
      const { institutionId, year, ...narrower } = found ?? {};
      const covered = institutionId === undefined || rights.everywhere || rights.institutionIds.includes(institutionId);
      if (!found || !covered) throw new NotFound('unknownobject', NONE);
      const institutionIds = institutionId === undefined ? rights.institutionIds : [institutionId];
      return { institutionIds, year: year ?? (await getYears(context, null)).year.year, today, ...narrower };
    }
  },
  audit: ({ input, output }) => ({ subjects: output.people, facts: { path: input.path, given: output.isOne ? 1 : (Object.values(output.body)[0] as readonly unknown[]).length } }),
});

function queryOf({ file, isOne }: Collection, raw: Parameters<typeof readQuery>[1]) {
  try {
    return readQuery(file, isOne ? { fields: raw.fields } : raw);
  } catch (error) {
    if (error instanceof BadQuery) throw new InvalidInput([{ field: error.parameter, message: same(error.message) }], same(error.message));
    throw error;
  }
}

const chosen = (record: Readonly<Record<string, unknown>>, fields: readonly string[] | null): Readonly<Record<string, unknown>> =>
  fields === null ? record : Object.fromEntries(Object.entries(record).filter(([name]) => fields.includes(name)));

/** Whose data the records are. */
function peopleIn(file: ObjectFile, records: readonly ExportedRecord[]): readonly string[] {
  const column = { users: 'sourcedId', demographics: 'sourcedId', enrollments: 'userSourcedId', results: 'studentSourcedId' }[file as string];
  return column === undefined ? [] : [...new Set(records.map((one) => String(one[column])))];
}

const NONE = { lv: 'Tāda ieraksta nav jūsu skolās.', en: 'There is no such record in your schools.' };
