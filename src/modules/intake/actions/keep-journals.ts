import { z } from 'zod';
import { findUserByLogin, PositionInput } from '#modules/access/public.js';
import { listSubjectNames } from '#modules/education/public.js';
import { emptyAsNull } from '#kernel/empty-field.js';
import { Conflict, type FieldError, invalid, InvalidInput, NotFound } from '#kernel/errors.js';
import { same, type Text } from '#kernel/text.js';
import { addDays } from '#kernel/iso-date.js';
import { type ActionContext, NOT_PERSONAL, readAction, writeAction } from '#platform/actions/action.js';
import type { Read } from '#platform/db/transaction.js';
import { JOURNAL_CODE, JOURNAL_STATES, NEXT_STATES } from '../domain/journal.js';
import { keepJournals } from '../permissions.js';
import { type AgreedName, listAgreed } from '../store/aliases.js';
import { type CallRow, listCallsOf } from '../store/journal-calls.js';
import { listSchoolsOf, type SchoolOfJournal } from '../store/journal-schools.js';
import {
  type ContactRow, endContactRow, findJournal, findJournalOfMachine, insertContact, insertJournal, isPerson, type JournalRow, listContacts, type ListedJournal, listJournals, setJournalState, updateJournal,
} from '../store/journals.js';
import { CHANGED_MEANWHILE, JOURNAL_CONSTRAINTS, REQUIRED, NO_SUCH_CONTACT, NO_SUCH_JOURNAL, NO_SUCH_STATE_NEXT, NO_SUCH_USER, NOT_A_MACHINE } from '../texts/journals.js';

export type { CallRow, ContactRow, JournalRow, ListedJournal, SchoolOfJournal };

/** So many days back calls are looked at. */
export const LATELY_DAYS = 30;
const PAGE = 50;

/** @throws NotFound */
export async function getJournal(tx: Read, code: string): Promise<JournalRow> {
  const journal = await findJournal(tx, code);
  if (!journal) throw new NotFound('no-such-journal', NO_SUCH_JOURNAL);
  return journal;
}

/** The register of e-journals: some tens in the country. */
export const readJournals = readAction({
  name: 'intake.list-journals',
  title: { lv: 'Apskatīts e-žurnālu reģistrs', en: 'Register of e-journals looked at' },
  permission: keepJournals,
  input: z.object({}),
  audit: NOT_PERSONAL,
  run: ({ tx, today }): Promise<ListedJournal[]> => listJournals(tx, today, addDays(today, -LATELY_DAYS)),
});

export interface JournalCard {
  readonly journal: JournalRow;
  readonly contacts: readonly ContactRow[];
  readonly calls: readonly CallRow[];
  readonly schools: readonly SchoolOfJournal[];
  readonly next: string | null;
  /** Names about which schools agree, to be extended to all of them. */
  readonly agreed: readonly (AgreedName & { readonly subject: Text })[];
}

/** An e-journal with whom to tell, what it calls, and the schools that confirmed it. */
export async function cardOf({ tx, today }: Pick<ActionContext, 'tx' | 'today'>, journal: JournalRow, after: readonly [string, string] | null): Promise<JournalCard> {
  const schools = await listSchoolsOf(tx, journal.id, today, after, PAGE + 1);
  const last = schools.length > PAGE ? schools[PAGE - 1] : undefined;
  return {
    journal,
    contacts: await listContacts(tx, [journal.id]),
    calls: await listCallsOf(tx, journal.id, addDays(today, -LATELY_DAYS)),
    schools: schools.slice(0, PAGE),
    next: last ? JSON.stringify([last.school, last.institutionId]) : null,
    agreed: await withSubjects(tx, await listAgreed(tx, journal.id)),
  };
}

async function withSubjects(tx: Read, agreed: readonly AgreedName[]): Promise<JournalCard['agreed']> {
  const names = new Map((await listSubjectNames(tx, agreed.map(({ subjectId }) => subjectId))).map((one): [number, Text] => [one.id, { lv: one.name, en: one.nameEn }]));
  return agreed.map((one) => ({ ...one, subject: names.get(one.subjectId) ?? same(String(one.subjectId)) }));
}

export const readJournal = readAction({
  name: 'intake.read-journal',
  title: { lv: 'Apskatīts e-žurnāls', en: 'E-journal looked at' },
  permission: keepJournals,
  input: z.object({ code: z.string(), after: PositionInput }),
  audit: NOT_PERSONAL,
  run: async (context, { code, after }): Promise<JournalCard> => cardOf(context, await getJournal(context.tx, code), after),
});

export const openNewJournal = readAction({
  name: 'intake.open-new-journal',
  title: { lv: 'Atvērta e-žurnāla reģistrēšanas veidlapa', en: 'Form for registering an e-journal opened' },
  permission: keepJournals,
  input: z.object({}),
  audit: NOT_PERSONAL,
  run: () => Promise.resolve(null),
});

const facts = {
  name: z.string().trim().max(100).default(''),
  vendor: z.string().trim().max(200).default(''),
  /** Login of the technical user that its machine client acts as; may be named later. */
  login: emptyAsNull(z.string().trim().toLowerCase().max(100)),
};

export const registerJournal = writeAction({
  name: 'intake.register-journal',
  title: { lv: 'Reģistrēts e-žurnāls', en: 'E-journal registered' },
  permission: keepJournals,
  input: z.object({ code: z.string().trim().toLowerCase().max(31).default(''), ...facts }),
  async run({ tx, actor, now }, { code, login, ...journal }) {
    const userId = await checkFacts(tx, { login, ...journal }, await wrongCode(tx, code));
    const id = await insertJournal(tx, { ...journal, code, userId }, actor.id!, now);
    return { id, code };
  },
  audit: ({ input, output }) => ({ facts: { journal: output.id, code: input.code, title: input.name, vendor: input.vendor } }),
});

/** Another technical user means another key to the registers, so that who changes it proves anew who they are. */
export const changeJournal = writeAction({
  name: 'intake.change-journal',
  title: { lv: 'Mainīti e-žurnāla dati', en: 'Facts of an e-journal changed' },
  permission: keepJournals,
  asksFreshProof: true,
  input: z.object({ code: z.string(), ...facts }),
  async run({ tx }, { code, login, ...journal }) {
    const before = await getJournal(tx, code);
    await updateJournal(tx, before.id, { ...journal, userId: await checkFacts(tx, { login, ...journal }, undefined, before.id) });
    return { before };
  },
  audit: ({ input, output: { before } }) => ({ facts: { journal: before.id, before: { title: before.name, vendor: before.vendor, login: before.login }, after: { title: input.name, vendor: input.vendor, login: input.login } } }),
});

/** What is wrong with the code of a new journal. */
async function wrongCode(tx: Read, code: string): Promise<FieldError | undefined> {
  const message = code === '' ? REQUIRED : !JOURNAL_CODE.test(code) ? JOURNAL_CONSTRAINTS['journal_code_has_its_shape'] : (await findJournal(tx, code)) ? JOURNAL_CONSTRAINTS['journal_code_belongs_to_one'] : undefined;
  return message && { field: 'code', message };
}

interface Facts {
  readonly name: string;
  readonly vendor: string;
  readonly login: string | null;
}

/** The technical user named, if any; whatever is wrong is told at once. @throws InvalidInput with every wrong field */
async function checkFacts(tx: Read, { name, vendor, login }: Facts, wrong: FieldError | undefined, own?: string): Promise<string | null> {
  const user = login === null ? undefined : await findUserByLogin(tx, login);
  const wrongUser = login === null ? undefined : !user ? NO_SUCH_USER : await wrongUserOf(tx, user.id, own);
  const errors = [wrong, name === '' && { field: 'name', message: REQUIRED }, vendor === '' && { field: 'vendor', message: REQUIRED }, wrongUser && { field: 'login', message: wrongUser }];
  const found = errors.filter((one): one is FieldError => Boolean(one));
  if (found.length > 0) throw new InvalidInput(found);
  return user?.id ?? null;
}

/** A technical user is no person and works for one journal alone. */
async function wrongUserOf(tx: Read, userId: string, own: string | undefined): Promise<Text | undefined> {
  if (await isPerson(tx, userId)) return NOT_A_MACHINE;
  const journal = await findJournalOfMachine(tx, userId);
  return journal && journal.id !== own ? JOURNAL_CONSTRAINTS['technical_user_of_one_journal'] : undefined;
}

/** Suspends, lets work again, or closes for good; what it sent stays. */
export const changeJournalState = writeAction({
  name: 'intake.change-journal-state',
  title: { lv: 'Mainīts e-žurnāla stāvoklis', en: 'State of an e-journal changed' },
  permission: keepJournals,
  asksFreshProof: true,
  input: z.object({ code: z.string(), state: z.enum(JOURNAL_STATES), reason: z.string().trim().min(3).max(500) }),
  async run({ tx }, { code, state, reason }) {
    const journal = await getJournal(tx, code);
    if (!NEXT_STATES[journal.state].includes(state)) throw invalid('state', NO_SUCH_STATE_NEXT);
    if ((await setJournalState(tx, journal.id, journal.state, state, state === 'registered' ? '' : reason)) === 0) throw new Conflict('journal-changed', CHANGED_MEANWHILE);
    return { id: journal.id, was: journal.state };
  },
  audit: ({ input, output }) => ({ facts: { journal: output.id, was: output.was, state: input.state, comment: input.reason } }),
});

export const addContact = writeAction({
  name: 'intake.add-journal-contact',
  title: { lv: 'Pievienota e-žurnāla kontaktpersona', en: 'Contact of an e-journal added' },
  permission: keepJournals,
  input: z.object({ code: z.string(), contact: z.string().trim().min(1).max(200), email: z.string().trim().toLowerCase().max(200), user: emptyAsNull(z.string().trim().toLowerCase().max(100)) }),
  async run({ tx, actor, now }, { code, contact, email, user: login }) {
    const journal = await getJournal(tx, code);
    const user = login === null ? undefined : await findUserByLogin(tx, login);
    if (login !== null && !user) throw invalid('user', NO_SUCH_USER);
    await insertContact(tx, { journalId: journal.id, name: contact, email, userId: user?.id ?? null }, actor.id!, now);
    return journal;
  },
  audit: ({ output }) => ({ facts: { journal: output.id } }),
});

export const endContact = writeAction({
  name: 'intake.end-journal-contact',
  title: { lv: 'Noņemta e-žurnāla kontaktpersona', en: 'Contact of an e-journal removed' },
  permission: keepJournals,
  input: z.object({ code: z.string(), id: z.uuid() }),
  async run({ tx, actor, now }, { code, id }) {
    const journal = await getJournal(tx, code);
    if ((await endContactRow(tx, journal.id, id, actor.id!, now)) === 0) throw new NotFound('no-such-contact', NO_SUCH_CONTACT);
    return journal;
  },
  audit: ({ input, output }) => ({ facts: { journal: output.id, contact: input.id } }),
});
