import { z } from 'zod';
import { type Certifiable, listCertifiable } from '#modules/exams/public.js';
import { listToPrint, type PrintedRow } from '#modules/persons/public.js';
import { Conflict } from '#kernel/errors.js';
import type { IsoDate } from '#kernel/iso-date.js';
import { writeAction } from '#platform/actions/action.js';
import { JOBS_ALONE } from '#platform/actions/permission.js';
import { checkLetters, UnprintableLetters } from '#platform/documents/public.js';
import type { Read } from '#platform/db/transaction.js';
import { type PageWords, pageWordsOf } from '../domain/certificate-page.js';
import { numberOf } from '../domain/number.js';
import { type Draft, insertDrafts, listNumbers, listPrintedNames } from '../store/drafts.js';
import { findForm, type FormRow } from '../store/forms.js';
import { noteDrafted } from '../store/runs.js';
import { findSealing, type SealingRow } from '../store/sealings.js';
import { NO_FORM, NO_NAME } from '../texts.js';

const PORTION = 500;

/** Drafts the next of a sealing's certificates: words under a number, for whoever reached the threshold. Letters that cannot be printed are found here, before any page. */
export const draftCertificates = writeAction({
  name: 'certificates.draft',
  title: { lv: 'Sagatavots pārbaudījuma sertifikāts', en: 'Certificate of an exam drafted' },
  permission: JOBS_ALONE,
  input: z.object({ sealingId: z.uuid(), runId: z.uuid() }),
  async run({ tx, now }, run) {
    const sealing = (await findSealing(tx, run.sealingId))!;
    const found = await listCertifiable(tx, { year: sealing.year, code: sealing.examCode }, sealing.draftedAfter, PORTION);
    const due = found.filter((one) => one.eventId === sealing.eventId && one.reachesThreshold);
    const drafts = await draftsOf(tx, due, sealing);
    const drafted = await insertDrafts(tx, drafts, false, now);
    const whole = found.length < PORTION;
    await noteDrafted(tx, run, found.at(-1)?.entryId ?? null, whole, now);
    return { sealing, drafted, whole, subjects: drafts.map(({ personId }) => personId) };
  },
  audit: ({ output }) => ({ subjects: output.subjects, facts: { exam: output.sealing.examCode, year: output.sealing.year, drafted: output.drafted } }),
});

/** The words of certificates with their numbers, as the form of the day of issue puts them. @throws Conflict where there is no form */
export async function draftsOf(tx: Read, due: readonly Certifiable[], { id: sealingId, issuedOn }: Pick<SealingRow, 'id' | 'issuedOn'>): Promise<Draft[]> {
  if (due.length === 0) return [];
  const persons = due.map(({ personId }) => personId);
  const names = new Map((await listToPrint(tx, persons, issuedOn)).map((one) => [one.personId, one]));
  const printed = new Map((await listPrintedNames(tx, persons)).map((one) => [one.personId, one]));
  const numbers = await listNumbers(tx, due.map(({ entryId }) => entryId));
  const forms = new Map<string, FormRow>();
  for (const stage of new Set(due.map(stageOf))) {
    const form = await findForm(tx, stage, issuedOn);
    if (!form) throw new Conflict('no-form', NO_FORM);
    forms.set(stage, form);
  }
  return due.map((one) => {
    const form = forms.get(stageOf(one))!;
    const number = numbers.get(one.entryId) ?? numberOf(form, one);
    const name = names.get(one.personId);
    const { page, unfit } = wordsOf(form, { ...one, issuedOn }, name && { ...name, ...printed.get(one.personId) }, number);
    const { entryId, resultId, personId, institutionId, eventId, sittingId, year, code: examCode, total } = one;
    return { number, entryId, resultId, sealingId, personId, institutionId, eventId, sittingId, year, examCode, total, formId: form.id, page, issuedOn, unfitLv: unfit.lv, unfitEn: unfit.en };
  });
}

const stageOf = ({ level }: Certifiable) => (level === 'basic' ? 'basic' : 'secondary');

const FIT = { lv: '', en: '' };
const NOBODY = { given: '–', family: '–', code: null, bornOn: '0001-01-01' as PrintedRow['bornOn'] };

function wordsOf(form: FormRow, one: Certifiable & { readonly issuedOn: IsoDate }, name: PrintedRow | undefined, number: string) {
  const { given, family, code, bornOn } = name ?? NOBODY;
  const page = pageWordsOf(form, { ...one, given, family, code, bornOn }, number);
  return { page, unfit: name ? unfitnessOf(page) : NO_NAME };
}

/** Why a page cannot be printed, in words; empty when it can. */
export function unfitnessOf(page: PageWords): { readonly lv: string; readonly en: string } {
  try {
    checkLetters(page);
    return FIT;
  } catch (fault) {
    if (!(fault instanceof UnprintableLetters)) throw fault;
    return fault.text;
  }
}
