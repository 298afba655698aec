import { Readable } from 'node:stream';
import type { ByteRange } from '#web/byte-range.js';
import { besideCsv } from '#platform/spreadsheets/csv.js';
import { download, formPage, showPage } from '#web/page-route.js';
import { askReport, fetchReport, openReportForm, readReports } from '../../actions/ask-report.js';
import { ReportFormPage } from './form-page.js';
import { ReportsPage } from './list-page.js';
import { WORDS } from './words.js';

export const reportRoutes = [
  showPage({ path: '/reports', action: readReports, render: (found, view) => <ReportsPage view={view} {...found} /> }),
  formPage({
    path: '/reports/:kind',
    load: openReportForm,
    render: (loaded, view, attempt) => <ReportFormPage view={view} attempt={attempt} {...loaded} />,
    action: askReport,
    input: (raw, view) => ({ ...raw, lang: view.lang }),
    done: () => ({ to: '/reports', notice: WORDS.askedFor }),
  }),
  download({
    path: '/reports/requests/:id/file',
    action: fetchReport,
    file: ({ name, type, size, run, read }) => ({ name, type, content: { size, tag: run, read: (range: ByteRange) => Readable.from(read(range), { objectMode: false }) } }),
  }),
  download({
    path: '/reports/requests/:id/about',
    action: fetchReport,
    file: (report) => ({ name: `${report.name}-metadata.json`, type: 'application/csvm+json', content: besideCsv(report) }),
  }),
];
