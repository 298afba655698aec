import type { VNode } from 'preact';
import type { FieldError } from '#kernel/errors.js';
import { fill, same } from '#kernel/text.js';
import { readableDay } from '#kernel/iso-date.js';
import { Button, ButtonLink } from '#ui/form/button.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { HiddenFields } from '#ui/form/form.js';
import { SelectField } from '#ui/form/select-field.js';
import { TextField } from '#ui/form/text-field.js';
import { FilterForm } from '#ui/table/filter-form.js';
import { Details } from '#ui/details.js';
import { EmptyState } from '#ui/empty-state.js';
import { Notice } from '#ui/notice.js';
import { Page } from '#ui/page.js';
import { Tabs } from '#ui/tabs.js';
import { hrefWith, type View } from '#web/view.js';
import type { Grid } from '../../actions/view-grid.js';
import { isOpen, type ShownColumn } from '../../actions/grid-columns.js';
import { columnCode, GRID_PERIODS } from '../../domain/grid-column.js';
import { periodName } from '../../domain/periods.js';
import { WordsOfOutcome } from '../outcome-words.js';
import { ValueLegend } from '../value-legend.js';
import { CellLegend } from './cell-legend.js';
import { cellKey, GridTable, type Refused } from './table.js';
import { KEYS, scriptWords, W } from './words.js';

/** A form that came back with cells that were not saved. */
export interface Returned {
  readonly refused: ReadonlyMap<string, Refused>;
  readonly reason: string;
  readonly saved: number;
}

const NOTHING_RETURNED: Returned = { refused: new Map(), reason: '', saved: 0 };

/** The grid of a class: a form that works by itself, and a spreadsheet where scripts run. */
export function GridPage({ view, grid, returned = NOTHING_RETURNED }: { view: View; grid: Grid; returned?: Returned }): VNode {
  const { lang, t } = view;
  const { own: { one, mayCorrect }, rows, columns } = grid;
  const title = fill(W.title, { class: one.title });
  const crumbs = [{ text: W.marks, href: '/marks/grids' }, { text: same(one.institution) }, { text: same(one.title) }];
  const errors = errorsOf(grid, returned, lang);
  return (
    <Page {...view.frame} title={t(title)} width="work" breadcrumbs={crumbs} islands={['mark-grid']}>
      <ErrorSummary lang={lang} errors={errors} />
      {returned.refused.size > 0 && returned.saved > 0 && <Notice lang={lang}><p>{t(fill(W.someNotSaved, { n: returned.saved }))}</p></Notice>}
      <h1>{t(title)}</h1>
      <Choices view={view} grid={grid} />
      <WindowNotice view={view} grid={grid} />
      {rows.length === 0 || columns.length === 0 ? (
        <EmptyState lang={lang} title={W.empty} hint={W.emptyHint} />
      ) : (
        <form class="grid-form" method="post" novalidate data-grid={one.id} data-user={view.actor.id} data-seen={grid.seenAt.toISOString()} data-words={scriptWords(lang)} data-save={`/marks/classes/${one.id}/grid/cells`}>
          <HiddenFields values={{ _csrf: view.csrf, rows: rows.map(({ membershipId }) => membershipId).join(' '), columns: columns.map(({ column }) => columnCode(column)).join(' '), seen: seenOf(grid), seenAt: grid.seenAt.toISOString() }} />
          <StatusBar view={view} grid={grid} />
          <a class="skip-link" href="#after-grid">{t(W.skip)}</a>
          <GridTable lang={lang} label={t(title)} columns={columns} rows={rows} refused={returned.refused} />
          <div id="after-grid" tabIndex={-1}>
            <ol class="grid-messages" data-grid-messages aria-label={t(W.notSaved)} hidden />
            <p class="hint">{rangeOf(view, grid)}</p>
            <CellLegend lang={lang} rows={rows} />
            <ValueLegend lang={lang} meanings={columns.flatMap(({ meanings }) => meanings)} />
            <OutcomeList view={view} columns={columns} />
            {mayCorrect && <TextField lang={lang} name="reason" label={W.reason} hint={W.reasonHint} value={returned.reason} width="full" maxLength={300} />}
            <div class="button-row">
              <span data-grid-plain>
                <Button>{t(W.save)}</Button>
              </span>
              <ButtonLink href={`/marks/template?class=${one.id}`} variant="quiet">{t(W.template)}</ButtonLink>
            </div>
          </div>
        </form>
      )}
      <Details summary={t(W.keys)}>
        <dl class="grid-keys">
          {KEYS.map(({ keys, does }) => (
            <div key={keys}>
              <dt><kbd>{keys}</kbd></dt>
              <dd>{t(does)}</dd>
            </div>
          ))}
        </dl>
      </Details>
    </Page>
  );
}

/** The codes above the columns in words, for who cannot point at a heading. */
function OutcomeList({ view: { lang, t }, columns }: { view: View; columns: readonly ShownColumn[] }): VNode | null {
  const outcomes = new Map(columns.flatMap(({ column, title, hint }) => (column.kind === 'outcome' && hint ? [[column.outcomeId, { title, hint }] as const] : [])));
  if (outcomes.size === 0) return null;
  return (
    <Details summary={t(W.outcomes)}>
      <dl class="grid-outcomes">
        {[...outcomes].map(([id, { title, hint }]) => (
          <div key={id}>
            <dt>{title[lang]}</dt>
            <dd><WordsOfOutcome lang={lang} words={hint.lv} wordsEn={hint.en} /></dd>
          </div>
        ))}
      </dl>
    </Details>
  );
}

/** Tabs of periods, and what of them is shown; one subject is shown in all its periods. */
function Choices({ view, grid: { own, showing } }: { view: View; grid: Grid }): VNode {
  const { lang } = view;
  const chosen = showing.what === 'subject' ? String(showing.subjectId) : showing.what === 'absences' ? 'absences' : '';
  const subjects = own.plan.filter(({ subjectId }) => own.subjectIds.has(subjectId)).map(({ subjectId, subject, subjectEn }) => ({ value: String(subjectId), label: lang === 'lv' ? subject : subjectEn }));
  const period = showing.what === 'subject' ? '' : showing.period;
  const { reason = '' } = view.query;
  const periods = showing.what === 'absences' ? GRID_PERIODS.filter((one) => one !== 'YEAR') : GRID_PERIODS;
  return (
    <>
      {period !== '' && <Tabs lang={lang} label={W.period} items={periods.map((one) => ({ href: hrefWith(view, { period: one }), text: periodName(one), current: one === period }))} />}
      <FilterForm lang={lang} hidden={{ ...(period && { period }), ...(reason && { reason }) }}>
        <SelectField lang={lang} name="subject" label={W.what} value={chosen} emptyOption={W.allSubjects} options={[...subjects, ...(own.whole ? [{ value: 'absences', label: W.absences }] : [])]} />
      </FilterForm>
    </>
  );
}

/** Says why nothing may be written, where that holds for every column. */
function WindowNotice({ view: { lang, today, t }, grid: { columns } }: { view: View; grid: Grid }): VNode | null {
  const windows = columns.map(({ window }) => window);
  if (windows.length === 0 || windows.some((window) => isOpen(window, today))) return null;
  const { opensOn, closesAfter } = windows[0]!;
  const early = opensOn !== null && today < opensOn;
  return (
    <Notice lang={lang} tone="warning">
      <p>{t(early ? fill(W.notOpen, { day: readableDay(opensOn) }) : fill(W.closed, { day: closesAfter ? readableDay(closesAfter) : '' }))}</p>
    </Notice>
  );
}

function StatusBar({ view: { t }, grid: { rows } }: { view: View; grid: Grid }): VNode {
  const open = rows.flatMap(({ cells }) => cells).filter(({ locked }) => !locked || locked === 'entered');
  const done = open.filter(({ value }) => value !== '').length;
  return (
    <div class="grid-status">
      <progress max={Math.max(1, open.length)} value={done} aria-label={t(W.progress)} data-grid-progress />
      <span data-grid-count>{t(fill(W.entered, { done, total: open.length }))}</span>
      <span class="grid-state" data-grid-state />
      <button type="button" class="button button-quiet" data-grid-undo hidden disabled>
        {t(W.undo)}
      </button>
      <span class="visually-hidden" role="status" aria-live="polite" data-grid-live />
    </div>
  );
}

/** What stood in the cells when the page was made, so that a form sends only what was changed. */
const seenOf = ({ rows }: Grid): string => JSON.stringify(Object.fromEntries(rows.flatMap(({ cells }, row) => cells.flatMap(({ value }, column) => (value === '' ? [] : [[`${row}-${column}`, value]])))));

/** What was not saved, each leading to its cell. */
const errorsOf = ({ rows, columns }: Grid, { refused }: Returned, lang: View['lang']): FieldError[] =>
  rows.flatMap(({ membershipId, family, given }, row) =>
    columns.flatMap(({ column, title }, at) => {
      const found = refused.get(cellKey(membershipId, columnCode(column)));
      return found ? [{ field: `c${row}-${at}`, message: same(`${family} ${given}, ${title[lang]}: ${found.why}`) }] : [];
    }),
  );

function rangeOf({ t }: View, { columns }: Grid): string {
  const allowed = [...new Set(columns.map((column) => column.allowed?.join(', ') ?? ''))];
  return allowed.length === 1 ? t(allowed[0] === '' ? W.lessons : fill(W.allowed, { values: allowed[0]! })) : '';
}
