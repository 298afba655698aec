import { z } from 'zod';
import { fitCorrection, type Fitted } from '#kernel/correction.js';
import { refuseFarAhead } from '#kernel/far-day.js';
import { invalid } from '#kernel/errors.js';
import { type IsoDate, IsoDateInput } from '#kernel/iso-date.js';
import { type WriteContext, writeAction } from '#platform/actions/action.js';
import type { Row } from '#platform/db/transaction.js';
import { ENDING_WITH_INSTITUTION, type HistoryName, isUnbroken, lineOf } from '../domain/lines.js';
import { FOUNDER_REASONS, PROGRAMMES } from '../domain/words.js';
import { entryCorrected } from '../events.js';
import { registerInstitutionsPermission } from '../permissions.js';
import type { InstitutionRow } from '../store/card.js';
import { correctRow, moveEnd, refreshSearch } from '../store/changes.js';
import { findAtvkToday } from '../store/parts.js';
import { ACTION_TITLES, AFTER_CLOSING, MISFITS } from '../texts.js';
import { checkDay, recordingOf } from './begin-row.js';
import { checkPage, checkPagesUnder, checkStanding, standingFields } from './check-standing.js';
import { type AnyEntry, findEntry } from './find-entry.js';
import { findPassed, followAnew } from './follow-reforms.js';
import { getInstitutionToChange } from './get-institution.js';
import { getHead, headsIn } from './head-person.js';
import { AddressCodeOrSame, Basis, founderColumns, founderFields, Name, OpenEnd, PageNr, PersonCodeOrSame, placeFields, placeName, placeOn, RegNr, withFounder } from './inputs.js';

const Days = { regNr: RegNr, rowId: z.uuid(), from: IsoDateInput, to: OpenEnd };

const Correction = z.discriminatedUnion('history', [
  z.object({ history: z.literal('name'), ...Days, name: Name }),
  z.object({ history: z.literal('standing'), ...Days, ...standingFields, basis: Basis }),
  withFounder(z.object({ history: z.literal('founder'), ...Days, ...founderFields, reason: z.enum(FOUNDER_REASONS), basis: Basis })),
  z.object({ history: z.literal('address'), ...Days, ...placeFields, addressCode: AddressCodeOrSame }),
  z.object({ history: z.literal('delivery_place'), ...Days, ...placeFields, addressCode: AddressCodeOrSame, programme: z.enum(PROGRAMMES).optional(), name: placeName.optional() }),
  z.object({ history: z.literal('gymnasium_title'), ...Days, basis: Basis, endBasis: Basis.or(z.literal('')).default('') }),
  z.object({ history: z.literal('accreditation'), ...Days, pageNr: PageNr }),
  z.object({ history: z.literal('head'), ...Days, personCode: PersonCodeOrSame, basis: Basis, endBasis: Basis.or(z.literal('')).default('') }),
]);
type Correction = z.infer<typeof Correction>;

/**
 * An entry was recorded wrongly: the right one takes its place, and the wrong one stays as what was believed. Of names, standings,
 * actual founders and legal addresses one holds on each day, so the one before then ends where the right one begins. Of an actual
 * founder that was another, what reforms made of it is made anew.
 */
export const correctEntry = writeAction({
  name: 'institutions.correct-entry',
  title: ACTION_TITLES.correct,
  permission: registerInstitutionsPermission,
  input: Correction,
  async run(context, correction) {
    const { history, rowId, from } = correction;
    const institution = await getInstitutionToChange(context, correction.regNr);
    const { wrong, others } = await findEntry(context.tx, history, institution.id, rowId, context.today);
    checkDay('from', from, institution, context.today);
    refuseFarAhead('to', correction.to, context.today);
    const to = endOf(correction, institution);
    const right = await rightRow(context, correction, wrong);
    const line = lineOf(history, correction.history === 'delivery_place' ? { ...right, atvkToday: await findAtvkToday(context.tx, { atvk: String(right['atvk']), part: String(right['part']) }, context.today) } : right);
    const rivals = others.filter((one) => lineOf(history, one) === line);
    const fitted = fitCorrection({ wrong, rivals, from, to, unbroken: isUnbroken(history, right) });
    if ('problem' in fitted) throw invalid(fitted.field, MISFITS[fitted.problem]);
    await checkAccreditation(context, institution, correction, fitted);
    const passed = history === 'founder' && right['unitId'] !== wrong['unitId'] ? await findPassed(context, institution.id, rowId) : null;
    await replace(context, history, wrong, { institutionId: institution.id, ...right }, fitted);
    if (passed) await followAnew(context, institution.id, fitted.validFrom, passed);
    await refreshSearch(context.tx, [institution.id]);
    await context.announce(entryCorrected, { institutionId: institution.id, history });
    return { regNr: correction.regNr, subjects: headsIn(history, wrong, right) };
  },
  audit: ({ input, output }) => ({ subjects: output.subjects, facts: { institution: input.regNr, history: input.history, row: input.rowId } }),
});

/** What ends with the institution cannot go on after it; an end left as it was needs no look. */
function endOf({ history, to }: Correction, { closedOn }: InstitutionRow): IsoDate | null | undefined {
  if (closedOn && to && to > closedOn) throw invalid('to', AFTER_CLOSING);
  return to === null && ENDING_WITH_INSTITUTION.includes(history) ? closedOn : to;
}

async function rightRow({ tx }: WriteContext, correction: Correction, wrong: AnyEntry): Promise<Row> {
  switch (correction.history) {
    case 'name':
      return { name: correction.name };
    case 'standing': {
      const { type, legalStatus, subordination, basis } = correction;
      return { type, legalStatus, subordination, basis };
    }
    case 'founder':
      return { role: wrong['role'], ...(await founderColumns(tx, correction, correction.from)), reason: correction.reason, basis: correction.basis };
    case 'address':
    case 'delivery_place': {
      const { atvk, part, street, from } = correction;
      const addressCode = correction.addressCode === undefined ? wrong['addressCode'] : correction.addressCode;
      const place = await placeOn(tx, { atvk, part, street, addressCode }, from);
      if (correction.history === 'address') return { kind: wrong['kind'], ...place };
      return { programme: correction.programme ?? wrong['programme'], name: correction.name ?? wrong['name'], ...place };
    }
    case 'gymnasium_title':
      return { basis: correction.basis, endBasis: correction.endBasis };
    case 'accreditation':
      return { pageNr: correction.pageNr };
    case 'head': {
      const { personCode, from, basis, endBasis } = correction;
      return { personId: await getHead(tx, personCode ? { code: personCode } : { id: String(wrong['personId']) }, from), basis, endBasis };
    }
  }
}

/** A type and the pages that hold on its days must agree, whichever of them was wrong. */
async function checkAccreditation({ tx }: WriteContext, { id }: InstitutionRow, correction: Correction, { validFrom, validTo }: Fitted): Promise<void> {
  const days = { from: validFrom, to: validTo };
  if (correction.history === 'standing') await checkPagesUnder(tx, id, await checkStanding(tx, correction), days);
  if (correction.history === 'accreditation') await checkPage(tx, id, correction.pageNr, days, correction.rowId);
}

/** The row before moves first when the right one begins earlier, and last when later, so that they never hold together. */
async function replace(context: WriteContext, history: HistoryName, wrong: AnyEntry, row: Row, { validFrom, validTo, previous }: Fitted): Promise<void> {
  const { tx } = context;
  const recording = recordingOf(context);
  const earlier = validFrom < wrong.validFrom;
  if (previous && earlier) await moveEnd(tx, history, previous, recording);
  await correctRow(tx, history, wrong.id, { ...row, validFrom, validTo }, recording);
  if (previous && !earlier) await moveEnd(tx, history, previous, recording);
}
