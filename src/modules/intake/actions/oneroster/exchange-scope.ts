import { getSchool, schoolScope } from '#modules/education/public.js';
import type { ActionContext } from '#platform/actions/action.js';
import type { Scope } from '#platform/actions/actor.js';
import type { JournalRow } from '../../store/journals.js';
import { listConfirmedSchools } from '../../store/oneroster/senders.js';
import { getJournal, getSender } from '../sender.js';

type Context = Pick<ActionContext, 'tx' | 'actor' | 'scope' | 'today'>;

/** The institutions whose OneRoster data someone may have: people by their right, a machine those that confirmed its e-journal. @throws Forbidden (VI-103) */
export async function exchangeScope(context: Context): Promise<Scope> {
  if (context.actor.kind !== 'machine') return schoolScope(context);
  const journal = await getJournal(context);
  return { everywhere: false, unitIds: [], institutionIds: await listConfirmedSchools(context.tx, journal.id, context.today), acting: context.scope.acting };
}

export interface ExchangedSchool {
  readonly institutionId: string;
  /** The e-journal whose machine asks. */
  readonly journal: JournalRow | null;
}

/** The school of a number, where the exchange covers it. @throws NotFound for people; Forbidden (VI-103) with its cause for machines */
export async function getExchangedSchool(context: Context, regNr: string): Promise<ExchangedSchool> {
  if (context.actor.kind === 'machine') return getSender(context, regNr);
  return { institutionId: (await getSchool(context, regNr)).id, journal: null };
}
