import { InvalidInput } from '#kernel/errors.js';
import { exportedFile } from '#web/exported-file.js';
import { custom, formPage, type WebRoute } from '#web/page-route.js';
import { checkPackage, openCheck } from '../../actions/check-package.js';
import { exportFindings, showReport, whole } from '../../actions/show-report.js';
import { findingColumns } from './finding-columns.js';
import { CheckPage } from './form-page.js';
import { ReportPage } from './report-page.js';
import { WORDS } from './words.js';

export const checkRoutes: readonly WebRoute[] = [
  formPage({
    path: '/intake/check',
    load: openCheck,
    loadInput: () => ({}),
    render: (_loaded, view, attempt) => <CheckPage view={view} attempt={attempt} />,
    action: checkPackage,
    done: (checked, view) => <ReportPage view={view} shown={whole(checked)} />,
  }),
  // One form narrows the report it carries and saves it as a file: its buttons say which.
  custom({
    method: 'POST',
    path: '/intake/check/report',
    async handle(_request, reply, { view, raw, perform, send }) {
      try {
        if (raw['as'] === undefined) return send(<ReportPage view={view} shown={await perform(showReport, raw)} />);
        const file = exportedFile(view, WORDS.findings, await perform(exportFindings, raw), findingColumns(view));
        return reply.type(file.type).header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`).send(file.content);
      } catch (error) {
        if (!(error instanceof InvalidInput)) throw error;
        return send(<CheckPage view={view} attempt={{ values: {}, errors: error.fields }} />, error.status);
      }
    },
  }),
  // Where the other language was chosen on a report: it was kept nowhere, so it is asked for again.
  custom({ method: 'GET', path: '/intake/check/report', handle: (_request, _reply, { redirect }) => Promise.resolve(redirect({ to: '/intake/check' })) }),
];
