import type { VNode } from 'preact';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import { StatusTag } from '#ui/status-tag.js';
import { DataTable } from '#ui/table/data-table.js';
import type { View } from '#web/view.js';
import type { listForCorrection } from '../../actions/correct-succession.js';
import { CORRECTION } from '../../correction-texts.js';
import { TEXTS } from '../../texts.js';

type Shown = Awaited<ReturnType<typeof listForCorrection.run>> & { view: View };

/** What the reform made of each old unit; each can be chosen. */
export function SuccessionsPage({ reform, units, view }: Shown): VNode {
  const { lang, t } = view;
  const name = lang === 'lv' ? reform.titleLv : reform.titleEn;
  return (
    <Page {...view.frame} title={t(TEXTS.correct)} width="work" breadcrumbs={[{ href: '/reforms', text: TEXTS.reforms }, { href: `/reforms/${reform.id}`, text: name }, { text: TEXTS.correct }]}>
      <h1>{t(CORRECTION.choose)}</h1>
      <Lead>{t(CORRECTION.chooseLead)}</Lead>
      <DataTable
        lang={lang}
        caption={CORRECTION.present}
        rows={units}
        rowKey={({ atvk }) => atvk}
        columns={[
          { key: 'from', header: TEXTS.old, rowHeader: true, cell: (unit) => `${unit.name} (${unit.atvk})` },
          { key: 'to', header: TEXTS.new, cell: (unit) => <Several lines={unit.successions.map((one) => `${one.to} (${one.toAtvk})`)} /> },
          { key: 'extent', header: CORRECTION.extent, cell: (unit) => <Several lines={unit.successions.map((one) => (one.extent === 'whole' ? t(CORRECTION.whole) : one.parts.join(', ')))} /> },
          {
            key: 'do',
            header: TEXTS.correct,
            cell: (unit) => (
              <>
                <a href={`/reforms/${reform.id}/correction/${unit.atvk}`}>{t(TEXTS.correct)}<span class="visually-hidden">{`: ${unit.name}`}</span></a>{' '}
                {unit.corrected && <StatusTag tone="info">{t(CORRECTION.correctedBefore)}</StatusTag>}
              </>
            ),
          },
        ]}
      />
    </Page>
  );
}

const Several = ({ lines }: { lines: readonly string[] }): VNode => (lines.length === 1 ? <>{lines[0]}</> : <ul class="plain-list">{lines.map((line) => <li key={line}>{line}</li>)}</ul>);
