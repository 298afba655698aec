import type { VNode } from 'preact';
import { readablePeriod } from '#kernel/period.js';
import type { ParametersFound } from '#platform/parameters/parameter-actions.js';
import type { ParameterRow } from '#platform/parameters/parameter-store.js';
import { holdsOn } from '#platform/parameters/timeline.js';
import { Details } from '#ui/details.js';
import { PostButton } from '#ui/form/post-button.js';
import { Page } from '#ui/page.js';
import { StatusTag } from '#ui/status-tag.js';
import { type Column, DataTable } from '#ui/table/data-table.js';
import type { View } from '../view.js';
import type { ParameterPlace } from './routes.js';
import { inWords, rangeOf, W } from './words.js';

/** What is in force and what is to be, each with its basis; what held before is folded away. */
export function ParametersPage({ view, at, found }: { view: View; at: ParameterPlace; found: ParametersFound }): VNode {
  const { lang, t, today } = view;
  const over = ({ validTo }: ParameterRow) => validTo !== null && validTo <= today;
  const earlier = found.rows.filter(over);
  return (
    <Page {...view.frame} title={t(at.title)} width="work" breadcrumbs={[...at.above, { text: at.title }]}>
      <h1>{t(at.title)}</h1>
      <DataTable lang={lang} caption={at.title} captionHidden rows={found.rows.filter((row) => !over(row))} rowKey={({ id }) => id} columns={[...columns(view, found), ...(found.mayKeep ? [doing(view, at, found)] : [])]} />
      {earlier.length > 0 && (
        <Details summary={t(W.earlier)}>
          <DataTable lang={lang} caption={W.earlier} captionHidden rows={earlier} rowKey={({ id }) => id} columns={columns(view, found)} />
        </Details>
      )}
    </Page>
  );
}

const columns = ({ lang, t, today }: View, { family }: ParametersFound): Column<ParameterRow>[] => [
  { key: 'name', header: W.what, rowHeader: true, cell: ({ name }) => t(family.of[name]!) },
  { key: 'value', header: W.value, cell: ({ name, numbers }) => t(inWords(numbers, family.of[name]!)) },
  { key: 'range', header: W.allowed, cell: ({ name }) => t(rangeOf(family.of[name]!)) },
  {
    key: 'period',
    header: W.period,
    cell: (row) => (
      <>
        {readablePeriod({ from: row.validFrom, to: row.validTo }, lang)} {holdsOn(row, today) && <StatusTag tone="success">{t(W.now)}</StatusTag>}
        {row.validFrom > today && <StatusTag tone="info">{t(W.coming)}</StatusTag>}
      </>
    ),
  },
  {
    key: 'basis',
    header: W.basis,
    cell: ({ basis, verified }) => (
      <>
        <span lang="lv">{basis}</span> {verified === false && <StatusTag tone="warning">{t(W.notCompared)}</StatusTag>}
      </>
    ),
  },
];

const doing = ({ t, today, csrf }: View, { path }: ParameterPlace, { family }: ParametersFound): Column<ParameterRow> => ({
  key: 'do',
  header: W.actions,
  cell: (row) => {
    const about = <span class="visually-hidden">{`: ${t(family.of[row.name]!)}`}</span>;
    return row.validFrom > today ? (
      <PostButton action={`${path}/${row.name}/take-back`} csrf={csrf} hidden={{ id: row.id }}>
        {t(W.takeBack)}
        {about}
      </PostButton>
    ) : (
      <a href={`${path}/${row.name}`}>
        {t(W.change)}
        {about}
      </a>
    );
  },
});
