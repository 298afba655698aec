import { z } from 'zod';
import { listInstitutionsOfType } from '#modules/institutions/public.js';
import { Conflict, invalid, NotFound } from '#kernel/errors.js';
import { MoneyInput } from '#kernel/money.js';
import { writeAction, type WriteContext } from '#platform/actions/action.js';
import { approveCosts, keepSettlements } from '../permissions.js';
import { approveDraft, listSheets, openDraft, putItem, removeItem } from '../store/sheets.js';
import { CODE_HAS_FOUR_DIGITS, NEGATIVE, NO_DRAFT, NO_SUCH_ITEM, NOTHING_COUNTS, SAY_WHY, WITH_BOARDING } from '../texts.js';
import { yearWanted } from './inputs.js';
import { getInstitution } from './institutions.js';
import { recordingOf } from './parties.js';

/** Types of special institutions with boarding, for which nobody settles (Cabinet regulation 418, items 2–4). */
const BOARDING = ['boarding-development-centre', 'boarding-rehabilitation-centre', 'sanatorium-boarding-school'];

const ofSheet = { regNr: z.string(), year: z.coerce.number().int() };

async function draftOf(context: WriteContext, regNr: string, asked: number) {
  const institution = await getInstitution(context, regNr);
  const year = yearWanted(asked, context.today);
  if ((await listInstitutionsOfType(context.tx, BOARDING, context.today)).some(({ id }) => id === institution.id)) throw new Conflict('with-boarding', WITH_BOARDING);
  return { institution, year, sheetId: await openDraft(context.tx, institution, year, recordingOf(context)) };
}

/** Puts an amount into the draft of a year's cost sheet, which is opened with the approved items where there is none. */
export const putCost = writeAction({
  name: 'settlements.put-cost',
  title: { lv: 'Ierakstītas iestādes izmaksas', en: 'Costs of an institution recorded' },
  permission: keepSettlements,
  input: z.object({
    ...ofSheet, code: z.string().trim(), title: z.string().trim().min(1).max(200), amount: MoneyInput, included: z.enum(['yes', 'no']), reason: z.string().trim().max(500).default(''),
  }),
  async run(context, { regNr, year, code, title, amount, included, reason }) {
    if (!/^\d{4}$/.test(code)) throw invalid('code', CODE_HAS_FOUR_DIGITS);
    if (amount < 0) throw invalid('amount', NEGATIVE);
    if (included === 'no' && reason === '') throw invalid('reason', SAY_WHY);
    const draft = await draftOf(context, regNr, year);
    await putItem(context.tx, draft.sheetId, { code, title, cents: amount, included: included === 'yes', reason });
    return { institutionId: draft.institution.id, year: draft.year };
  },
  audit: ({ input, output }) => ({ facts: { institution: output.institutionId, year: output.year, code: input.code } }),
});

/** Takes an amount out of the draft. */
export const removeCost = writeAction({
  name: 'settlements.remove-cost',
  title: { lv: 'Izņemtas iestādes izmaksas', en: 'Costs of an institution taken out' },
  permission: keepSettlements,
  input: z.object({ ...ofSheet, id: z.uuid() }),
  async run(context, { regNr, year, id }) {
    const draft = await draftOf(context, regNr, year);
    if ((await removeItem(context.tx, draft.sheetId, id)) === 0) throw new NotFound('no-such-item', NO_SUCH_ITEM);
    return { institutionId: draft.institution.id, year: draft.year };
  },
  audit: ({ output }) => ({ facts: { institution: output.institutionId, year: output.year } }),
});

/** The municipality approves the version that was looked at: from now on it is settled by it. */
export const approveSheet = writeAction({
  name: 'settlements.approve-costs',
  title: { lv: 'Apstiprināta iestādes izmaksu tāme', en: 'Cost sheet of an institution approved' },
  permission: approveCosts,
  input: z.object({ ...ofSheet, version: z.coerce.number().int() }),
  async run(context, { regNr, year, version }) {
    const { tx } = context;
    const institution = await getInstitution(context, regNr);
    const sheet = (await listSheets(tx, institution.id, year)).find((one) => one.version === version && one.state === 'draft');
    if (sheet && sheet.allCents > 0 && sheet.includedCents === 0) throw new Conflict('nothing-counts', NOTHING_COUNTS);
    if (!(await approveDraft(tx, institution.id, year, version, recordingOf(context)))) throw new Conflict('no-draft', NO_DRAFT);
    return { institutionId: institution.id };
  },
  audit: ({ input, output }) => ({ facts: { institution: output.institutionId, year: input.year, version: input.version } }),
});
