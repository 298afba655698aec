import type { VNode } from 'preact';
import { fill, same, type Text } from '#kernel/text.js';
import { FILE_KINDS } from '#platform/spreadsheets/spreadsheet.js';
import { instant, number } from '#ui/format.js';
import { SelectField } from '#ui/form/select-field.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import { DataTable } from '#ui/table/data-table.js';
import { FilterForm } from '#ui/table/filter-form.js';
import { pagingByKey } from '#web/list-links.js';
import { download, showPage } from '#web/page-route.js';
import { hrefWith, type View } from '#web/view.js';
import { exportDifferences, showDifferences } from '../../actions/read-reforms.js';
import { EFFECTS, TEXTS, TRACES, UNTRACED } from '../../texts.js';
import { KINDS, kindTitle, REGISTERS, registerTitle } from '../register-words.js';
import { sheetOfReform } from '../sheet-of-reform.js';
import { Whom } from '../whom.js';

type Shown = Awaited<ReturnType<typeof showDifferences.run>> & { view: View };
type DifferenceRow = Shown['rows'][number];

/** Which rows differ between the last rehearsal and what happened, and why. */
export const differencesRoutes = [
  showPage({ path: '/reforms/:reformId/differences', action: showDifferences, render: (found, view) => <DifferencesPage {...found} view={view} /> }),
  ...(['xlsx', 'csv'] as const).map((format) =>
    download({
      path: `/reforms/:reformId/differences.${format}`,
      action: exportDifferences,
      file: (found, view) => ({
        name: `${view.lang === 'lv' ? 'reformas-starpība' : 'reform-difference'}-${found.reform.effective}${FILE_KINDS[format].ending}`,
        type: FILE_KINDS[format].mediaType,
        content: sheetOfReform<DifferenceRow>(found, format, view, ({ t }) => [
          { header: t(TEXTS.register), kind: 'text', value: (row) => t(registerTitle(row.participant)) },
          { header: t(TEXTS.what), kind: 'text', value: (row) => t(kindTitle(row)) },
          { header: t(TEXTS.whom), kind: 'text', value: (row) => row.label },
          { header: t(TEXTS.role), kind: 'text', value: (row) => (row.role ? t(row.role) : null) },
          { header: t(TEXTS.place), kind: 'text', value: (row) => row.place },
          { header: t(TEXTS.wasForeseen), kind: 'text', value: (row) => t(sideWords(row.foreseen)) },
          { header: t(TEXTS.hasHappened), kind: 'text', value: (row) => t(sideWords(row.happened)) },
          { header: t(TEXTS.reason), kind: 'text', value: (row) => t(whyDiffers(row)) },
        ]),
      }),
    }),
  ),
];

function DifferencesPage({ reform, application, rows, next, view }: Shown): VNode {
  const { t, lang, query } = view;
  const name = lang === 'lv' ? reform.titleLv : reform.titleEn;
  const title = `${t(TEXTS.differences)}: ${name}`;
  const exportHref = (format: string) => hrefWith({ path: `/reforms/${reform.id}/differences.${format}`, query }, { after: undefined });
  const isFiltered = Boolean(query['participant'] || query['kind']);
  return (
    <Page {...view.frame} title={title} width="work" breadcrumbs={[{ href: '/reforms', text: TEXTS.reforms }, { href: `/reforms/${reform.id}`, text: name }]}>
      <h1>{title}</h1>
      <Lead>{t(application.rehearsalId === null ? TEXTS.neverRehearsed : comparedWith(application))}</Lead>
      {(rows.length > 0 || isFiltered) && <FilterForm lang={lang} clearHref={isFiltered ? hrefWith(view, { participant: undefined, kind: undefined, after: undefined }) : undefined}>
        <SelectField lang={lang} name="participant" label={TEXTS.register} value={query['participant'] ?? ''} emptyOption={TEXTS.all} options={REGISTERS} />
        <SelectField lang={lang} name="kind" label={TEXTS.what} value={query['kind'] ?? ''} emptyOption={TEXTS.all} options={KINDS} />
      </FilterForm>}
      <DataTable
        lang={lang}
        caption={same(`${t(TEXTS.difference)}: ${number(application.difference, lang)}`)}
        rows={rows}
        rowKey={(row) => `${row.participant} ${row.kind} ${row.key}`}
        empty={isFiltered ? { title: TEXTS.noChanges } : { title: TEXTS.noDifferences, hint: application.rehearsalId === null ? TEXTS.neverRehearsed : TEXTS.noDifferencesHint }}
        paging={pagingByKey(view, { shown: rows.length, next })}
        exports={{ xlsx: exportHref('xlsx'), csv: exportHref('csv') }}
        columns={[
          { key: 'what', header: TEXTS.what, cell: (row) => t(kindTitle(row)) },
          { key: 'whom', header: TEXTS.whom, rowHeader: true, cell: (row) => <Whom row={row} view={view} /> },
          { key: 'foreseen', header: TEXTS.wasForeseen, cell: (row) => t(sideWords(row.foreseen)) },
          { key: 'happened', header: TEXTS.hasHappened, cell: (row) => t(sideWords(row.happened)) },
          { key: 'why', header: TEXTS.reason, cell: (row) => t(whyDiffers(row)) },
        ]}
      />
    </Page>
  );
}

/** With which rehearsal what happened was compared. */
export const comparedWith = ({ rehearsedAt, rehearsedBy }: Shown['application']): Text => fill(TEXTS.comparedWith, { when: rehearsedAt ? instant(rehearsedAt) : '', who: rehearsedBy ?? '' });

/** One side of a row that differs: what it does, from what to what. */
function sideWords(side: DifferenceRow['foreseen']): Text {
  if (side === null) return TEXTS.notThere;
  const { before, after, effect, count } = side;
  const words = `${before}${after === null || after === before ? '' : ` → ${after}`}${count === 1 ? '' : ` (${count})`}`;
  return { lv: `${EFFECTS[effect].lv}: ${words}`, en: `${EFFECTS[effect].en}: ${words}` };
}

/** What of the data changed since the rehearsal. */
function whyDiffers({ traced, tracedAt, foreseen, happened }: DifferenceRow): Text {
  if (traced && tracedAt) return fill(TRACES[traced], { when: instant(tracedAt) });
  if (foreseen === null) return UNTRACED.added;
  if (happened === null) return UNTRACED.gone;
  return foreseen.effect === happened.effect && foreseen.after === happened.after ? UNTRACED.count : UNTRACED.changed;
}
