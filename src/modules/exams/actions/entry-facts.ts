import { z } from 'zod';
import { schoolScope } from '#modules/education/public.js';
import { Conflict, invalid, NotFound } from '#kernel/errors.js';
import { IsoDateInput } from '#kernel/iso-date.js';
import { type ActionContext, readAction, type WriteContext, writeAction } from '#platform/actions/action.js';
import { CEFR_LEVELS, type FactKind, whyNotReplaced } from '../domain/entry-facts.js';
import { entryAnnulled, exemptionRecorded, factTakenBack, replacementRecorded } from '../events.js';
import { annul, keepResults, registerAppeals, registerEntries, seeResults, seeSittings } from '../permissions.js';
import { listParts, type PartRow } from '../store/catalogue.js';
import { type CodeRow, type EntryRow, findFollowing, insertEntries, listCodes, withdrawEntry } from '../store/entry-changes.js';
import { findFact, type FactRow, type GroundRow, insertFact, listFacts, listGrounds, takeBackFact } from '../store/facts.js';
import { listMarks, type MarkRow } from '../store/exam-day.js';
import { isPublished, listVersions, type ResultVersion } from '../store/results.js';
import { findExtraEvent, type SittingRow, takeSitting } from '../store/sittings.js';
import { ALREADY_OFF, CONFIRM_FIRST, ENDS_BEFORE, LEVEL_NEEDED, NO_EXTRA_TERM, NO_SUCH_FACT, NO_SUCH_PART, NOT_FROM_EXTRA, UNKNOWN_GROUND } from '../texts.js';
import { isContestable } from './appeals.js';
import { DayOrNull, recordingOf } from './inputs.js';
import { getEntry, mayAt } from './scope.js';

export interface ShownEntry {
  readonly entry: EntryRow;
  readonly sitting: SittingRow;
  readonly parts: readonly PartRow[];
  readonly facts: readonly FactRow[];
  readonly marks: readonly MarkRow[];
  readonly codes: readonly CodeRow[];
  /** Versions of the result, the latest first; null where who asks may not see them yet. */
  readonly versions: readonly ResultVersion[] | null;
  readonly mayCorrect: boolean;
  /** Whether a published result is there that may still be contested on paper. */
  readonly mayAppeal: boolean;
  readonly mayRegister: boolean;
  readonly mayAnnul: boolean;
}

/** Everything recorded about one candidate of an exam, what was taken back included. */
export const viewEntry = readAction({
  name: 'exams.view-entry',
  title: { lv: 'Apskatīta pārbaudījuma kārtotāja kartīte', en: 'Card of a candidate looked at' },
  permission: seeSittings,
  input: z.object({ id: z.uuid() }),
  reasonNeeded: true,
  async run(context, { id }): Promise<ShownEntry> {
    const { tx } = context;
    const { entry, sitting } = await getEntry(context, id);
    const mayCorrect = await mayAt(context, keepResults, entry.institutionId);
    const isOpen = mayCorrect || ((await mayAt(context, seeResults, entry.institutionId)) && (await isPublished(tx, entry.eventId, context.now)));
    return {
      entry, sitting, mayCorrect, mayAppeal: (await mayAt(context, registerAppeals, entry.institutionId)) && (await isContestable(context, id)), versions: isOpen ? await listVersions(tx, id) : null, parts: await listParts(tx, entry.examId), facts: await listFacts(tx, id), marks: await listMarks(tx, id), codes: await listCodes(tx, entry.personId),
      mayRegister: await mayAt(context, registerEntries, entry.institutionId), mayAnnul: await mayAt(context, annul, entry.institutionId),
    };
  },
  audit: ({ output }) => ({ subjects: [output.entry.personId], facts: { entry: output.entry.id, exam: output.sitting.code, year: output.sitting.year } }),
});

export interface FactForm {
  readonly entry: EntryRow;
  readonly sitting: SittingRow;
  readonly kind: FactKind;
  readonly grounds: readonly GroundRow[];
  readonly parts: readonly PartRow[];
}

async function factForm(context: ActionContext, id: string, kind: FactKind): Promise<FactForm> {
  const { entry, sitting } = await getEntry(context, id);
  if (entry.state === 'withdrawn') throw new Conflict('already-off', ALREADY_OFF);
  return { entry, sitting, kind, grounds: await listGrounds(context.tx, kind), parts: await listParts(context.tx, entry.examId) };
}
const auditOfForm = ({ output }: { output: FactForm }) => ({ subjects: [output.entry.personId], facts: { entry: output.entry.id, kind: output.kind } });

const RECORDED = ['exempt', 'replaced', 'extra term', 'support'] as const satisfies readonly FactKind[];

export const openFactForm = readAction({
  name: 'exams.open-fact-form',
  title: { lv: 'Atvērta veidlapa par pārbaudījuma kārtotāju', en: 'Form about a candidate opened' },
  permission: registerEntries,
  input: z.object({ id: z.uuid(), kind: z.enum(RECORDED) }),
  run: (context, { id, kind }) => factForm(context, id, kind),
  audit: auditOfForm,
});

export const openAnnulForm = readAction({
  name: 'exams.open-annul-form',
  title: { lv: 'Atvērta veidlapa par pārbaudījuma kārtotāju', en: 'Form about a candidate opened' },
  permission: annul,
  input: z.object({ id: z.uuid() }),
  run: (context, { id }) => factForm(context, id, 'annulled'),
  audit: auditOfForm,
});

const written = {
  id: z.uuid(), ground: z.string().min(1), documentNr: z.string().trim().min(1).max(100), documentDate: IsoDateInput, remark: z.string().trim().max(500).default(''),
};
const FactInput = z.object({
  ...written, kind: z.enum(RECORDED), validTo: DayOrNull, cefrLevel: z.preprocess((raw) => (raw === '' || raw === undefined ? null : raw), z.enum(CEFR_LEVELS).nullable()),
  parts: z.preprocess((raw) => (raw === undefined || raw === '' ? [] : Array.isArray(raw) ? raw : [raw]), z.array(z.coerce.number().int().min(1).max(5))),
});

/** Records what follows from a document about an entry: exemption, international document, extra term, support. A ground is a class, never a diagnosis. */
export const recordFact = writeAction({
  name: 'exams.record-fact',
  title: { lv: 'Ierakstīts fakts par pārbaudījuma kārtotāju', en: 'Fact about a candidate recorded' },
  permission: registerEntries,
  input: FactInput,
  async run(context, input) {
    const form = await factForm(context, input.id, input.kind);
    const { entry, sitting } = form;
    checkGround(form, input.ground);
    const parts = partsOf(form, input);
    if (input.validTo !== null && input.validTo <= input.documentDate) throw invalid('validTo', ENDS_BEFORE);
    if (input.kind === 'replaced') checkReplacement(sitting, input);
    if (input.kind === 'extra term') await sendToExtraTerm(context, form);
    const { id: entryId, kind, ground, documentNr, documentDate, validTo, cefrLevel, remark } = input;
    await insertFact(context.tx, { entryId, kind, ground, parts, documentNr, documentDate, validFrom: documentDate, validTo, cefrLevel: kind === 'replaced' ? cefrLevel : null, remark }, recordingOf(context));
    const told = { entryId, examCode: sitting.code, year: sitting.year, institutionId: entry.institutionId };
    if (kind === 'exempt') await context.announce(exemptionRecorded, told);
    if (kind === 'replaced') await context.announce(replacementRecorded, told);
    return { personId: entry.personId, sitting, parts };
  },
  audit: ({ input, output }) => ({ subjects: [output.personId], facts: { entry: input.id, exam: output.sitting.code, year: output.sitting.year, kind: input.kind, document: input.documentNr } }),
});

/** Annuls someone's exam by a decision of the agency: a result is hidden then, and a certificate revoked. */
export const annulEntry = writeAction({
  name: 'exams.annul-entry',
  title: { lv: 'Anulēts pārbaudījums', en: 'Exam annulled' },
  permission: annul,
  input: z.object(written),
  async run(context, input) {
    const form = await factForm(context, input.id, 'annulled');
    checkGround(form, input.ground);
    const { id: entryId, ground, documentNr, documentDate, remark } = input;
    await insertFact(context.tx, { entryId, kind: 'annulled', ground, parts: null, documentNr, documentDate, validFrom: documentDate, validTo: null, cefrLevel: null, remark }, recordingOf(context));
    await context.announce(entryAnnulled, { entryId, examCode: form.sitting.code, year: form.sitting.year, institutionId: form.entry.institutionId });
    return { personId: form.entry.personId, sitting: form.sitting };
  },
  audit: ({ input, output }) => ({ subjects: [output.personId], facts: { entry: input.id, exam: output.sitting.code, year: output.sitting.year, document: input.documentNr } }),
});

function checkGround({ grounds }: FactForm, ground: string): void {
  if (!grounds.some(({ code }) => code === ground)) throw invalid('ground', UNKNOWN_GROUND);
}

/** The parts named, or null where nothing or everything was: that is the whole exam. */
function partsOf({ parts: all }: FactForm, { kind, parts }: z.infer<typeof FactInput>): readonly number[] | null {
  if (kind !== 'exempt' && kind !== 'support') return null;
  if (parts.some((part) => !all.some(({ number }) => number === part))) throw invalid('parts', NO_SUCH_PART);
  return parts.length === 0 || parts.length === all.length ? null : [...new Set(parts)].sort((a, b) => a - b);
}

function checkReplacement(sitting: SittingRow, { cefrLevel, documentDate, validTo }: z.infer<typeof FactInput>): void {
  if (cefrLevel === null) throw invalid('cefrLevel', LEVEL_NEEDED);
  const refused = whyNotReplaced({ exam: sitting, heldOn: sitting.heldOn, cefrLevel, documentDate, validTo });
  if (refused) throw invalid(refused.field, refused.why);
}

/** Puts a candidate on the list of the same exam's extra term, under the same code. */
async function sendToExtraTerm({ tx, ...context }: WriteContext, { entry }: FactForm): Promise<void> {
  if (entry.term === 'extra') throw new Conflict('not-from-extra', NOT_FROM_EXTRA);
  if (entry.state !== 'confirmed') throw new Conflict('confirm-first', CONFIRM_FIRST);
  const event = await findExtraEvent(tx, entry.examId);
  if (!event) throw new Conflict('no-extra-term', NO_EXTRA_TERM);
  const { id, personId, classTitle, candidateAs, letBy, origin, appliedOn, candidateCode, examId, institutionId } = entry;
  const sittingId = await takeSitting(tx, event.id, institutionId, recordingOf(context));
  await insertEntries(tx, [{ sittingId, eventId: event.id, examId, term: 'extra', personId, classTitle, candidateAs, letBy, origin, appliedOn, state: 'confirmed', candidateCode, firstEntryId: id }], recordingOf(context));
}

async function getFact(context: ActionContext, id: string): Promise<{ fact: FactRow; entry: EntryRow; sitting: SittingRow }> {
  const fact = await findFact(context.tx, id, await schoolScope(context));
  if (!fact) throw new NotFound('no-such-fact', NO_SUCH_FACT);
  const found = await getEntry(context, fact.entryId);
  if (fact.kind === 'annulled' && !(await mayAt(context, annul, found.entry.institutionId))) throw new NotFound('no-such-fact', NO_SUCH_FACT);
  return { fact, ...found };
}

export const openTakeBack = readAction({
  name: 'exams.open-take-back',
  title: { lv: 'Atvērta veidlapa par pārbaudījuma kārtotāju', en: 'Form about a candidate opened' },
  permission: registerEntries,
  input: z.object({ id: z.uuid() }),
  run: (context, { id }) => getFact(context, id),
  audit: ({ output }) => ({ subjects: [output.entry.personId], facts: { entry: output.entry.id, kind: output.fact.kind } }),
});

/** Takes back what was said about an entry, with the reason; it stays readable. An extra term that was not taken yet goes with it. */
export const takeBack = writeAction({
  name: 'exams.take-back-fact',
  title: { lv: 'Atsaukts fakts par pārbaudījuma kārtotāju', en: 'Fact about a candidate taken back' },
  permission: registerEntries,
  input: z.object({ id: z.uuid(), why: z.string().trim().min(1, { abort: true }).min(3).max(500) }),
  async run(context, { id, why }) {
    const { tx } = context;
    const { fact, entry, sitting } = await getFact(context, id);
    const following = fact.kind === 'extra term' ? await findFollowing(tx, entry.id) : undefined;
    if (following) await withdrawEntry(tx, following, why, recordingOf(context));
    await takeBackFact(tx, id, why, recordingOf(context));
    await context.announce(factTakenBack, { entryId: entry.id, examCode: sitting.code, year: sitting.year, institutionId: entry.institutionId, kind: fact.kind });
    return { entryId: entry.id, personId: entry.personId, kind: fact.kind, sitting };
  },
  audit: ({ input, output }) => ({ subjects: [output.personId], facts: { entry: output.entryId, exam: output.sitting.code, year: output.sitting.year, kind: output.kind, why: input.why } }),
});
