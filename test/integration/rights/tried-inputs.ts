import { z } from 'zod';
import { COLLECTIONS } from '#modules/intake/actions/oneroster/collections.js';
import type { Reading } from './reading-actions.js';

export type Input = Readonly<Record<string, unknown>>;

/** What inputs can name: rows by `schema.table`, and schools by registration number. */
export interface Named {
  readonly rows: ReadonlyMap<string, readonly string[]>;
  readonly schools: readonly string[];
  readonly units: readonly number[];
  readonly atvks: readonly string[];
}

const CHOICES = z.object({ enum: z.array(z.union([z.string(), z.number()])) });

/** Fields that name a row of another register than the action's own. */
const TABLE_OF: Readonly<Record<string, string>> = { 'education.view-pupil id': 'education.member', class: 'education.class', classId: 'education.class', membershipId: 'education.membership', eventId: 'exams.event', person: 'persons.person' };
/** Actions whose rows another register keeps. */
const SCHEMA_OF: Readonly<Record<string, readonly string[]>> = { certificates: ['certificates', 'exams'], authentication: ['authentication', 'access'] };
/** What an action must be told besides, where anything at all would do. */
const BESIDES: Readonly<Record<string, readonly Input[]>> = {
  'education.find-pupils': [{ family: 'an' }],
  'intake.read-oneroster': COLLECTIONS.filter(({ isWide }) => isWide).map(({ path }) => ({ path, ids: {} })),
};

const MOST = 90;

/** Inputs to try an action with, from its own schema: nothing where nothing is needed, schools where one is named, and rows of the action's register where an identifier is. */
export const inputsFor = (action: Reading, named: Named): Input[] => (BESIDES[action.name] ?? [{}]).flatMap((besides) => inputsWith(besides, action, named));

function inputsWith(besides: Input, action: Reading, named: Named): Input[] {
  const shape = action.input instanceof z.ZodObject ? (action.input.shape as Record<string, z.ZodType>) : {};
  const parsed = action.input instanceof z.ZodType ? action.input.safeParse(besides) : undefined;
  const missing = new Set(parsed?.error?.issues.map(({ path }) => String(path[0])));
  // Where a school or a person may be named though none must be, one of somebody else is tried too.
  const optional = Object.keys(shape).filter((field) => /^(regNr|school|institution|person|membershipId)$/.test(field) && !missing.has(field));
  let inputs: Input[] = [besides];
  for (const field of missing) inputs = inputs.flatMap((input) => valuesOf(action.name, field, shape[field], named).map((value) => ({ ...input, [field]: value }))).slice(0, MOST);
  return [...inputs, ...optional.flatMap((field) => valuesOf(action.name, field, shape[field], named).map((value) => ({ ...inputs[0], [field]: value })))];
}

function valuesOf(action: string, field: string, schema: z.ZodType | undefined, { rows, schools, units, atvks }: Named): readonly unknown[] {
  if (/^(regNr|school|institution)$/.test(field)) return schools;
  if (field === 'unit' || field === 'atvk') return field === 'unit' ? units.map(String) : atvks;
  if (field === 'year') return [2025];
  if (field === 'period') return ['S1'];
  if (field === 'words') return ['an'];
  const table = TABLE_OF[`${action} ${field}`] ?? TABLE_OF[field];
  if (table) return rows.get(table) ?? [];
  const choices = CHOICES.safeParse(z.toJSONSchema(schema ?? z.any(), { unrepresentable: 'any', io: 'input' }));
  if (choices.success) return choices.data.enum.slice(0, 1);
  const module = action.split('.')[0]!;
  const schemas = SCHEMA_OF[action] ?? SCHEMA_OF[module] ?? [module];
  return [...rows].filter(([table]) => schemas.includes(table.split('.')[0]!)).flatMap(([, ids]) => ids);
}
