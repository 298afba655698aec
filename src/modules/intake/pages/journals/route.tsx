import { fill, type Text } from '#kernel/text.js';
import { button, formPage, showPage, type WebRoute } from '#web/page-route.js';
import { addContact, changeJournal, changeJournalState, endContact, openNewJournal, readJournal, readJournals, registerJournal } from '../../actions/keep-journals.js';
import { showOwnJournals } from '../../actions/own-journal.js';
import { spreadAlias } from '../../actions/spread-alias.js';
import { JournalPage, OwnJournalPage } from './card.js';
import { ChangeJournalPage, JournalStatePage, NewJournalPage } from './forms.js';
import { JournalsPage } from './list.js';

const codeOf = ({ code }: Readonly<Record<string, unknown>>) => ({ code });

export const journalRoutes: readonly WebRoute[] = [
  showPage({ path: '/intake/journals', action: readJournals, render: (journals, view) => <JournalsPage view={view} journals={journals} /> }),
  showPage({ path: '/intake/mine', action: showOwnJournals, render: (cards, view) => <OwnJournalPage view={view} cards={cards} /> }),
  formPage({
    path: '/intake/journals/new',
    load: openNewJournal,
    render: (_, view, attempt) => <NewJournalPage view={view} attempt={attempt} />,
    action: registerJournal,
    done: ({ code }) => ({ to: `/intake/journals/${code}`, notice: REGISTERED }),
  }),
  formPage({
    path: '/intake/journals/:code',
    load: readJournal,
    loadInput: ({ code, after }) => ({ code, after }),
    render: (card, view, attempt) => <JournalPage view={view} card={card} attempt={attempt} />,
    action: addContact,
    done: ({ code }) => ({ to: `/intake/journals/${code}`, notice: CONTACT_ADDED }),
  }),
  button({ path: '/intake/journals/:code/contacts/end', action: endContact, done: ({ code }) => ({ to: `/intake/journals/${code}`, notice: CONTACT_REMOVED }) }),
  button({
    path: '/intake/journals/:code/spread',
    action: spreadAlias,
    done: ({ journal, name, subject, institutions }) => ({ to: `/intake/journals/${journal.code}`, notice: fill(SPREAD, { name, subject: subject.name, institutions }) }),
  }),
  formPage({
    path: '/intake/journals/:code/change',
    load: readJournal,
    loadInput: codeOf,
    render: ({ journal }, view, attempt) => <ChangeJournalPage view={view} journal={journal} attempt={attempt} />,
    action: changeJournal,
    done: (_, _view, { code }) => ({ to: `/intake/journals/${String(code)}`, notice: SAVED }),
  }),
  formPage({
    path: '/intake/journals/:code/state',
    load: readJournal,
    loadInput: codeOf,
    render: ({ journal }, view, attempt) => <JournalStatePage view={view} journal={journal} attempt={attempt} />,
    action: changeJournalState,
    done: (_, _view, { code }) => ({ to: `/intake/journals/${String(code)}`, notice: SAVED }),
  }),
];

const REGISTERED: Text = { lv: 'E-žurnāls ir reģistrēts. Pievienojiet kontaktpersonu.', en: 'The e-journal has been registered. Add a contact.' };
const CONTACT_ADDED: Text = { lv: 'Kontaktpersona ir pievienota.', en: 'The contact has been added.' };
const CONTACT_REMOVED: Text = { lv: 'Kontaktpersona ir noņemta.', en: 'The contact has been removed.' };
const SAVED: Text = { lv: 'Saglabāts.', en: 'Saved.' };
const SPREAD: Text = { lv: '“{name}” visās iestādēs tagad nozīmē “{subject}”. Iestādes, kur tas gaida un tiek pieņemts fonā: {institutions}.', en: '“{name}” now means “{subject}” in all institutions. Institutions where it waits and is being taken: {institutions}.' };
