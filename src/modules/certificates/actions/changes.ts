import { z } from 'zod';
import { listHolders, listInstitutionsHolding } from '#modules/access/public.js';
import { countExamConsents, noteExamReads } from '#modules/marks/public.js';
import { invalid } from '#kernel/errors.js';
import type { Text } from '#kernel/text.js';
import { type ActionContext, NOT_PERSONAL, readAction, writeAction } from '#platform/actions/action.js';
import { parsePosition, positionWord } from '#platform/events/feed-position.js';
import { oversee, readChanges } from '../permissions.js';
import { type ChangeRow, countForReader, listChanges, listReadings, noteReading, type Reader } from '../store/changes.js';

/** A program with rights everywhere is that of the education register; one of an institution reads by consents. */
const readerOf = ({ scope, today, now }: Pick<ActionContext, 'scope' | 'today' | 'now'>): Reader => ({ institutionIds: scope.everywhere ? null : scope.institutionIds, today, now });
const purposeOf = ({ institutionIds }: Reader): 'register' | 'admission' => (institutionIds === null ? 'register' : 'admission');

/**
 * The next facts about published results and certificates: for the education register of everybody, for a university of those who agreed that it may have them. It is a write: that
 * they were taken is kept.
 */
export const takeChanges = writeAction({
  name: 'certificates.take-changes',
  title: { lv: 'Saņemtas izmaiņas pārbaudījumu rezultātos un sertifikātos', en: 'Changes of exam results and certificates received' },
  permission: readChanges,
  input: z.object({ after: z.string().max(200).optional(), limit: z.coerce.number().int().min(1).max(1_000).default(100) }),
  async run(context, { after, limit }) {
    const reader = readerOf(context);
    const position = after ? parsePosition(after) : null;
    if (after && !position) throw invalid('after', NO_POSITION);
    const found = await listChanges(context.tx, reader, position, limit + 1);
    const changes: ChangeRow[] = found.slice(0, limit);
    await noteReading(context.tx, context.actor.id!, changes.length, context.now);
    if (reader.institutionIds !== null && changes.length > 0) await noteExamReads(context.tx, { persons: changes.map(({ personId }) => personId), institutionIds: reader.institutionIds, day: context.today }, context.now);
    const last = changes.at(-1);
    return { changes, reader, next: last ? positionWord(last) : (after ?? null), more: found.length > limit };
  },
  audit: ({ output: { changes, reader } }) => ({ subjects: [...new Set(changes.map(({ personId }) => personId))], facts: { purpose: purposeOf(reader), institutions: [...(reader.institutionIds ?? [])], found: changes.length } }),
});

/** How many facts of a year hold for the reader, by exam, to compare with their own copy. Nobody is named. */
export const countChanges = readAction({
  name: 'certificates.count-changes',
  title: { lv: 'Salīdzināts pārbaudījumu rezultātu skaits', en: 'Numbers of exam results compared' },
  permission: readChanges,
  input: z.object({ year: z.coerce.number().int().min(1990).max(2200) }),
  audit: NOT_PERSONAL,
  run: async (context, { year }) => ({ at: context.now, exams: await countForReader(context.tx, readerOf(context), year) }),
});

export interface Receivers {
  readonly universities: readonly { readonly institutionId: string; readonly institution: string; readonly consents: number; readonly lastReadAt: Date | null; readonly handedOver: number }[];
  readonly registers: readonly { readonly userId: string; readonly name: string; readonly lastReadAt: Date | null; readonly handedOver: number }[];
}

/** Who receives what of results and certificates, and on which ground; programs and numbers, nobody's data. */
export const viewReceivers = readAction({
  name: 'certificates.view-receivers',
  title: { lv: 'Apskatīts, kas saņem pārbaudījumu rezultātus', en: 'Receivers of exam results looked at' },
  permission: oversee,
  input: z.object({}),
  audit: NOT_PERSONAL,
  async run({ tx, today }): Promise<Receivers> {
    const readings = await listReadings(tx);
    const universities = await countExamConsents(tx, await listInstitutionsHolding(tx, readChanges.name, today), today);
    return {
      universities: universities.map((one) => {
        const own = readings.filter(({ institutionId }) => institutionId === one.institutionId);
        return { ...one, handedOver: own.reduce((sum, { handedOver }) => sum + handedOver, 0), lastReadAt: own.map(({ lastReadAt }) => lastReadAt).sort((a, b) => b.getTime() - a.getTime())[0] ?? null };
      }),
      registers: (await listHolders(tx, readChanges.name, null, today)).map(({ userId, name }) => {
        const own = readings.find((one) => one.userId === userId);
        return { userId, name, lastReadAt: own?.lastReadAt ?? null, handedOver: own?.handedOver ?? 0 };
      }),
    };
  },
});

const NO_POSITION: Text = {
  lv: 'Šī nav plūsmas vieta. Nododiet iepriekšējās atbildes “next” bez izmaiņām vai lasiet no sākuma.',
  en: 'This is no position of the feed. Hand back `next` of the last answer as it was, or read from the beginning.',
};
