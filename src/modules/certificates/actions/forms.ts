import { z } from 'zod';
import { listHolders, ownUserId } from '#modules/access/public.js';
import { Conflict, type FieldError, InvalidInput, NotFound } from '#kernel/errors.js';
import { addDays, type IsoDate, IsoDateInput } from '#kernel/iso-date.js';
import { inLatvianOrder } from '#kernel/latvian-order.js';
import { type ActionContext, NOT_PERSONAL, readAction, writeAction } from '#platform/actions/action.js';
import { renderCertificate } from '#platform/documents/public.js';
import { faultsOfForm, samplePage, STAGES } from '../domain/form.js';
import { keepForms } from '../permissions.js';
import { confirmForm, countIssuedFrom, findForm, findListedForm, findPlannedAfter, type FormRow, insertForm, type ListedForm, listForms, takeFormBack } from '../store/forms.js';
import { BY_ANOTHER, FORM_IS_USED, FORM_PLANNED, FORM_TOO_EARLY, IS_CONFIRMED, NO_SUCH_FORM, NOT_PLANNED } from '../texts.js';
import { unfitnessOf } from './draft-certificates.js';

export type { FormRow, ListedForm };

const Words = z.string().trim().min(1, { abort: true }).max(300);
const Lines = z.string().trim().max(2_000).transform((text) => text.split(/\r?\n/).map((line) => line.trim()).filter(Boolean));
const Stage = z.enum(STAGES);
const FormInput = z.object({
  stage: Stage, validFrom: IsoDateInput, issuer: Words, title: Words, statements: Lines.refine((lines) => lines.length > 0), outcome: Words, partHead: Words, valueHead: Words, place: Words, attestation: Words, notices: Lines,
  legalBasis: z.string().trim().min(1, { abort: true }).min(5).max(500),
});
type FormInput = z.infer<typeof FormInput>;

/** All forms with their days and basis, and how many certificates each has made. */
export const viewForms = readAction({
  name: 'certificates.view-forms',
  title: { lv: 'Apskatītas sertifikātu veidlapas', en: 'Forms of certificates looked at' },
  permission: keepForms,
  input: z.object({}),
  audit: NOT_PERSONAL,
  run: async ({ tx, today }) => ({ forms: await listForms(tx), today }),
});

async function getForm({ tx }: Pick<ActionContext, 'tx'>, id: string): Promise<ListedForm> {
  const form = await findListedForm(tx, id);
  if (!form) throw new NotFound('no-such-form', NO_SUCH_FORM);
  return form;
}

export interface ShownForm {
  readonly form: ListedForm;
  readonly mayConfirm: boolean;
  readonly mayTakeBack: boolean;
  /** Who else may confirm it, where the one who looks wrote it; null where that is not so. */
  readonly others: readonly string[] | null;
}
const OfForm = z.object({ id: z.uuid() });

/** One form: its words, who wrote it, and what may still be done. */
export const viewForm = readAction({
  name: 'certificates.view-form',
  title: { lv: 'Apskatīta sertifikāta veidlapa', en: 'Form of certificates looked at' },
  permission: keepForms,
  input: OfForm,
  audit: NOT_PERSONAL,
  async run(context, { id }): Promise<ShownForm> {
    const form = await getForm(context, id);
    const isOwn = !form.verified && form.recordedBy === context.actor.id;
    return { form, mayConfirm: !form.verified && !isOwn, mayTakeBack: form.validFrom > context.today && form.used === 0, others: isOwn ? await otherKeepers(context) : null };
  },
});

const otherKeepers = async ({ tx, actor, today }: ActionContext): Promise<string[]> =>
  (await listHolders(tx, keepForms.name, null, today)).filter(({ userId }) => userId !== actor.id).map(({ name }) => name).sort(inLatvianOrder);

/** The page that a form makes of made-up words, by the renderer of real ones. */
export const previewForm = readAction({
  name: 'certificates.preview-form',
  title: { lv: 'Priekšskatīta sertifikāta veidlapa', en: 'Form of certificates previewed' },
  permission: keepForms,
  input: OfForm,
  audit: NOT_PERSONAL,
  async run(context, { id }) {
    const form = await getForm(context, id);
    return renderCertificate(samplePage(form, form.stage, form.validFrom), { issuedAt: form.recordedAt });
  },
});

/** The form that a new one begins from: the last of the stage. */
export const openNewForm = readAction({
  name: 'certificates.open-new-form',
  title: { lv: 'Sākta jauna sertifikāta veidlapa', en: 'New form of certificates begun' },
  permission: keepForms,
  input: z.object({ stage: Stage }),
  audit: NOT_PERSONAL,
  async run({ tx, today }, { stage }): Promise<{ readonly last: FormRow; readonly earliest: IsoDate }> {
    const last = (await listForms(tx)).find((one) => one.stage === stage);
    if (!last) throw new NotFound('no-such-form', NO_SUCH_FORM);
    return { last, earliest: addDays(today, 1) };
  },
});

/** The words of a new form as they would be kept; every fault beside its field. @throws InvalidInput */
async function checkedWords({ tx, today }: Pick<ActionContext, 'tx' | 'today'>, { partHead, valueHead, ...input }: FormInput) {
  const before = await findForm(tx, input.stage, input.validFrom);
  if (!before) throw new NotFound('no-such-form', NO_SUCH_FORM);
  const words = { ...input, partHeads: [partHead, valueHead], numberTemplate: before.numberTemplate, numberPattern: before.numberPattern };
  const errors: FieldError[] = faultsOfForm(words).map(({ field, text }) => ({ field: field === 'partHeads' ? 'partHead' : field, message: text }));
  if (input.validFrom <= today) errors.push({ field: 'validFrom', message: FORM_TOO_EARLY });
  const unfit = errors.length > 0 ? null : unfitnessOf(samplePage(words, input.stage, input.validFrom));
  if (unfit && unfit.lv !== '') errors.push({ field: 'statements', message: unfit });
  if (errors.length > 0) throw new InvalidInput(errors);
  return { before, words };
}

/** The page of a form that is not kept yet. */
export const previewNewForm = readAction({
  name: 'certificates.preview-new-form',
  title: { lv: 'Priekšskatīta jauna sertifikāta veidlapa', en: 'New form of certificates previewed' },
  permission: keepForms,
  // A page does not show its basis: it can be looked at before that is written.
  input: FormInput.extend({ legalBasis: z.string().trim().max(500) }),
  audit: NOT_PERSONAL,
  async run(context, input) {
    const { words } = await checkedWords(context, input);
    return renderCertificate(samplePage(words, words.stage, words.validFrom), { issuedAt: context.now });
  },
});

/** A new form from a day on. Those that made certificates stay as they are; this one is not verified until another person confirms it. */
export const makeForm = writeAction({
  name: 'certificates.make-form',
  title: { lv: 'Izveidota sertifikāta veidlapa', en: 'Form of certificates made' },
  permission: keepForms,
  input: FormInput,
  async run(context, input) {
    const { tx, now, actor } = context;
    const { before, words } = await checkedWords(context, input);
    if (await findPlannedAfter(tx, input.stage, input.validFrom)) throw new Conflict('form-planned', FORM_PLANNED);
    if ((await countIssuedFrom(tx, input.stage, input.validFrom)) > 0) throw new Conflict('form-is-used', FORM_IS_USED);
    return { id: await insertForm(tx, before, words, { recordedAt: now, recordedBy: ownUserId(actor) }), stage: input.stage };
  },
  audit: ({ input, output }) => ({ facts: { stage: output.stage, day: input.validFrom, basis: input.legalBasis } }),
});

/** Says that a form was compared with the act; whoever wrote it cannot. */
export const confirmFormWords = writeAction({
  name: 'certificates.confirm-form',
  title: { lv: 'Apstiprināta sertifikāta veidlapa', en: 'Form of certificates confirmed' },
  permission: keepForms,
  asksFreshProof: true,
  input: OfForm,
  async run(context, { id }) {
    const { tx, now, actor } = context;
    const form = await getForm(context, id);
    const by = ownUserId(actor);
    if (form.recordedBy === by) throw new Conflict('by-another', BY_ANOTHER);
    if ((await confirmForm(tx, id, { recordedAt: now, recordedBy: by })) === 0) throw new Conflict('is-confirmed', IS_CONFIRMED);
    return form;
  },
  audit: ({ output }) => ({ facts: { stage: output.stage, day: output.validFrom } }),
});

/** Takes back a form that is only planned; the one before it goes on. */
export const takeBackForm = writeAction({
  name: 'certificates.take-back-form',
  title: { lv: 'Atsaukta plānota sertifikāta veidlapa', en: 'Planned form of certificates taken back' },
  permission: keepForms,
  input: OfForm,
  async run(context, { id }) {
    const form = await getForm(context, id);
    if (form.validFrom <= context.today || form.used > 0) throw new Conflict('not-planned', NOT_PLANNED);
    await takeFormBack(context.tx, form, context.now);
    return form;
  },
  audit: ({ output }) => ({ facts: { stage: output.stage, day: output.validFrom } }),
});
