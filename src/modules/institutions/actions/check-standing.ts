import { z } from 'zod';
import { Conflict, type FieldError, InvalidInput, invalid } from '#kernel/errors.js';
import { overlap, type Period } from '#kernel/period.js';
import { fill } from '#kernel/text.js';
import type { Read, Row } from '#platform/db/transaction.js';
import type { TypeItem } from '../domain/classifiers.js';
import { findPageOwner, listAccreditations, listStandings } from '../store/card.js';
import { listClassifiers } from '../store/classifiers.js';
import { NOT_IN_CLASSIFIER, PAGE_GIVEN, PAGE_STANDS, TYPE_NOT_ACCREDITED } from '../texts.js';

const Code = z.string().trim().min(1).max(60);

/** What an institution is: codes of the three classifiers. */
export const standingFields = { type: Code, legalStatus: Code, subordination: Code };
type StandingInput = z.infer<z.ZodObject<typeof standingFields>>;

/** The type named, with what follows from it. @throws InvalidInput at each field whose value is in no classifier. */
export async function checkStanding(tx: Read, { type, legalStatus, subordination }: StandingInput): Promise<TypeItem> {
  const { types, legalStatuses, subordinations } = await listClassifiers(tx);
  const found = types.find((item) => item.code === type);
  const wrong: FieldError[] = [];
  if (!found) wrong.push({ field: 'type', message: NOT_IN_CLASSIFIER });
  if (!legalStatuses.some((item) => item.code === legalStatus)) wrong.push({ field: 'legalStatus', message: NOT_IN_CLASSIFIER });
  if (!subordinations.some((item) => item.code === subordination)) wrong.push({ field: 'subordination', message: NOT_IN_CLASSIFIER });
  if (!found || wrong.length > 0) throw new InvalidInput(wrong);
  return found;
}

const periodOf = ({ validFrom, validTo }: { readonly validFrom: Period['from']; readonly validTo: Period['to'] }): Period => ({ from: validFrom, to: validTo });

/** Accreditation pages that hold on some of these days. */
export const listPagesWithin = async (tx: Read, institutionId: string, days: Period) =>
  (await listAccreditations(tx, institutionId)).filter((page) => overlap(periodOf(page), days));

/** @throws InvalidInput at the type, when it can have no accreditation and a page holds on its days. */
export async function checkPagesUnder(tx: Read, institutionId: string, type: { readonly accredited: boolean }, days: Period): Promise<void> {
  const [page] = type.accredited ? [] : await listPagesWithin(tx, institutionId, days);
  if (page) throw invalid('type', fill(PAGE_STANDS, { nr: page.pageNr }));
}

/** The same for the type that would hold again. @throws Conflict, there being no field for it. */
export async function checkPagesAgain(tx: Read, institutionId: string, type: Row, days: Period): Promise<void> {
  const [page] = type['accredited'] === false ? await listPagesWithin(tx, institutionId, days) : [];
  if (page) throw new Conflict('type-not-accredited', fill(PAGE_STANDS, { nr: page.pageNr }));
}

/**
 * @param exceptId the page's own row, when it is being corrected.
 * @throws InvalidInput for a number given to another page, or days on which the institution's type has no accreditation.
 */
export async function checkPage(tx: Read, institutionId: string, pageNr: string, days: Period, exceptId?: string): Promise<void> {
  const owner = await findPageOwner(tx, pageNr);
  if (owner && owner.id !== exceptId) throw invalid('pageNr', fill(PAGE_GIVEN, { nr: pageNr, name: owner.name, regNr: owner.regNr }));
  const barred = (await listStandings(tx, institutionId)).find((standing) => !standing.accredited && overlap(periodOf(standing), days));
  if (barred) throw invalid('from', { lv: fill(TYPE_NOT_ACCREDITED, { type: barred.words.type[0] }).lv, en: fill(TYPE_NOT_ACCREDITED, { type: barred.words.type[1] }).en });
}
