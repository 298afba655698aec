import type { VNode } from 'preact';
import { same } from '#kernel/text.js';
import { BarChart } from '#ui/chart/bar-chart.js';
import { Details } from '#ui/details.js';
import { number } from '#ui/format.js';
import { SelectField } from '#ui/form/select-field.js';
import { TextField } from '#ui/form/text-field.js';
import { Page } from '#ui/page.js';
import { StatTiles } from '#ui/stat-tiles.js';
import { StatusTag } from '#ui/status-tag.js';
import { DataTable } from '#ui/table/data-table.js';
import { FilterForm } from '#ui/table/filter-form.js';
import { orderKept, pagingByKey, sortingOf } from '#web/list-links.js';
import { hrefWith, type View } from '#web/view.js';
import type { showChanges } from '../../actions/read-reforms.js';
import { EFFECTS, TEXTS } from '../../texts.js';
import { KINDS, kindTitle, reasonOf, REGISTERS } from '../register-words.js';
import { Whom } from '../whom.js';

type Shown = Awaited<ReturnType<typeof showChanges.run>> & { view: View };

const TONES = { changes: 'info', ends: 'danger', continues: 'neutral', starts: 'success', 'needs-person': 'warning' } as const;
const FILTERS = ['participant', 'kind', 'effect', 'unit', 'words'] as const;
const CLEARED = Object.fromEntries([...FILTERS, 'after'].map((name) => [name, undefined]));

/** Every change of a rehearsal, or everything that happened: summed up, drawn, then row by row. */
export function ChangesPage({ reform, rehearsal, summary, rights, units, order, rows, next, view }: Shown): VNode {
  const { t, lang, query } = view;
  const name = lang === 'lv' ? reform.titleLv : reform.titleEn;
  const title = `${t(rehearsal ? TEXTS.rehearsals : TEXTS.happened)}: ${name}`;
  const isFiltered = FILTERS.some((filter) => query[filter]);
  const exportHref = (format: string) => hrefWith({ path: `/reforms/${reform.id}/changes.${format}`, query }, { after: undefined });
  return (
    <Page {...view.frame} title={title} width="work" breadcrumbs={[{ href: '/reforms', text: TEXTS.reforms }, { href: `/reforms/${reform.id}`, text: name }]}>
      <h1>{title}</h1>
      <StatTiles
        lang={lang}
        tiles={summary.map((one) => ({
          value: number(one.counted, lang),
          label: `${t(kindTitle(one))}: ${t(EFFECTS[one.effect])}`,
          href: hrefWith(view, { participant: one.participant, kind: one.kind, effect: one.effect, unit: undefined, words: undefined, after: undefined }),
        }))}
      />
      {rights.length > 0 && (
        <Details summary={t(TEXTS.rightsByUnit)}>
          <BarChart
            lang={lang}
            title={TEXTS.rightsByUnit}
            series={[{ label: EFFECTS.ends, tone: 'series-2' }, { label: EFFECTS.continues, tone: 'series-1' }, { label: EFFECTS.starts, tone: 'series-3' }]}
            rows={rights.map((one) => ({ label: same(one.name), values: [one.ends, one.continues, one.starts] }))}
          />
        </Details>
      )}
      <FilterForm lang={lang} clearHref={isFiltered ? hrefWith(view, CLEARED) : undefined} hidden={{ ...(query['rehearsalId'] && { rehearsalId: query['rehearsalId'] }), ...orderKept(view) }}>
        <TextField lang={lang} name="words" label={TEXTS.search} value={query['words'] ?? ''} />
        <SelectField lang={lang} name="participant" label={TEXTS.register} value={query['participant'] ?? ''} emptyOption={TEXTS.all} options={REGISTERS} />
        <SelectField lang={lang} name="kind" label={TEXTS.what} value={query['kind'] ?? ''} emptyOption={TEXTS.all} options={KINDS} />
        <SelectField lang={lang} name="effect" label={TEXTS.effect} value={query['effect'] ?? ''} emptyOption={TEXTS.all} options={Object.entries(EFFECTS).map(([value, label]) => ({ value, label }))} />
        <SelectField lang={lang} name="unit" label={TEXTS.oldUnit} value={query['unit'] ?? ''} emptyOption={TEXTS.all} options={units.map((unit) => ({ value: String(unit.unitId), label: same(unit.name) }))} />
      </FilterForm>
      <DataTable
        lang={lang}
        caption={TEXTS.changes}
        rows={rows}
        rowKey={(row) => `${row.participant} ${row.kind} ${row.key}`}
        empty={{ title: TEXTS.noChanges, hint: TEXTS.noChangesHint }}
        sort={sortingOf(view, order)}
        paging={pagingByKey(view, { shown: rows.length, next })}
        exports={{ xlsx: exportHref('xlsx'), csv: exportHref('csv') }}
        columns={[
          { key: 'what', header: TEXTS.what, sort: true, cell: (row) => t(kindTitle(row)) },
          { key: 'whom', header: TEXTS.whom, sort: true, rowHeader: true, cell: (row) => <Whom row={row} view={view} /> },
          { key: 'before', header: TEXTS.before, sort: true, cell: (row) => row.before },
          { key: 'after', header: TEXTS.after, sort: true, cell: (row) => row.after ?? '–' },
          { key: 'effect', header: TEXTS.effect, sort: true, cell: (row) => <StatusTag tone={TONES[row.effect]}>{t(EFFECTS[row.effect])}</StatusTag> },
          { key: 'why', header: TEXTS.reason, cell: (row) => t(reasonOf(row) ?? NOTHING) },
          { key: 'count', header: TEXTS.count, sort: true, number: true, cell: (row) => number(row.count, lang) },
        ]}
      />
    </Page>
  );
}

const NOTHING = same('–');
