import { FILE_KINDS, spreadsheet } from '#platform/spreadsheets/spreadsheet.js';
import { download, showPage } from '#web/page-route.js';
import { reportInstitutionsByMunicipality } from '../../actions/institutions-by-municipality.js';
import { TEXTS, withoutWords } from '../../texts.js';
import { InstitutionsByMunicipalityPage, statedFacts } from './page.js';

const PATH = '/reports/institutions-by-municipality';

export const institutionsByMunicipalityRoutes = [
  showPage({ path: PATH, action: reportInstitutionsByMunicipality, render: (report, view) => <InstitutionsByMunicipalityPage report={report} view={view} /> }),
  ...(['xlsx', 'csv'] as const).map((format) =>
    download({
      path: `${PATH}.${format}`,
      action: reportInstitutionsByMunicipality,
      file: (report, view) => {
        const { lang, t } = view;
        const stated = statedFacts(report, view);
        return {
          name: `${t(TEXTS.title)} ${report.on}${FILE_KINDS[format].ending}`,
          type: FILE_KINDS[format].mediaType,
          content: spreadsheet(
            {
              format,
              lang,
              title: t(TEXTS.title),
              about: [
                { label: t({ lv: 'Datu brīdis', en: 'Data moment' }), value: stated.moment },
                { label: t(TEXTS.on), value: stated.on },
                { label: t(TEXTS.old), value: stated.old },
                { label: t(TEXTS.new), value: stated.new },
                { label: t(TEXTS.basis), value: stated.basis },
                ...(report.basis === 'founder' ? [{ label: t(TEXTS.note), value: t(TEXTS.byFounderNote) }] : []),
              ],
              columns: [
                { header: t(TEXTS.newUnit), kind: 'text', value: (row) => row.newName ?? t(withoutWords(row.newWithout)) },
                { header: t(TEXTS.oldUnit), kind: 'text', value: (row) => row.oldName ?? t(withoutWords(row.oldWithout)) },
                { header: t(TEXTS.institutions), kind: 'integer', value: (row) => row.institutions },
              ],
            },
            report.rows,
          ),
        };
      },
    }),
  ),
];
