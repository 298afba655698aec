import type { IsoDate } from '#kernel/iso-date.js';
import { ceasingUnitIds, getReformInMotion, listReforms } from '#modules/territories/public.js';
import type { WriteContext } from '#platform/actions/action.js';
import { begun, founderChanges } from '../domain/reform-changes.js';
import { listFounders } from '../store/card.js';
import { moveEnd, withdrawRow } from '../store/changes.js';
import { listFounded, moveFounders } from '../store/reform.js';
import { recordingOf } from './begin-row.js';

type FounderRow = Awaited<ReturnType<typeof listFounders>>[number];

/**
 * An actual founder that is recorded after the event passes to its successors in each reform applied since, as it would have then.
 * Where data cannot decide, it stays with the body that ended, and `check-founders` lists it.
 */
export async function followReforms(context: WriteContext, institutionId: string, from: IsoDate): Promise<void> {
  const { tx, now } = context;
  const since = (await listReforms(tx)).filter(({ state, effective }) => state === 'applied' && effective > from).toReversed();
  for (const { id, effective, legalBasis } of since) {
    const reform = await getReformInMotion(tx, id);
    const { successions } = founderChanges(reform, await listFounded(tx, ceasingUnitIds(reform), effective, institutionId));
    await moveFounders(tx, successions.map(({ to }) => ({ institutionId, unitId: begun(to) })), effective, legalBasis, recordingOf(context).recordedBy, now);
  }
}

/** What became of an actual founder by reforms: the rows of those to whom the institution passed because the one before had ended. */
export function passedTo(actual: readonly FounderRow[], { validTo, endedOn }: FounderRow): FounderRow[] {
  const next = actual.find((row) => row.reason === 'territorial reform' && row.validFrom === validTo && row.validFrom === endedOn);
  return next ? [next, ...passedTo(actual, next)] : [];
}

/** The same of a row named by its identity; null where it is no actual founder's. */
export async function findPassed({ tx, today }: WriteContext, institutionId: string, rowId: string): Promise<FounderRow[] | null> {
  const actual = (await listFounders(tx, institutionId, today)).filter((row) => row.role === 'actual');
  const wrong = actual.find((row) => row.id === rowId);
  return wrong ? passedTo(actual, wrong) : null;
}

/** Takes back what reforms made of a founder that was none. */
export async function takeBack(context: WriteContext, passed: readonly FounderRow[]): Promise<void> {
  for (const { id } of passed) await withdrawRow(context.tx, 'founder', id, recordingOf(context));
}

/** The same where the founder of a day is corrected to another: the right row takes over their days, and reforms are followed anew. */
export async function followAnew(context: WriteContext, institutionId: string, from: IsoDate, passed: readonly FounderRow[]): Promise<void> {
  await takeBack(context, passed);
  const right = (await listFounders(context.tx, institutionId, context.today)).find((row) => row.role === 'actual' && row.validFrom === from);
  const last = passed.at(-1);
  if (right && last) await moveEnd(context.tx, 'founder', { id: right.id, validTo: last.validTo }, recordingOf(context));
  await followReforms(context, institutionId, from);
}
