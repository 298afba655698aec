import { findByRegNr } from '#modules/institutions/public.js';
import { Forbidden, NotFound } from '#kernel/errors.js';
import type { ActionContext } from '#platform/actions/action.js';
import { type Cause, causeOf } from '../domain/journal.js';
import { listBindingsOf } from '../store/journal-schools.js';
import { findJournalOfMachine, type JournalRow } from '../store/journals.js';
import { CONFIRMED_FOR_OTHER_DAYS, NO_SUCH_SCHOOL, NOT_CONFIRMED, NOT_REGISTERED_JOURNAL } from '../texts/intake.js';

type Context = Pick<ActionContext, 'tx' | 'actor' | 'today'>;

export interface Sender {
  readonly journal: JournalRow;
  readonly institutionId: string;
}

/** The e-journal as which somebody sends. @throws Forbidden (VI-103, cause `journal`) where it is none, or is suspended */
export async function getJournal({ tx, actor }: Context, institutionId: string | null = null): Promise<JournalRow> {
  const journal = actor.id ? await findJournalOfMachine(tx, actor.id) : undefined;
  if (journal?.state !== 'registered') throw noRight('journal', institutionId);
  return journal;
}

/** Who sends, and for which institution. @throws Forbidden (VI-103) with the one of three causes; NotFound */
export async function getSender(context: Context, regNr: string): Promise<Sender> {
  const institutionId = await getInstitution(context, regNr);
  const journal = await getJournal(context, institutionId);
  const bindings = (await listBindingsOf(context.tx, institutionId)).filter(({ journalId }) => journalId === journal.id);
  const cause = causeOf(journal, bindings, context.today);
  if (cause) throw noRight(cause, institutionId);
  return { journal, institutionId };
}

/**
 * Why nothing of an e-journal may be taken for an institution today, for what came or is fetched in the background; null where it may.
 * A journal from whose server is fetched needs no technical user.
 */
export async function whyNotTaken({ tx, today }: Pick<Context, 'tx' | 'today'>, journalId: string, institutionId: string): Promise<Forbidden | null> {
  const bindings = (await listBindingsOf(tx, institutionId)).filter((one) => one.journalId === journalId);
  const cause = causeOf({ state: bindings[0]?.state ?? 'registered', userId: journalId }, bindings, today);
  return cause && noRight(cause, institutionId);
}

/** @throws NotFound */
export async function getInstitution({ tx }: Context, regNr: string): Promise<string> {
  const institution = await findByRegNr(tx, regNr);
  if (!institution) throw new NotFound('no-such-school', NO_SUCH_SCHOOL);
  return institution.id;
}

const WORDS = { journal: NOT_REGISTERED_JOURNAL, confirmation: NOT_CONFIRMED, period: CONFIRMED_FOR_OTHER_DAYS } as const satisfies Record<Cause, unknown>;
const noRight = (cause: Cause, institution: string | null) => new Forbidden('VI-103', WORDS[cause], { cause, ...(institution && { institution }) });
