import { z } from 'zod';
import { getYears } from '#modules/education/public.js';
import { InvalidInput, NotFound } from '#kernel/errors.js';
import { same, type Text } from '#kernel/text.js';
import { type ActionContext, readAction } from '#platform/actions/action.js';
import type { Scope } from '#platform/actions/actor.js';
import { seal, unseal } from '#platform/secrets/sealed-box.js';
import { type PageKey, readPageKey, writePageKey } from '../../domain/oneroster/page-key.js';
import { BadQuery, MOST_PASSED_OVER, readQuery } from '../../domain/oneroster/rest-query.js';
import { jsonOf, OBJECTS, type ObjectFile } from '../../domain/oneroster/rest-json.js';
import { readResultId, resultId } from '../../domain/oneroster/source-id.js';
import type { ExportedRecord } from '../../domain/oneroster/write-csv.js';
import { readRoster } from '../../permissions.js';
import { listSentRecords } from '../../store/oneroster/known-records.js';
import { mayPassOver, outcomesOfResults, readPage } from '../../store/oneroster/read-page.js';
import type { RosterScope } from '../../store/oneroster/roster-scope.js';
import { COLLECTIONS, type Collection, type PathIds } from './collections.js';
import { getJournal } from '../sender.js';
import { exchangeScope } from './exchange-scope.js';

const word = z.string().max(2_000).optional();
const Asked = z.object({ path: z.string(), ids: z.record(z.string(), z.string().max(255)), limit: word, offset: word, sort: word, orderBy: word, filter: word, fields: word, after: word });

/** Why the machine of an e-journal reads: in the words of the audit log. */
export const READING_REASONS = { 'school-journal': { lv: 'Iestādes apstiprināta e-žurnāla darbs', en: 'Work of an e-journal that the institution confirmed' } } as const;

export interface ReadCollection {
  /** The answer's body: a list under the plural name, or one record under the singular one. */
  readonly body: Readonly<Record<string, unknown>>;
  /** Null where they are too many to count. */
  readonly total: number | null;
  readonly limit: number;
  /** How many records come before these; where the list was gone through by its links, as many as the links say. */
  readonly offset: number;
  /** Where the next page begins, sealed: it may say by what people are sorted. Null where there is none. */
  readonly next: string | null;
  /** Up to where pages can be asked for by `offset`; null where everywhere. */
  readonly mostPassedOver: number | null;
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
  async run(context, { path, ids: named, after: sealed, ...raw }): Promise<ReadCollection> {
    const { tx, today, installation } = context;
    const key = installation.keyFor(PAGE_KEY);
    const collection = COLLECTIONS.find((one) => one.path === path)!;
    const query = queryOf(collection, raw);
    const rights = await exchangeScope(context);
    const ids = collection.isOne && collection.file === 'results' ? await underOurs(context, rights, named) : named;
    const scope = await scopeOf(collection, ids);
    const after = sealed ? keyIn(key, sealed) : null;
    const { isOne, isWide, file } = collection;
    if (isWide && !after && !mayPassOver(file, scope, query.offset)) throw wrong('offset', TOO_FAR);
    const { records, total, next } = await readPage(tx, file, { scope, where: collection.where(ids, scope), isWide, after }, query);
    if (isOne && records.length === 0) throw new NotFound('unknownobject', NONE);
    const outcomes = file === 'results' ? await outcomesOfResults(tx, scope, records.map((one) => String(one['sourcedId']))) : new Map<string, never>();
    const address = installation.publicUrl;
    const shown = records.map((one) => chosen(jsonOf(file, one, address, outcomes.get(String(one['sourcedId']))), query.fields));
    return {
      body: isOne ? { [OBJECTS[file].single]: shown[0] } : { [file]: shown }, total, limit: query.limit, offset: query.offset, isOne, people: peopleIn(file, records),
      next: next && seal(key, writePageKey(next)).toString('base64url'), mostPassedOver: isWide && !mayPassOver(file, scope, total ?? Infinity) ? MOST_PASSED_OVER : null,
    };

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

/** A result that the e-journal put is also found under the identifier that it was put under. */
async function underOurs(context: Pick<ActionContext, 'tx' | 'actor' | 'today'>, { institutionIds }: Scope, ids: PathIds): Promise<PathIds> {
  const theirs = ids['sourcedId']!;
  if (context.actor.kind !== 'machine' || readResultId(theirs)) return ids;
  const sent = await listSentRecords(context.tx, institutionIds, { journalId: (await getJournal(context)).id, program: null }, [theirs]);
  const mark = sent.find(({ kind }) => kind === 'mark');
  return mark ? { ...ids, sourcedId: resultId(mark) } : ids;
}

function queryOf({ file, isOne }: Collection, raw: Parameters<typeof readQuery>[1]) {
  try {
    return readQuery(file, isOne ? { fields: raw.fields } : raw);
  } catch (error) {
    if (error instanceof BadQuery) throw wrong(error.parameter, same(error.message));
    throw error;
  }
}

const PAGE_KEY = 'intake: place in a OneRoster list';

/** @throws InvalidInput for what we did not write ourselves */
function keyIn(key: Buffer, sealed: string): PageKey {
  try {
    return readPageKey(unseal(key, Buffer.from(sealed, 'base64url')));
  } catch {
    throw wrong('after', NO_PLACE);
  }
}

const wrong = (field: string, message: Text): InvalidInput => new InvalidInput([{ field, message }], message);

const chosen = (record: Readonly<Record<string, unknown>>, fields: readonly string[] | null): Readonly<Record<string, unknown>> =>
  fields === null ? record : Object.fromEntries(Object.entries(record).filter(([name]) => fields.includes(name)));

/** Whose data the records are. */
function peopleIn(file: ObjectFile, records: readonly ExportedRecord[]): readonly string[] {
  const column = { users: 'sourcedId', demographics: 'sourcedId', enrollments: 'userSourcedId', results: 'studentSourcedId' }[file as string];
  return column === undefined ? [] : [...new Set(records.map((one) => String(one[column])))];
}

const TOO_FAR: Text = {
  lv: `Vairāku iestāžu sarakstā var izlaist ne vairāk kā ${MOST_PASSED_OVER} ierakstu. Tālāk ejiet pa galvenes Link adresi rel="next" vai prasiet katrai iestādei atsevišķi.`,
  en: `In a list of several institutions at most ${MOST_PASSED_OVER} records may be passed over. Go on by the address rel="next" in the header Link, or ask for each institution.`,
};
const NO_PLACE: Text = { lv: 'Parametru after dod galvenes Link adrese; to nevar veidot pašam.', en: 'The parameter after comes with an address in the header Link; it cannot be made up.' };
const NONE = { lv: 'Tāda ieraksta nav jūsu skolās.', en: 'There is no such record in your schools.' };
