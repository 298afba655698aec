import { z } from 'zod';
import { type PlaceChoice, PlaceInput, placesOf, PositionInput, widenScope } from '#modules/access/public.js';
import { emptyAsNull } from '#kernel/empty-field.js';
import type { IsoDate } from '#kernel/iso-date.js';
import { jsonInput } from '#kernel/json-input.js';
import { readAction } from '#platform/actions/action.js';
import type { ExportedRows } from '#platform/spreadsheets/spreadsheet.js';
import { seeRegister } from '../permissions.js';
import { listOffered, type OfferedRow } from '../store/courses.js';
import { countRegister, listRegister, type RegisterFilter, type ResultRow, streamRegister } from '../store/results.js';
import { countWaiting, listWaiting, streamWaiting, type WaitingRow } from '../store/waiting.js';

export type { ResultRow, WaitingRow };

const PAGE = 50;
const format = z.enum(['xlsx', 'csv']);
const words = z.string().trim().max(100).default('');

const RegisterInput = z.object({
  words,
  course: emptyAsNull(z.uuid()),
  state: z.enum(['valid', 'ends-soon', 'ended', 'failed', '']).default('').transform((state) => state || null),
  place: emptyAsNull(PlaceInput),
  after: PositionInput,
});

export interface Register {
  readonly results: readonly ResultRow[];
  readonly total: number;
  readonly next: string | null;
  readonly courses: readonly OfferedRow[];
  readonly places: readonly PlaceChoice[];
}

const filterOf = ({ words, course, state, place }: Omit<z.infer<typeof RegisterInput>, 'after'>, today: IsoDate): RegisterFilter => ({
  words,
  courseId: course,
  state,
  unitId: place?.kind === 'municipality' ? place.unitId : null,
  institutionId: place?.kind === 'institution' ? place.institutionId : null,
  today,
});

/** Who took what and when, of those who work where the actor is responsible. */
export const readRegister = readAction({
  name: 'training.read-register',
  title: { lv: 'Apskatīts mācību reģistrs', en: 'Register of training looked at' },
  permission: seeRegister,
  input: RegisterInput,
  async run({ tx, scope, today }, { after, ...input }): Promise<Register> {
    const wide = await widenScope(tx, scope, today);
    const filter = filterOf(input, today);
    const found = await listRegister(tx, filter, wide, after, PAGE + 1);
    const results = found.slice(0, PAGE);
    const last = found.length > PAGE ? results.at(-1) : undefined;
    return {
      results,
      total: await countRegister(tx, filter, wide),
      next: last ? JSON.stringify([last.takenOn, last.id]) : null,
      courses: await listOffered(tx),
      places: await placesOf(tx, wide, today),
    };
  },
  audit: ({ output }) => ({ facts: { found: output.total } }),
});

export const exportRegister = readAction({
  name: 'training.export-register',
  title: { lv: 'Izgūts mācību reģistrs', en: 'Register of training exported' },
  permission: seeRegister,
  input: RegisterInput.extend({ format }),
  async run({ tx, scope, today }, { format: wanted, ...input }): Promise<ExportedRows<ResultRow>> {
    return { format: wanted, rows: streamRegister(tx, filterOf(input, today), await widenScope(tx, scope, today)) };
  },
  audit: ({ input }) => ({ facts: { format: input.format } }),
});

/** A name and the ids of requirement and user, as an address carries them. */
const WaitingPositionInput = emptyAsNull(jsonInput(z.tuple([z.string(), z.string().length(72)])));

export interface Waiting {
  readonly waiting: readonly WaitingRow[];
  readonly total: number;
  readonly next: string | null;
}

/** Whose right waits for a course, or soon will, of those who work where the actor is responsible. */
export const readWaiting = readAction({
  name: 'training.read-waiting',
  title: { lv: 'Apskatīts, kuru tiesības gaida mācības', en: 'Looked up whose rights wait for training' },
  permission: seeRegister,
  input: z.object({ words, after: WaitingPositionInput }),
  async run({ tx, scope, today }, { words: named, after }): Promise<Waiting> {
    const wide = await widenScope(tx, scope, today);
    const found = await listWaiting(tx, named, wide, today, after, PAGE + 1);
    const waiting = found.slice(0, PAGE);
    const last = found.length > PAGE ? waiting.at(-1) : undefined;
    return { waiting, total: await countWaiting(tx, named, wide, today), next: last ? JSON.stringify([last.nameKey, last.requirementId + last.userId]) : null };
  },
  audit: ({ output }) => ({ facts: { found: output.total } }),
});

export const exportWaiting = readAction({
  name: 'training.export-waiting',
  title: { lv: 'Izgūts saraksts, kuru tiesības gaida mācības', en: 'List of whose rights wait for training exported' },
  permission: seeRegister,
  input: z.object({ words, format }),
  async run({ tx, scope, today }, { words: named, format: wanted }): Promise<ExportedRows<WaitingRow>> {
    return { format: wanted, rows: streamWaiting(tx, named, await widenScope(tx, scope, today), today) };
  },
  audit: ({ input }) => ({ facts: { format: input.format } }),
});
