import type { Text } from '#kernel/text.js';
import { button, custom, showPage, type WebRoute } from '#web/page-route.js';
import { openNilReports, reportNil, takeBackNil } from '../../actions/nil-reports.js';
import { openMarks, openSchoolMarks } from '../../actions/start-page.js';
import { NilPage } from './nil-page.js';
import { SchoolPage, SchoolsPage } from './page.js';

const nilOf = ({ regNr, year }: { regNr: string; year: number }) => `/marks/institutions/${regNr}/nil?year=${year}`;

export const schoolRoutes: readonly WebRoute[] = [
  custom({
    method: 'GET',
    path: '/marks',
    async handle(_request, _reply, at) {
      const start = await at.perform(openMarks, at.raw);
      return start.only ? at.redirect({ to: `/marks/institutions/${start.only.regNr}` }) : at.send(<SchoolsPage view={at.view} start={start} />);
    },
  }),
  showPage({ path: '/marks/institutions/:regNr', action: openSchoolMarks, render: (start, view) => <SchoolPage view={view} start={start} /> }),
  showPage({ path: '/marks/institutions/:regNr/nil', action: openNilReports, render: (reports, view) => <NilPage view={view} reports={reports} /> }),
  button({ path: '/marks/institutions/:regNr/nil', action: reportNil, done: (done) => ({ to: nilOf(done), notice: REPORTED }) }),
  button({ path: '/marks/institutions/:regNr/nil/take-back', action: takeBackNil, done: (done) => ({ to: nilOf(done), notice: TAKEN_BACK }) }),
];

const REPORTED: Text = { lv: 'Ziņojums saglabāts.', en: 'The report has been saved.' };
const TAKEN_BACK: Text = { lv: 'Ziņojums atsaukts.', en: 'The report has been taken back.' };
