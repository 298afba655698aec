import { fill, same, type Text } from '#kernel/text.js';
import { button, formPage, showPage, type WebRoute } from '#web/page-route.js';
import { leaveName, openLeave } from '../../actions/leave-name.js';
import { matchClass, openClassDesk } from '../../actions/map-classes.js';
import { matchSubject, openSubjectDesk } from '../../actions/map-subjects.js';
import { retryHere } from '../../actions/retry-here.js';
import { openUnmatch, unmatchName } from '../../actions/unmatch-name.js';
import { ClassesDesk, ClassName } from './classes.js';
import { LeavePage } from './leave.js';
import { SubjectName, SubjectsDesk } from './subjects.js';
import { UndoPage } from './undo.js';
import { afterMatch } from './words.js';

/** Where something else is wrong with rows that waited, the desk tells what. */
const toldOf = (alias: string, { notTaken }: { readonly notTaken: number }): string => (notTaken > 0 ? `&matched=${alias}` : '');

const deskOf = (regNr: string) => `/intake/mapping?regNr=${regNr}`;
const classDeskOf = (regNr: string, year?: number) => `/intake/mapping/classes?regNr=${regNr}${year === undefined ? '' : `&year=${year}`}`;

export const mappingRoutes: readonly WebRoute[] = [
  showPage({ path: '/intake/mapping', action: openSubjectDesk, render: (desk, view) => <SubjectsDesk view={view} desk={desk} /> }),
  button({ path: '/intake/mapping/retry', action: retryHere, done: ({ school, retried }) => ({ to: deskOf(school.regNr), notice: fill(retried.notTaken > 0 ? RETRIED_NOT_ALL : RETRIED, { taken: retried.taken, notTaken: retried.notTaken }) }) }),
  formPage({
    path: '/intake/mapping/name',
    load: openSubjectDesk,
    loadInput: ({ regNr, name, journal }) => ({ regNr, name, journal }),
    render: (desk, view, attempt) => <SubjectName view={view} desk={desk} attempt={attempt} />,
    action: matchSubject,
    done: ({ school, alias, name, subject, retried }) => ({ to: deskOf(school.regNr) + toldOf(alias, retried), notice: afterMatch(name, { lv: subject.name, en: subject.nameEn }, retried) }),
  }),
  formPage({
    path: '/intake/mapping/undo',
    load: openUnmatch,
    loadInput: ({ regNr, kind, id }) => ({ regNr, kind, id }),
    render: (form, view, attempt) => <UndoPage view={view} form={form} attempt={attempt} />,
    action: unmatchName,
    done: ({ school, match }) => ({ to: match.year === null ? deskOf(school.regNr) : classDeskOf(school.regNr, match.year), notice: fill(UNDONE, { name: match.name }) }),
  }),
  showPage({ path: '/intake/mapping/classes', action: openClassDesk, render: (desk, view) => <ClassesDesk view={view} desk={desk} /> }),
  formPage({
    path: '/intake/mapping/class',
    load: openClassDesk,
    loadInput: ({ regNr, year, name }) => ({ regNr, year, name }),
    render: (desk, view, attempt) => <ClassName view={view} desk={desk} attempt={attempt} />,
    action: matchClass,
    done: ({ school, alias, name, title, year, retried }) => ({ to: classDeskOf(school.regNr, year) + toldOf(alias, retried), notice: afterMatch(name, same(title), retried) }),
  }),
  formPage({
    path: '/intake/mapping/leave',
    load: openLeave,
    loadInput: ({ regNr }) => ({ regNr }),
    render: (school, view, attempt) => <LeavePage view={view} school={school} attempt={attempt} />,
    action: leaveName,
    done: ({ school, rows }, _view, { kind, decision }) => ({ to: kind === 'class' ? classDeskOf(school.regNr) : deskOf(school.regNr), notice: fill(decision === 'dropped' ? DROPPED : LEFT, { rows }) }),
  }),
];

const UNDONE: Text = { lv: '“{name}” atbilstība atsaukta. Kas ar to jau pieņemts, paliek.', en: 'What “{name}” means has been taken back. What was taken by it stays.' };
const LEFT: Text = { lv: 'Atlikts. Rindas, kas gaida: {rows}.', en: 'Left for later. Rows that wait: {rows}.' };
const DROPPED: Text = { lv: 'Atmestas rindas: {rows}.', en: 'Rows dropped: {rows}.' };
const RETRIED_NOT_ALL: Text = { lv: 'Gaidošās rindas izskatītas vēlreiz. Pieņemtas: {taken}; nav pieņemtas: {notTaken}, iemesli ir pie saņemtajām paketēm.', en: 'The waiting rows were looked at again. Taken: {taken}; not taken: {notTaken}, the reasons are with the batches received.' };
const RETRIED: Text = { lv: 'Gaidošās rindas izskatītas vēlreiz. Pieņemtas: {taken}.', en: 'The waiting rows were looked at again. Taken: {taken}.' };
