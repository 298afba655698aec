import { z } from 'zod';
import { Forbidden } from '#kernel/errors.js';
import { NOT_PERSONAL, readAction } from '#platform/actions/action.js';
import { seeOwnJournal, send } from '../permissions.js';
import { listOffered, type OfferedAlias } from '../store/aliases.js';
import { listSchoolsOf, type SchoolOfJournal } from '../store/journal-schools.js';
import { findJournalOfMachine, type JournalRow, listJournalsOfContact } from '../store/journals.js';
import { NO_JOURNAL_OF_YOURS } from '../texts/journals.js';
import { cardOf, type JournalCard } from './keep-journals.js';

/** The e-journals whose technical contact signs in, with their schools and how they fare there. */
export const showOwnJournals = readAction({
  name: 'intake.show-own-journals',
  title: { lv: 'Apskatīts savs e-žurnāls', en: 'Own e-journal looked at' },
  permission: seeOwnJournal,
  input: z.object({}),
  audit: NOT_PERSONAL,
  async run(context): Promise<JournalCard[]> {
    const journals = context.actor.id === null ? [] : await listJournalsOfContact(context.tx, context.actor.id);
    const cards: JournalCard[] = [];
    for (const journal of journals) cards.push(await cardOf(context, journal, null));
    return cards;
  },
});

/** So many schools a machine is told of at once. */
const MOST_SCHOOLS = 2_000;

export interface OwnState {
  readonly journal: JournalRow;
  readonly schools: readonly SchoolOfJournal[];
}

async function getOwn(context: { readonly tx: Parameters<typeof findJournalOfMachine>[0]; readonly actor: { readonly kind: string; readonly id: string | null } }): Promise<JournalRow> {
  const journal = context.actor.kind === 'machine' && context.actor.id ? await findJournalOfMachine(context.tx, context.actor.id) : undefined;
  if (!journal) throw new Forbidden('no-journal-of-yours', NO_JOURNAL_OF_YOURS);
  return journal;
}

/** What a machine is told of its own e-journal: its state, and for which schools it may send today. */
export const readOwnState = readAction({
  name: 'intake.read-own-state',
  title: { lv: 'E-žurnāls uzzinājis savas iestādes', en: 'E-journal asked for its institutions' },
  permission: send,
  input: z.object({}),
  audit: NOT_PERSONAL,
  async run(context): Promise<OwnState> {
    const journal = await getOwn(context);
    return { journal, schools: await listSchoolsOf(context.tx, journal.id, context.today, null, MOST_SCHOOLS) };
  },
});

/** The matches that schools offered, so that the vendor mends its names at the source. */
export const readOffered = readAction({
  name: 'intake.read-offered-aliases',
  title: { lv: 'E-žurnāls saņēmis skolu piedāvātās atbilstības', en: 'E-journal got the matches offered by schools' },
  permission: send,
  input: z.object({ institution: z.string().trim().max(20).default('') }),
  audit: NOT_PERSONAL,
  run: async (context, { institution }): Promise<OfferedAlias[]> => listOffered(context.tx, (await getOwn(context)).id, institution, context.today),
});
