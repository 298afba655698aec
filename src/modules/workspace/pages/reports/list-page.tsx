import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import type { ReportKind } from '#platform/reports/report-kind.js';
import type { ReportRequest, ReportState } from '#platform/reports/report-request.js';
import { CardGrid } from '#ui/card-grid.js';
import { ButtonLink } from '#ui/form/button.js';
import { bytes, instant, number } from '#ui/format.js';
import { Page } from '#ui/page.js';
import { Progress } from '#ui/progress.js';
import { StatusTag, type StatusTone } from '#ui/status-tag.js';
import { DataTable } from '#ui/table/data-table.js';
import type { View } from '#web/view.js';
import type { PageOf } from '../../domain/page-of.js';
import { Older } from '../older.js';
import { WORDS } from './words.js';

export interface ReportsPageProps {
  readonly view: View;
  readonly kinds: readonly ReportKind[];
  readonly titles: ReadonlyMap<string, Text>;
  readonly requests: PageOf<ReportRequest>;
}

/** What can be asked for, and what became of what was asked for; renews itself while something is being made, without script by a link. */
export function ReportsPage({ view, kinds, titles, requests: { rows, next } }: ReportsPageProps): VNode {
  const { lang, t } = view;
  const working = rows.some((one) => one.state === 'waiting' || one.state === 'running');
  return (
    <Page {...view.frame} title={t(WORDS.title)} width="work" refreshSeconds={working ? 3 : undefined}>
      <h1>{t(WORDS.title)}</h1>
      {working && (
        <ButtonLink href="/reports" variant="secondary">
          {t(WORDS.lookAgain)}
        </ButtonLink>
      )}
      <DataTable
        lang={lang}
        caption={WORDS.asked}
        captionHidden
        rows={rows}
        rowKey={(one) => one.id}
        empty={{ title: WORDS.none, hint: WORDS.noneHint }}
        columns={[
          { key: 'kind', header: WORDS.report, rowHeader: true, cell: (one) => t(titles.get(one.kind) ?? { lv: one.kind, en: one.kind }) },
          { key: 'about', header: WORDS.about, cell: (one) => <About view={view} one={one} /> },
          { key: 'asked', header: WORDS.askedAt, cell: (one) => instant(one.askedAt) },
          { key: 'state', header: WORDS.state, cell: (one) => <State view={view} one={one} /> },
          { key: 'file', header: WORDS.file, cell: (one) => <File view={view} one={one} /> },
        ]}
      />
      <Older view={view} by="before" next={next} />
      {kinds.length > 0 && (
        <section>
          <h2>{t(WORDS.ask)}</h2>
          <CardGrid lang={lang} cards={kinds.map(({ name, title, summary }) => ({ href: `/reports/${name}`, title, text: summary }))} />
        </section>
      )}
    </Page>
  );
}

/** As the file says it, in its own language. */
const About = ({ view: { lang, t }, one }: { view: View; one: ReportRequest }): VNode | null =>
  one.about.length === 0 ? null : (
    <>
      <div lang={one.lang}>{one.about.map(({ label, value }) => <div key={label}>{`${label}: ${value}`}</div>)}</div>
      {one.lang !== lang && <div class="hint">{t(WORDS.otherLanguage)}</div>}
    </>
  );

function State({ view: { lang, t }, one }: { view: View; one: ReportRequest }): VNode {
  const tag = <StatusTag tone={TONES[one.state]}>{t(STATES[one.state])}</StatusTag>;
  if (one.state === 'failed') return <>{tag} {lang === 'lv' ? one.failureLv : one.failureEn}</>;
  if (one.state !== 'running') return tag;
  if (one.totalRows === null) return <>{tag} {`${number(one.doneRows, lang)} ${t(WORDS.rows)}`}</>;
  return <Progress lang={lang} label={STATES.running} done={one.doneRows} total={one.totalRows} />;
}

function File({ view: { lang, t }, one }: { view: View; one: ReportRequest }): VNode | null {
  if (one.state !== 'done') return null;
  return (
    <>
      <a href={`/reports/requests/${one.id}/file`}>{`${t(WORDS.download)} (${one.format.toUpperCase()}, ${bytes(one.sizeBytes ?? 0, lang)})`}</a>
      {one.format === 'csv' && (
        <div>
          <a href={`/reports/requests/${one.id}/about`}>{t(WORDS.beside)}</a>
        </div>
      )}
      <div class="hint">{`${t(WORDS.until)} ${instant(one.expiresAt!)}`}</div>
    </>
  );
}

const TONES: Readonly<Record<ReportState, StatusTone>> = { waiting: 'neutral', running: 'info', done: 'success', failed: 'danger', expired: 'ended' };

const STATES: Readonly<Record<ReportState, Text>> = {
  waiting: { lv: 'gaida rindā', en: 'waiting' },
  running: { lv: 'tiek gatavots', en: 'being made' },
  done: { lv: 'gatavs', en: 'ready' },
  failed: { lv: 'neizdevās', en: 'failed' },
  expired: { lv: 'glabāšanas laiks beidzies', en: 'expired' },
};
