import { fill, type Lang, type Text } from '#kernel/text.js';
import type { Column } from '#platform/spreadsheets/column.js';
import { exportedFile } from '#web/exported-file.js';
import { download, formPage, type RawInput, showPage, type WebRoute } from '#web/page-route.js';
import { delegateUser, openDelegateForm, openWithdrawForm, type ParticipantRow, withdrawDelegation } from '../../actions/delegate.js';
import { exportParticipants, markParticipants, readParticipants } from '../../actions/participants.js';
import { cancelRemoteCourse, listRemoteCourses, openRemoteForm, questionnaireOf, readRemoteCourse, type RemoteRow, saveRemoteCourse } from '../../actions/remote-courses.js';
import { readAnswer } from '../../domain/questionnaire.js';
import { numberedFields } from '../numbered-fields.js';
import { titleOf, WORDS } from '../words.js';
import { RemoteEditPage } from './edit-page.js';
import { CancelPage, WithdrawPage } from './call-off-pages.js';
import { RemoteListPage, RemotePage } from './list-page.js';
import { CAME, DelegatePage, DID_NOT_COME, MAIL, ParticipantsPage, seatOf, SENT_AT, WORKPLACE } from './people-pages.js';

const editing = (path: string): WebRoute =>
  formPage({
    path,
    load: openRemoteForm,
    render: (form, view, attempt) => <RemoteEditPage view={view} attempt={attempt} form={form} />,
    action: saveRemoteCourse,
    done: ({ id }) => ({ to: `/training/remote/${id}`, notice: SAVED }),
  });

export const remoteRoutes: readonly WebRoute[] = [
  showPage({ path: '/training/remote', action: listRemoteCourses, render: (list, view) => <RemoteListPage view={view} list={list} /> }),
  editing('/training/remote/new'),
  showPage({ path: '/training/remote/:id', action: readRemoteCourse, render: (details, view) => <RemotePage view={view} details={details} /> }),
  editing('/training/remote/:id/edit'),
  formPage({
    path: '/training/remote/:id/delegate',
    load: openDelegateForm,
    render: (form, view, attempt) => <DelegatePage view={view} attempt={attempt} form={form} />,
    action: delegateUser,
    input: (raw: RawInput) => ({ id: raw['id'], userId: raw['userId'], answers: numberedFields('a', raw) }),
    done: ({ state }, view) => ({ to: view.path, notice: state === 'confirmed' ? SENT : SENT_TO_WAIT }),
  }),
  formPage({
    path: '/training/participations/:id/withdraw',
    load: openWithdrawForm,
    render: (form, view, attempt) => <WithdrawPage view={view} attempt={attempt} form={form} />,
    action: withdrawDelegation,
    done: ({ remote }) => ({ to: `/training/remote/${remote}`, notice: WITHDRAWN }),
  }),
  formPage({
    path: '/training/remote/:id/cancel',
    load: openRemoteForm,
    render: ({ remote }, view, attempt) => <CancelPage view={view} attempt={attempt} remote={remote!} />,
    action: cancelRemoteCourse,
    done: (_, _view, raw) => ({ to: `/training/remote/${String(raw['id'])}`, notice: CANCELLED }),
  }),
  formPage({
    path: '/training/remote/:id/participants',
    load: readParticipants,
    render: (found, view, attempt) => <ParticipantsPage view={view} attempt={attempt} found={found} />,
    action: markParticipants,
    done: ({ came }, view) => ({ to: view.path, notice: fill(MARKED, { came }) }),
  }),
  download({
    path: '/training/remote/:id/participants/export',
    action: exportParticipants,
    file: ({ remote, ...exported }, view) => exportedFile(view, titleOf(remote), exported, participantColumns(remote, exported.begun, view.lang)),
  }),
];

const participantColumns = (remote: RemoteRow, begun: boolean, lang: Lang): Column<ParticipantRow>[] => [
  { kind: 'text', header: WORDS.name[lang], value: (one) => one.name },
  { kind: 'text', header: MAIL[lang], value: (one) => one.email },
  { kind: 'text', header: WORKPLACE[lang], value: (one) => one.place },
  { kind: 'text', header: WORDS.state[lang], value: (one) => seatOf(one, { off: remote.cancelled, begun }).words[lang] },
  ...questionnaireOf(remote, lang).map((question, at): Column<ParticipantRow> => ({ kind: 'text', header: question.words, value: (one) => readAnswer(question, one.answers[at]) })),
  { kind: 'instant', header: SENT_AT[lang], value: (one) => one.delegatedAt },
  { kind: 'text', header: CAME[lang], value: (one) => (one.attended === null ? '' : (one.attended ? CAME : DID_NOT_COME)[lang]) },
];

const SAVED: Text = { lv: 'Mācības ir saglabātas.', en: 'The course has been saved.' };
const SENT: Text = { lv: 'Dalībnieks ir deleģēts, un viņam ir vieta.', en: 'The participant is sent and has a seat.' };
const SENT_TO_WAIT: Text = { lv: 'Dalībnieks ir deleģēts un gaida brīvu vietu.', en: 'The participant is sent and waits for a free seat.' };
const WITHDRAWN: Text = { lv: 'Dalība ir atsaukta.', en: 'The participation has been withdrawn.' };
const CANCELLED: Text = { lv: 'Mācības ir atceltas, dalībnieki saņems paziņojumu.', en: 'The course is cancelled; the participants will be told.' };
const MARKED: Text = { lv: 'Klātbūtne saglabāta. Piedalījās: {came}.', en: 'Attendance saved. Present: {came}.' };
