import type { VNode } from 'preact';
import { readableDay } from '#kernel/iso-date.js';
import { fill } from '#kernel/text.js';
import { BarChart } from '#ui/chart/bar-chart.js';
import { DateField } from '#ui/form/date-field.js';
import { SelectField } from '#ui/form/select-field.js';
import { instant, number } from '#ui/format.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import { SideBySide } from '#ui/side-by-side.js';
import { StatTiles } from '#ui/stat-tiles.js';
import { DataTable } from '#ui/table/data-table.js';
import { FilterForm } from '#ui/table/filter-form.js';
import { hrefWith, type View } from '#web/view.js';
import type { reportInstitutionsByMunicipality } from '../../actions/institutions-by-municipality.js';
import { sumOf, totalsBy } from '../../domain/totals.js';
import { TEXTS, withoutWords } from '../../texts.js';

export type Report = Awaited<ReturnType<typeof reportInstitutionsByMunicipality.run>>;

/** The report under both editions: totals that agree, a picture of each edition, and the crosswalk row by row. */
export function InstitutionsByMunicipalityPage({ report, view }: { report: Report; view: View }): VNode {
  const { t, lang } = view;
  const [olds, news] = [totalsBy(report.rows, 'old'), totalsBy(report.rows, 'new')];
  const exportHref = (format: string) => hrefWith({ path: `/reports/institutions-by-municipality.${format}`, query: view.query }, {});
  return (
    <Page {...view.frame} title={t(TEXTS.title)} width="work">
      <h1>{t(TEXTS.title)}</h1>
      <Lead>{t(TEXTS.lead)}</Lead>
      <Filter report={report} view={view} />
      <StatTiles
        lang={lang}
        tiles={[
          { value: number(sumOf(olds), lang), label: TEXTS.totalOld, detail: fill(TEXTS.mapOf, { day: readableDay(report.oldDay) }) },
          { value: number(sumOf(news), lang), label: TEXTS.totalNew, detail: fill(TEXTS.mapOf, { day: readableDay(report.newDay) }) },
          { value: number(sumOf(news) - sumOf(olds), lang), label: TEXTS.difference },
        ]}
      />
      <p>{t(fill(TEXTS.stated, statedFacts(report, view)))}</p>
      {report.basis === 'founder' && report.oldEdition !== report.newEdition && <p>{t(TEXTS.byFounderNote)}</p>}
      <p>
        <a href={hrefWith({ path: '/reports/institutions-under-two-editions', query: view.query }, {})}>{t(TEXTS.askRows)}</a>
      </p>
      {report.rows.length > 0 && (
        <ul class="rooms no-print">
          {[{ id: 'pairs', text: TEXTS.toPairs }, { id: 'old-map', text: TEXTS.toOld }, { id: 'new-map', text: TEXTS.toNew }].map(({ id, text }) => (
            <li key={id}>
              <a href={`#${id}`}>{t(text)}</a>
            </li>
          ))}
        </ul>
      )}
      <section id="pairs">
        <DataTable
          lang={lang}
          caption={TEXTS.title}
          rows={report.rows}
          rowKey={(row) => `${row.oldAtvk ?? row.oldWithout} ${row.newAtvk ?? row.newWithout}`}
          empty={{ title: TEXTS.none, hint: TEXTS.noneHint }}
          exports={{ xlsx: exportHref('xlsx'), csv: exportHref('csv') }}
          columns={[
            { key: 'new', header: TEXTS.newUnit, rowHeader: true, cell: (row) => (row.newAtvk ? <a href={`/territories/${row.newAtvk}`}>{row.newName}</a> : t(withoutWords(row.newWithout))) },
            { key: 'old', header: TEXTS.oldUnit, cell: (row) => (row.oldAtvk ? <a href={`/territories/${row.oldAtvk}`}>{row.oldName}</a> : t(withoutWords(row.oldWithout))) },
            { key: 'institutions', header: TEXTS.institutions, number: true, cell: (row) => number(row.institutions, lang) },
          ]}
        />
      </section>
      {report.rows.length > 0 && (
        <SideBySide>
          {[
            { id: 'old-map', title: TEXTS.oldUnit, totals: olds },
            { id: 'new-map', title: TEXTS.newUnit, totals: news },
          ].map(({ id, title, totals }) => (
            <section key={id} id={id}>
              <BarChart lang={lang} title={title} series={[{ label: TEXTS.institutions }]} rows={totals.map((one) => ({ label: one.name ?? t(withoutWords(one.without)), values: [one.institutions] }))} />
            </section>
          ))}
        </SideBySide>
      )}
    </Page>
  );
}

/** What every copy of the report says about itself. */
export const statedFacts = (report: Report, { t, clock }: Pick<View, 't' | 'clock'>) => ({
  moment: instant(clock.now()),
  on: readableDay(report.on),
  old: readableDay(report.oldDay),
  new: readableDay(report.newDay),
  basis: t(TEXTS[report.basis]),
});

const Filter = ({ report, view }: { report: Report; view: View }): VNode => {
  const { lang } = view;
  return (
    <FilterForm lang={lang}>
      <DateField lang={lang} name="on" label={TEXTS.on} value={report.on} />
      <DateField lang={lang} name="old" label={TEXTS.old} value={report.oldDay} />
      <DateField lang={lang} name="new" label={TEXTS.new} value={report.newDay} />
      <SelectField
        lang={lang}
        name="basis"
        label={TEXTS.basis}
        value={report.basis}
        options={[
          { value: 'address', label: TEXTS.address },
          { value: 'founder', label: TEXTS.founder },
        ]}
      />
      <SelectField lang={lang} name="kind" label={TEXTS.kind} value={report.kind ?? ''} emptyOption={TEXTS.all} options={report.kinds.map((one) => ({ value: one.kind, label: { lv: one.kindLv, en: one.kindEn } }))} />
    </FilterForm>
  );
};
