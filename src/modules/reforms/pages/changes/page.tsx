import type { VNode } from 'preact';
import { number } from '#ui/format.js';
import { SelectField } from '#ui/form/select-field.js';
import { Page } from '#ui/page.js';
import { StatTiles } from '#ui/stat-tiles.js';
import { StatusTag } from '#ui/status-tag.js';
import { DataTable } from '#ui/table/data-table.js';
import { FilterForm } from '#ui/table/filter-form.js';
import { hrefWith, type View } from '#web/view.js';
import type { showChanges } from '../../actions/read-reforms.js';
import { PARTICIPANTS } from '../../participants.js';
import { EFFECTS, TEXTS } from '../../texts.js';

type Shown = Awaited<ReturnType<typeof showChanges.run>> & { view: View };

const KINDS = PARTICIPANTS.flatMap(({ kinds }) => Object.entries(kinds).map(([value, label]) => ({ value, label })));
const TONES = { changes: 'info', ends: 'danger', continues: 'neutral', starts: 'success', 'needs-person': 'warning' } as const;

/** Every change of a rehearsal, or everything that happened: summed up, then row by row. */
export function ChangesPage({ reform, rehearsal, summary, rows, next, view }: Shown): VNode {
  const { t, lang, query } = view;
  const name = lang === 'lv' ? reform.titleLv : reform.titleEn;
  const title = `${t(rehearsal ? TEXTS.rehearsals : TEXTS.happened)}: ${name}`;
  const registerOf = (participant: string) => PARTICIPANTS.find((one) => one.name === participant);
  const isFiltered = ['participant', 'kind', 'effect'].some((filter) => query[filter]);
  const exportHref = (format: string) => hrefWith({ path: `/reforms/${reform.id}/changes.${format}`, query }, { after: undefined });
  return (
    <Page {...view.frame} title={title} width="work" breadcrumbs={[{ href: '/reforms', text: TEXTS.reforms }, { href: `/reforms/${reform.id}`, text: name }]}>
      <h1>{title}</h1>
      <StatTiles
        lang={lang}
        tiles={summary.map((one) => ({
          value: number(one.counted, lang),
          label: `${t(registerOf(one.participant)?.kinds[one.kind] ?? TEXTS.changes)}: ${t(EFFECTS[one.effect])}`,
          href: hrefWith(view, { participant: one.participant, kind: one.kind, effect: one.effect, after: undefined }),
        }))}
      />
      <FilterForm lang={lang} clearHref={isFiltered ? hrefWith(view, { participant: undefined, kind: undefined, effect: undefined, after: undefined }) : undefined} hidden={query['rehearsalId'] ? { rehearsalId: query['rehearsalId'] } : {}}>
        <SelectField lang={lang} name="participant" label={TEXTS.register} value={query['participant'] ?? ''} emptyOption={TEXTS.all} options={PARTICIPANTS.map((one) => ({ value: one.name, label: one.title }))} />
        <SelectField lang={lang} name="kind" label={TEXTS.what} value={query['kind'] ?? ''} emptyOption={TEXTS.all} options={KINDS} />
        <SelectField lang={lang} name="effect" label={TEXTS.effect} value={query['effect'] ?? ''} emptyOption={TEXTS.all} options={Object.entries(EFFECTS).map(([value, label]) => ({ value, label }))} />
      </FilterForm>
      <DataTable
        lang={lang}
        caption={TEXTS.changes}
        rows={rows}
        rowKey={(row) => `${row.participant} ${row.kind} ${row.key}`}
        empty={{ title: TEXTS.noChanges, hint: TEXTS.noChangesHint }}
        paging={{ first: 1, ...(next && { next: hrefWith(view, { after: next }) }), ...(query['after'] && { previous: hrefWith(view, { after: undefined }) }) }}
        exports={{ xlsx: exportHref('xlsx'), csv: exportHref('csv') }}
        columns={[
          { key: 'what', header: TEXTS.what, cell: (row) => t(registerOf(row.participant)?.kinds[row.kind] ?? TEXTS.changes) },
          { key: 'whom', header: TEXTS.whom, rowHeader: true, cell: (row) => row.label },
          { key: 'before', header: TEXTS.before, cell: (row) => row.before },
          { key: 'after', header: TEXTS.after, cell: (row) => row.after ?? '–' },
          { key: 'effect', header: TEXTS.effect, cell: (row) => <StatusTag tone={TONES[row.effect]}>{t(EFFECTS[row.effect])}</StatusTag> },
          { key: 'count', header: TEXTS.count, number: true, cell: (row) => number(row.count, lang) },
        ]}
      />
    </Page>
  );
}
