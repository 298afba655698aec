import { readableDay } from '#kernel/iso-date.js';
import type { RegisterChange } from '../../domain/compare-changes.js';
import { FILE_KINDS, spreadsheet } from '#platform/spreadsheets/spreadsheet.js';
import { instant } from '#ui/format.js';
import { download, showPage } from '#web/page-route.js';
import { exportChanges, showChanges } from '../../actions/read-reforms.js';
import { PARTICIPANTS } from '../../participants.js';
import { EFFECTS, TEXTS } from '../../texts.js';
import { ChangesPage } from './page.js';

export const changesRoutes = [
  showPage({ path: '/reforms/:reformId/changes', action: showChanges, render: (found, view) => <ChangesPage {...found} view={view} /> }),
  ...(['xlsx', 'csv'] as const).map((format) =>
    download({
      path: `/reforms/:reformId/changes.${format}`,
      action: exportChanges,
      file: ({ reform, rows }, { lang, t, clock }) => ({
        name: `${lang === 'lv' ? 'reformas-izmaiņas' : 'reform-changes'}-${reform.effective}${FILE_KINDS[format].ending}`,
        type: FILE_KINDS[format].mediaType,
        content: spreadsheet<RegisterChange>(
          {
            format,
            lang,
            title: lang === 'lv' ? reform.titleLv : reform.titleEn,
            about: [
              { label: t(TEXTS.effective), value: readableDay(reform.effective) },
              { label: t(TEXTS.legalBasis), value: reform.legalBasis },
              { label: t({ lv: 'Datu brīdis', en: 'Data moment' }), value: instant(clock.now()) },
            ],
            columns: [
              { header: t(TEXTS.register), kind: 'text', value: (row) => titleOf(row.participant)?.title[lang] ?? row.participant },
              { header: t(TEXTS.what), kind: 'text', value: (row) => titleOf(row.participant)?.kinds[row.kind]?.[lang] ?? row.kind },
              { header: t(TEXTS.whom), kind: 'text', value: (row) => row.label },
              { header: t(TEXTS.before), kind: 'text', value: (row) => row.before },
              { header: t(TEXTS.after), kind: 'text', value: (row) => row.after },
              { header: t(TEXTS.effect), kind: 'text', value: (row) => EFFECTS[row.effect][lang] },
              { header: t(TEXTS.count), kind: 'integer', value: (row) => row.count },
            ],
          },
          rows,
        ),
      }),
    }),
  ),
];

const titleOf = (name: string) => PARTICIPANTS.find((one) => one.name === name);
