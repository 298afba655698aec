import type { Text } from '#kernel/text.js';
import { exportedFile } from '#web/exported-file.js';
import { button, download, formPage, type RawInput, showPage, type WebRoute } from '#web/page-route.js';
import { parameterRoutes } from '#web/parameters/routes.js';
import { appointResponsible, openResponsibleForm, readBoard, showStatusKinds } from '../actions/board.js';
import { applyExtract, drawExtract, openExtracts, uploadExtract, viewExtract, withdrawExtract } from '../actions/extracts.js';
import { exportInquiries, readInquiries, viewInquiry } from '../actions/inquiries.js';
import { schoolageParameterActions } from '../actions/parameters.js';
import { addStep, answer, giveStatus, openStatusForm, openStepForm } from '../actions/work-on-inquiry.js';
import { BoardPage } from './board.js';
import { ExtractPage, ExtractsPage } from './extracts.js';
import { AnswerPage, ResponsiblePage, StatusPage, StepPage } from './forms.js';
import { namedChildrenPage } from './frame.js';
import { InquiryPage } from './inquiry.js';
import { inquiryColumns, ListPage } from './list.js';
import { StatusesPage } from './statuses.js';
import { BOARD_PATH, EXTRACTS_PATH, PARAMETERS_PATH, PATH, STATUSES_PATH, W } from './words.js';

const INQUIRY = `${PATH}/inquiries/:id`;
const inquiryOf = (raw: RawInput) => `${PATH}/inquiries/${String(raw['id'])}`;
const onlyId = (raw: RawInput) => ({ id: raw['id'] });

export const schoolageRoutes: readonly WebRoute[] = [
  namedChildrenPage(PATH, readInquiries, (list, view) => <ListPage view={view} list={list} />),
  download({ path: `${PATH}/export`, action: exportInquiries, file: (exported, view) => exportedFile(view, W.short, exported, inquiryColumns(view)) }),
  namedChildrenPage(INQUIRY, viewInquiry, (shown, view) => <InquiryPage view={view} shown={shown} />),
  formPage({
    path: `${INQUIRY}/status`, load: openStatusForm, loadInput: onlyId, render: (form, view, attempt) => <StatusPage view={view} form={form} attempt={attempt} />,
    action: giveStatus, done: ({ explains }, _view, raw) => ({ to: inquiryOf(raw), notice: explains ? CLOSED : STATUS_GIVEN }),
  }),
  formPage({
    path: `${INQUIRY}/steps`, load: openStepForm, loadInput: onlyId, render: ({ inquiry }, view, attempt) => <StepPage view={view} inquiry={inquiry} attempt={attempt} />,
    action: addStep, done: (_, _view, raw) => ({ to: inquiryOf(raw), notice: STEP_ADDED }),
  }),
  formPage({
    path: `${INQUIRY}/steps/:step`, load: openStepForm, loadInput: onlyId, render: ({ inquiry }, view, attempt) => <AnswerPage view={view} inquiry={inquiry} attempt={attempt} />,
    action: answer, done: (_, _view, raw) => ({ to: inquiryOf(raw), notice: ANSWER_ADDED }),
  }),
  showPage({ path: BOARD_PATH, action: readBoard, render: (board, view) => <BoardPage view={view} board={board} /> }),
  formPage({
    path: `${BOARD_PATH}/:atvk/responsible`, load: openResponsibleForm, loadInput: (raw) => ({ atvk: raw['atvk'] }), render: (form, view, attempt) => <ResponsiblePage view={view} form={form} attempt={attempt} />,
    action: appointResponsible, done: () => ({ to: BOARD_PATH, notice: APPOINTED }),
  }),
  formPage({
    path: EXTRACTS_PATH, load: openExtracts, loadInput: () => ({}), render: ({ extracts }, view, attempt) => <ExtractsPage view={view} extracts={extracts} attempt={attempt} />,
    action: uploadExtract, done: ({ id }) => ({ to: `${EXTRACTS_PATH}/${id}`, notice: RECEIVED }),
  }),
  button({ path: `${EXTRACTS_PATH}/draw`, action: drawExtract, done: ({ id }) => ({ to: `${EXTRACTS_PATH}/${id}`, notice: RECEIVED }) }),
  showPage({ path: `${EXTRACTS_PATH}/:id`, action: viewExtract, render: (shown, view) => <ExtractPage view={view} shown={shown} /> }),
  button({ path: `${EXTRACTS_PATH}/:id/apply`, action: applyExtract, done: ({ id }) => ({ to: `${EXTRACTS_PATH}/${id}`, notice: APPLYING }) }),
  button({ path: `${EXTRACTS_PATH}/:id/withdraw`, action: withdrawExtract, done: () => ({ to: EXTRACTS_PATH, notice: WITHDRAWN }) }),
  showPage({ path: STATUSES_PATH, action: showStatusKinds, render: (kinds, view) => <StatusesPage view={view} kinds={kinds} /> }),
  ...parameterRoutes({ path: PARAMETERS_PATH, title: W.parameters, above: [{ text: W.short, href: PATH }] }, schoolageParameterActions),
];

const STATUS_GIVEN: Text = { lv: 'Statuss saglabāts; gadījums paliek atvērts.', en: 'The status has been saved; the inquiry stays open.' };
const CLOSED: Text = { lv: 'Statuss saglabāts; gadījums slēgts līdz nākamajai pārbaudei.', en: 'The status has been saved; the inquiry is closed until its next check.' };
const STEP_ADDED: Text = { lv: 'Darbība ierakstīta.', en: 'The step has been written down.' };
const ANSWER_ADDED: Text = { lv: 'Atbilde ierakstīta.', en: 'The answer has been written down.' };
const APPOINTED: Text = { lv: 'Atbildīgais norīkots.', en: 'The responsible person has been appointed.' };
const RECEIVED: Text = { lv: 'Izraksts saņemts; rindas tiek salīdzinātas. Gadījumi vēl nav mainīti.', en: 'The extract has been received; its rows are being compared. No inquiry has changed yet.' };
const APPLYING: Text = { lv: 'Izrakstu piemēro.', en: 'The extract is being applied.' };
const WITHDRAWN: Text = { lv: 'Izraksts atsaukts; nekas nav mainīts.', en: 'The extract has been taken back; nothing has changed.' };
