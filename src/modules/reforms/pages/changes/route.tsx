import { FILE_KINDS } from '#platform/spreadsheets/spreadsheet.js';
import { download, showPage } from '#web/page-route.js';
import { exportChanges, showChanges } from '../../actions/read-reforms.js';
import type { RegisterChange } from '../../domain/foretold-changes.js';
import { EFFECTS, TEXTS } from '../../texts.js';
import { kindTitle, reasonOf, registerTitle } from '../register-words.js';
import { sheetOfReform } from '../sheet-of-reform.js';
import { ChangesPage } from './page.js';

export const changesRoutes = [
  showPage({ path: '/reforms/:reformId/changes', action: showChanges, render: (found, view) => <ChangesPage {...found} view={view} /> }),
  ...(['xlsx', 'csv'] as const).map((format) =>
    download({
      path: `/reforms/:reformId/changes.${format}`,
      action: exportChanges,
      file: (found, view) => ({
        name: `${view.lang === 'lv' ? 'reformas-izmaiņas' : 'reform-changes'}-${found.reform.effective}${FILE_KINDS[format].ending}`,
        type: FILE_KINDS[format].mediaType,
        content: sheetOfReform<RegisterChange>(found, format, view, ({ t }) => [
          { header: t(TEXTS.register), kind: 'text', value: (row) => t(registerTitle(row.participant)) },
          { header: t(TEXTS.what), kind: 'text', value: (row) => t(kindTitle(row)) },
          { header: t(TEXTS.whom), kind: 'text', value: (row) => row.label },
          { header: t(TEXTS.role), kind: 'text', value: (row) => (row.role ? t(row.role) : null) },
          { header: t(TEXTS.place), kind: 'text', value: (row) => row.place ?? null },
          { header: t(TEXTS.before), kind: 'text', value: (row) => row.before },
          { header: t(TEXTS.after), kind: 'text', value: (row) => row.after },
          { header: t(TEXTS.effect), kind: 'text', value: (row) => t(EFFECTS[row.effect]) },
          { header: t(TEXTS.reason), kind: 'text', value: (row) => t(reasonOf(row) ?? NOTHING) },
          { header: t(TEXTS.count), kind: 'integer', value: (row) => row.count },
        ]),
      }),
    }),
  ),
];

const NOTHING = { lv: '', en: '' };
