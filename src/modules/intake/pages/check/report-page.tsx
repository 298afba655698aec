import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { Button } from '#ui/form/button.js';
import { HiddenFields } from '#ui/form/form.js';
import { SelectField } from '#ui/form/select-field.js';
import { bytes, instant, number } from '#ui/format.js';
import { Lead } from '#ui/lead.js';
import { Notice } from '#ui/notice.js';
import { Page } from '#ui/page.js';
import { StatTiles } from '#ui/stat-tiles.js';
import { StatusTag } from '#ui/status-tag.js';
import { DataTable } from '#ui/table/data-table.js';
import type { View } from '#web/view.js';
import type { ShownReport } from '../../actions/show-report.js';
import { CATALOGUE } from '../../domain/oneroster/catalogue/catalogue.js';
import { packReport } from '../../domain/oneroster/checked-package.js';
import { KEPT_PER_CODE } from '../../domain/oneroster/finding.js';
import type { FileReport } from '../../domain/oneroster/package-report.js';
import { FindingsTable, KindsTable, SHOWN_AT_ONCE } from './findings-table.js';
import { CheckForm } from './form-page.js';
import { WORDS } from './words.js';

/** What a check found. The report travels with the page, packed, so that it can be narrowed and downloaded without being kept. */
export function ReportPage({ view, shown }: { view: View; shown: ShownReport }): VNode {
  const { lang, t } = view;
  const { name, size, at, report } = shown.checked;
  const isFit = report.errors === 0;
  return (
    <Page {...view.frame} title={t(TITLE)} width="work" breadcrumbs={[{ text: WORDS.check, href: '/intake/check' }, { text: TITLE }]}>
      <h1>{t(TITLE)}</h1>
      <Lead>{[name, bytes(size, lang), report.source, `OneRoster ${report.dialect}`, instant(new Date(at))].filter((part) => part !== null).join(' · ')}</Lead>
      <Notice lang={lang} tone={isFit ? 'success' : 'danger'} title={isFit ? FIT : UNFIT} announced>
        <p>{t(isFit ? FIT_MORE : UNFIT_MORE)}</p>
      </Notice>
      <StatTiles
        lang={lang}
        tiles={[
          { value: number(report.errors, lang), label: WORDS.errors },
          { value: number(report.warnings, lang), label: WORDS.warnings },
          { value: number(report.files.filter((file) => file.present).length, lang), label: FILES },
          { value: number(report.rows, lang), label: WORDS.rows },
        ]}
      />
      {report.findings.length > 0 && <Chosen view={view} shown={shown} />}
      <h2>{t(FILES_OF_PACKAGE)}</h2>
      <FilesTable view={view} files={report.files.filter((file) => file.present || file.mode !== 'absent')} />
      <h2>{t(AGAIN)}</h2>
      <CheckForm view={view} attempt={{ values: {}, errors: [] }} />
    </Page>
  );
}

function Chosen({ view, shown }: { view: View; shown: ShownReport }): VNode {
  const { lang, t } = view;
  const { checked, file, code, from, chosen } = shown;
  const { counts, findings } = checked.report;
  const isCut = counts.some(({ count }) => count > KEPT_PER_CODE);
  const next = from + SHOWN_AT_ONCE;
  return (
    <>
      <h2>{t(IN_SHORT)}</h2>
      <KindsTable view={view} counts={counts} />
      <h2>{t(WORDS.findings)}</h2>
      <form class="filters" method="post" action="/intake/check/report">
        <HiddenFields values={{ _csrf: view.csrf, report: packReport(checked) }} />
        <SelectField lang={lang} name="file" label={WORDS.file} value={file} emptyOption={ALL_FILES} options={[...new Set(findings.map((one) => one.file))].map((one) => ({ value: one, label: one }))} />
        <SelectField
          lang={lang}
          name="code"
          label={WORDS.finding}
          value={code}
          emptyOption={ALL_CODES}
          options={counts.toSorted((one, other) => other.count - one.count).map((one) => ({ value: one.code, label: both(CATALOGUE[one.code].what, ` (${one.count})`) }))}
        />
        <div class="button-row">
          <Button variant="secondary">{t(SHOW)}</Button>
          {next < chosen.length && (
            <Button variant="secondary" name="from" value={String(next)}>
              {t(NEXT)}
            </Button>
          )}
          <Button variant="quiet" name="as" value="xlsx">
            {t(AS_XLSX)}
          </Button>
          <Button variant="quiet" name="as" value="csv">
            {t(AS_CSV)}
          </Button>
        </div>
      </form>
      {isCut && <p class="hint">{t(CUT)}</p>}
      <p class="hint">{`${number(Math.min(from + 1, chosen.length), lang)}–${number(Math.min(next, chosen.length), lang)} / ${number(chosen.length, lang)}`}</p>
      <FindingsTable view={view} findings={chosen.slice(from, next)} />
    </>
  );
}

const both = (text: Text, more: string): Text => ({ lv: text.lv + more, en: text.en + more });

const FilesTable = ({ view, files }: { view: View; files: readonly FileReport[] }): VNode => (
  <DataTable
    lang={view.lang}
    caption={FILES_OF_PACKAGE}
    captionHidden
    rows={files}
    rowKey={(file) => file.name}
    empty={{ title: NO_FILES }}
    columns={[
      { key: 'name', header: WORDS.file, rowHeader: true, cell: (file) => file.name },
      { key: 'mode', header: MODE, cell: (file) => <FileState view={view} file={file} /> },
      { key: 'rows', header: WORDS.rows, number: true, cell: (file) => number(file.rows, view.lang) },
      { key: 'errors', header: WORDS.errors, number: true, cell: (file) => number(file.errors, view.lang) },
      { key: 'warnings', header: WORDS.warnings, number: true, cell: (file) => number(file.warnings, view.lang) },
    ]}
  />
);

function FileState({ view: { t }, file: { mode, present } }: { view: View; file: FileReport }): VNode {
  if (!present) return <StatusTag tone="danger">{t(mode === null ? NOT_DECLARED : PROMISED)}</StatusTag>;
  return mode === 'bulk' || mode === 'delta' ? <StatusTag tone="info">{t(MODES[mode])}</StatusTag> : <StatusTag tone="warning">{t(NOT_DECLARED)}</StatusTag>;
}

const TITLE: Text = { lv: 'Paketes pārbaudes pārskats', en: 'Report on a package' };
const FIT: Text = { lv: 'Pakete ir derīga', en: 'The package is fit' };
const FIT_MORE: Text = { lv: 'Kļūdu nav. Brīdinājumus, ja tādi ir, ieteicams novērst.', en: 'There are no errors. Warnings, if any, are better removed.' };
const UNFIT: Text = { lv: 'Paketi vēl nevar sūtīt', en: 'The package cannot be sent yet' };
const UNFIT_MORE: Text = { lv: 'Novērsiet kļūdas e-žurnālā vai nododiet sarakstu tā uzturētājam un pārbaudiet vēlreiz.', en: 'Remove the errors in the e-journal, or hand the list to whoever runs it, and check again.' };
const IN_SHORT: Text = { lv: 'Kopsavilkums', en: 'In short' };
const FILES: Text = { lv: 'Datu faili', en: 'Data files' };
const FILES_OF_PACKAGE: Text = { lv: 'Paketes faili', en: 'Files of the package' };
const NO_FILES: Text = { lv: 'Paketē nav datu failu', en: 'The package has no data files' };
const AGAIN: Text = { lv: 'Pārbaudīt citu paketi', en: 'Check another package' };
const MODE: Text = { lv: 'Veids', en: 'Kind' };
const MODES = { bulk: { lv: 'Viss (bulk)', en: 'All (bulk)' }, delta: { lv: 'Izmaiņas (delta)', en: 'Changes (delta)' } } as const;
const PROMISED: Text = { lv: 'Solīts, bet nav', en: 'Promised, not there' };
const NOT_DECLARED: Text = { lv: 'Nav satura sarakstā', en: 'Not in the manifest' };
const ALL_FILES: Text = { lv: 'Visi faili', en: 'All files' };
const ALL_CODES: Text = { lv: 'Viss', en: 'Everything' };
const SHOW: Text = { lv: 'Atlasīt', en: 'Filter' };
const NEXT: Text = { lv: 'Rādīt nākamos', en: 'Show the next' };
const AS_XLSX: Text = { lv: 'Lejupielādēt XLSX', en: 'Download XLSX' };
const AS_CSV: Text = { lv: 'Lejupielādēt CSV', en: 'Download CSV' };
const CUT: Text = { lv: `Sarakstā ir katra veida pirmie ${KEPT_PER_CODE} gadījumi; īstais skaits ir kopsavilkumā.`, en: `The list holds the first ${KEPT_PER_CODE} of each kind; the true number stands above.` };
