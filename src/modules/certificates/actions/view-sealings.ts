import { z } from 'zod';
import { chooseYear, findEventName, listSealable, type SealableEvent } from '#modules/exams/public.js';
import { YearInput } from '#modules/education/public.js';
import { emptyAsNull } from '#kernel/empty-field.js';
import { NotFound } from '#kernel/errors.js';
import { NOT_PERSONAL, readAction } from '#platform/actions/action.js';
import { kindOfSeal, type SealKind, SealSettings } from '../seal/seal-settings.js';
import { listUnfit, type UnfitRow } from '../store/certificates.js';
import { sealCertificates } from '../permissions.js';
import { countStates, findSealing, findStopped, listSealings, type SealingRow, type StateCount } from '../store/sealings.js';
import { NO_SUCH_SEALING } from '../texts.js';

/** How the agency's seal is set. */
export interface SealSetUp {
  readonly kind: SealKind | null;
  /** An administrator allowed a seal that is not qualified. */
  readonly isAllowedUnqualified: boolean;
  readonly production: boolean;
}

export interface Sealings {
  readonly years: readonly number[];
  readonly year: number;
  readonly events: readonly SealableEvent[];
  readonly sealings: readonly SealingRow[];
  readonly counts: readonly StateCount[];
  readonly seal: SealSetUp;
}

/** The exams of a year with what is to be certified, and how far their sealing is; nobody is named. */
export const viewSealings = readAction({
  name: 'certificates.view-sealings',
  title: { lv: 'Apskatīta sertifikātu zīmogošana', en: 'Sealing of certificates looked at' },
  permission: sealCertificates,
  input: z.object({ year: YearInput }),
  audit: NOT_PERSONAL,
  async run(context, { year: wanted }): Promise<Sealings> {
    const { tx, installation } = context;
    const { years, year } = await chooseYear(context, wanted ?? (await findStopped(tx)).year);
    const sealings = await listSealings(tx, year);
    const settings = SealSettings.parse(installation.outside);
    return {
      years, year, sealings, events: await listSealable(tx, year), counts: await countStates(tx, sealings.map(({ id }) => id)),
      seal: { kind: kindOfSeal(settings), isAllowedUnqualified: settings.SEAL_NOT_QUALIFIED !== undefined, production: installation.production },
    };
  },
});

export interface ShownSealing {
  readonly exam: Awaited<ReturnType<typeof findEventName>>;
  readonly sealing: SealingRow;
  readonly counts: readonly StateCount[];
  readonly unfit: readonly UnfitRow[];
  readonly nextUnfit: string | null;
  readonly now: Date;
}

const PAGE = 50;

/** How far a sealing is, what the trial before it said, and which names wait for somebody to say how they are printed. */
export const viewSealing = readAction({
  name: 'certificates.view-sealing',
  title: { lv: 'Apskatīta eksāmena sertifikātu zīmogošana', en: 'Sealing of an exam’s certificates looked at' },
  permission: sealCertificates,
  input: z.object({ id: z.uuid(), after: emptyAsNull(z.uuid()) }),
  async run({ tx, now }, { id, after }): Promise<ShownSealing> {
    const sealing = await findSealing(tx, id);
    if (!sealing) throw new NotFound('no-such-sealing', NO_SUCH_SEALING);
    const unfit = await listUnfit(tx, id, after, PAGE + 1);
    return { sealing, exam: await findEventName(tx, sealing.eventId), counts: await countStates(tx, [id]), unfit: unfit.slice(0, PAGE), nextUnfit: unfit.length > PAGE ? unfit[PAGE - 1]!.id : null, now };
  },
  audit: ({ output }) => (output.unfit.length === 0 ? null : { subjects: output.unfit.map(({ personId }) => personId), facts: { exam: output.sealing.examCode, year: output.sealing.year, found: output.unfit.length } }),
});
