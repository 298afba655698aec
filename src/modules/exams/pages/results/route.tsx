import { namedPage, standingReasonOf } from '#modules/education/public.js';
import { fill, type Text } from '#kernel/text.js';
import { exportedFile } from '#web/exported-file.js';
import { button, custom, formPage, showPage, type WebRoute } from '#web/page-route.js';
import { appointAssessor, takeInWorks } from '../../actions/assess.js';
import { countResults } from '../../actions/count-results.js';
import { exportSittingResults, openEventResults, openResults, viewSittingResults } from '../../actions/view-results.js';
import { examTitle } from '../../domain/exam-words.js';
import { RESULTS } from '../sitting/tabs.js';
import { SITTINGS } from '../sittings/page.js';
import { EventResultsPage, RESULTS_PATH, ResultsPage } from './event.js';
import { resultColumns, SittingResultsPage } from './sitting.js';

const SITTING = `${SITTINGS}/sittings/:id/results`;

export const resultRoutes: readonly WebRoute[] = [
  namedPage({ path: SITTING, action: viewSittingResults, render: (shown, view) => <SittingResultsPage view={view} shown={shown} /> }),
  custom({
    method: 'GET',
    path: `${SITTING}/export`,
    async handle(_request, reply, { view, raw, perform }) {
      const { sitting, format, rows, parts, withCodes } = await perform(exportSittingResults, raw, standingReasonOf(view.actor, exportSittingResults.permission));
      const title: Text = { lv: `${examTitle(sitting).lv} ${RESULTS.lv}`, en: `${examTitle(sitting).en}: ${RESULTS.en}` };
      const file = exportedFile(view, title, { format, rows }, resultColumns(view, { parts, withCodes }));
      return reply.type(file.type).header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name.replaceAll('/', '-'))}`).send(file.content);
    },
  }),
  showPage({ path: RESULTS_PATH, action: openResults, render: (found, view) => <ResultsPage view={view} found={found} /> }),
  showPage({ path: `${RESULTS_PATH}/:eventId`, action: openEventResults, render: (found, view) => <EventResultsPage view={view} found={found} attempt={{ values: {}, errors: [] }} /> }),
  formPage({
    path: `${RESULTS_PATH}/:eventId/assessors`,
    load: openEventResults,
    loadInput: ({ eventId }) => ({ eventId }),
    render: (found, view, attempt) => <EventResultsPage view={view} found={found} attempt={attempt} />,
    action: appointAssessor,
    done: ({ eventId }) => ({ to: `${RESULTS_PATH}/${eventId}`, notice: APPOINTED }),
  }),
  button({ path: `${RESULTS_PATH}/:eventId/take-in`, action: takeInWorks, done: ({ event, received }) => ({ to: `${RESULTS_PATH}/${event.eventId}`, notice: fill(TAKEN_IN, { n: received }) }) }),
  button({ path: `${RESULTS_PATH}/:eventId/count`, action: countResults, done: ({ event, recorded, changed }) => ({ to: `${RESULTS_PATH}/${event.id}`, notice: fill(COUNTED, { recorded, changed }) }) }),
];

const APPOINTED: Text = { lv: 'Vērtētājs iecelts.', en: 'The assessor has been appointed.' };
const TAKEN_IN: Text = { lv: 'Saņemti darbi: {n}.', en: 'Works received: {n}.' };
const COUNTED: Text = { lv: 'Rezultāti aprēķināti. Jauni: {recorded}, mainīti: {changed}.', en: 'Results counted. New: {recorded}, changed: {changed}.' };
