import type { Lang } from '#kernel/text.js';
import type { Column } from '#platform/spreadsheets/column.js';
import { exportedFile } from '#web/exported-file.js';
import { download, showPage, type WebRoute } from '#web/page-route.js';
import type { View } from '#web/view.js';
import { exportRegister, exportWaiting, readRegister, readWaiting, type ResultRow, type WaitingRow } from '../../actions/register.js';
import { certificateOf, lastValidDay, scoreOf, validityText } from '../result-cells.js';
import { roleOf, titleOf, WORDS } from '../words.js';
import { ASKED_FROM, RegisterPage, WaitingPage } from './page.js';

export const registerRoutes: readonly WebRoute[] = [
  showPage({ path: '/training/register', action: readRegister, render: (register, view) => <RegisterPage view={view} register={register} /> }),
  download({ path: '/training/register/export', action: exportRegister, file: (exported, view) => exportedFile(view, WORDS.register, exported, registerColumns(view)) }),
  showPage({ path: '/training/waiting', action: readWaiting, render: (waiting, view) => <WaitingPage view={view} waiting={waiting} /> }),
  download({ path: '/training/waiting/export', action: exportWaiting, file: (exported, view) => exportedFile(view, WORDS.waiting, exported, waitingColumns(view.lang)) }),
];

const registerColumns = (view: View): Column<ResultRow>[] => {
  const { lang, today } = view;
  return [
    { kind: 'text', header: WORDS.user[lang], value: (result) => result.userName },
    { kind: 'text', header: WORDS.login[lang], value: (result) => result.login },
    { kind: 'text', header: WORDS.workplace[lang], value: (result) => result.place },
    { kind: 'text', header: WORDS.course[lang], value: (result) => titleOf(result)[lang] },
    { kind: 'date', header: WORDS.takenOn[lang], value: (result) => result.takenOn },
    { kind: 'text', header: WORDS.result[lang], value: (result) => scoreOf(view, result) },
    { kind: 'text', header: WORDS.state[lang], value: (result) => validityText(result, today)[lang] },
    { kind: 'text', header: WORDS.certificate[lang], value: (result) => certificateOf(result) },
    { kind: 'date', header: WORDS.validTo[lang], value: (result) => result.validTo && lastValidDay(result.validTo) },
  ];
};

const waitingColumns = (lang: Lang): Column<WaitingRow>[] => [
  { kind: 'text', header: WORDS.user[lang], value: (row) => row.userName },
  { kind: 'text', header: WORDS.login[lang], value: (row) => row.login },
  { kind: 'text', header: WORDS.role[lang], value: (row) => roleOf(row)[lang] },
  { kind: 'text', header: WORDS.place[lang], value: (row) => row.place ?? WORDS.country[lang] },
  { kind: 'text', header: WORDS.course[lang], value: (row) => titleOf(row)[lang] },
  { kind: 'date', header: ASKED_FROM[lang], value: (row) => row.validFrom },
];
