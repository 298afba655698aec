import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { number } from '#ui/format.js';
import { StatusTag } from '#ui/status-tag.js';
import { DataTable } from '#ui/table/data-table.js';
import type { View } from '#web/view.js';
import { CATALOGUE } from '../../domain/oneroster/catalogue/catalogue.js';
import type { CodeCount, Finding } from '../../domain/oneroster/finding.js';
import { expectedOf } from './finding-columns.js';
import { WORDS } from './words.js';

export const SHOWN_AT_ONCE = 50;

export const FindingsTable = ({ view, findings }: { view: View; findings: readonly Finding[] }): VNode => (
  <DataTable
    lang={view.lang}
    caption={WORDS.findings}
    captionHidden
    rows={findings}
    rowKey={({ code, file, row, column, actual }) => `${code} ${file} ${row} ${column} ${actual}`}
    empty={{ title: NONE, hint: NONE_HINT }}
    columns={[
      { key: 'place', header: WORDS.place, rowHeader: true, cell: (finding) => placeOf(finding, view) },
      { key: 'severity', header: WORDS.severity, cell: ({ code }) => <Severity view={view} severity={CATALOGUE[code].severity} /> },
      { key: 'what', header: WORDS.finding, cell: ({ code }) => view.t(CATALOGUE[code].what) },
      { key: 'actual', header: WORDS.actual, cell: ({ actual }) => actual || '–' },
      { key: 'expected', header: WORDS.expected, cell: (finding) => <Expected view={view} finding={finding} /> },
      { key: 'todo', header: WORDS.todo, cell: ({ code }) => view.t(CATALOGUE[code].todo) },
    ]}
  />
);

/** Each kind of finding with its true number, so that one that fills the list does not hide the others. */
export const KindsTable = ({ view, counts }: { view: View; counts: readonly CodeCount[] }): VNode => (
  <DataTable
    lang={view.lang}
    caption={KINDS}
    captionHidden
    rows={counts.toSorted((one, other) => rank(one) - rank(other) || other.count - one.count)}
    rowKey={({ code }) => code}
    columns={[
      { key: 'what', header: WORDS.finding, rowHeader: true, cell: ({ code }) => view.t(CATALOGUE[code].what) },
      { key: 'severity', header: WORDS.severity, cell: ({ code }) => <Severity view={view} severity={CATALOGUE[code].severity} /> },
      { key: 'count', header: WORDS.count, number: true, cell: ({ count }) => number(count, view.lang) },
      { key: 'todo', header: WORDS.todo, cell: ({ code }) => view.t(CATALOGUE[code].todo) },
    ]}
  />
);

const rank = ({ code }: CodeCount) => (CATALOGUE[code].severity === 'error' ? 0 : 1);

const placeOf = ({ file, row, column }: Finding, { t }: View) => [file, row === null ? null : `${t(WORDS.row).toLowerCase()} ${row}`, column].filter((part) => part !== null).join(', ');

const Severity = ({ view, severity }: { view: View; severity: 'error' | 'warning' }): VNode => (
  <StatusTag tone={severity === 'error' ? 'danger' : 'warning'}>{view.t(WORDS[severity])}</StatusTag>
);

const Expected = ({ view, finding }: { view: View; finding: Finding }): VNode => (
  <>
    {expectedOf(finding, view) || '–'}
    {finding.suggestion !== null && (
      <>
        <br />
        {view.t(WORDS.suggestion)}: <strong>{finding.suggestion}</strong>
      </>
    )}
  </>
);

const KINDS: Text = { lv: 'Kas nav kārtībā un cik reižu', en: 'What is wrong, and how often' };
const NONE: Text = { lv: 'Tādu gadījumu nav', en: 'There are none of these' };
const NONE_HINT: Text = { lv: 'Izvēlieties citu failu vai veidu.', en: 'Choose another file or kind.' };
