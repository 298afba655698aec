import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import type { Status } from '#platform/metrics/status.js';
import { duration, instant, number } from '#ui/format.js';
import { Page } from '#ui/page.js';
import { StatusTag } from '#ui/status-tag.js';
import { SummaryList } from '#ui/summary-list.js';
import type { View } from '#web/view.js';

/** Clocks of two machines differ a little; a shifted one by more. */
const NOTABLE_SHIFT_MS = 60_000;

/** How the program stands, for people; machines ask `/ready` and `/metrics`. */
export function StatusPage({ view, status }: { view: View; status: Status & { now: Date; shiftMs: number } }): VNode {
  const { lang, t } = view;
  const shifted = Math.abs(status.shiftMs) > NOTABLE_SHIFT_MS;
  return (
    <Page {...view.frame} title={t(WORDS.title)}>
      <h1>{t(WORDS.title)}</h1>
      <p>
        <StatusTag tone="success">{t(WORDS.works)}</StatusTag>
      </p>
      <SummaryList
        lang={lang}
        items={[
          { key: WORDS.version, value: view.frame.footer.version },
          { key: WORDS.database, value: `PostgreSQL ${status.serverVersion}` },
          { key: WORDS.clock, value: instant(status.now) },
          { key: WORDS.shift, value: shifted ? `${status.shiftMs < 0 ? '−' : '+'}${duration(Math.abs(status.shiftMs), lang)}` : t(WORDS.none) },
          { key: WORDS.moment, value: status.lastEntryAt ? instant(status.lastEntryAt) : t(WORDS.nothingYet) },
          { key: WORDS.jobs, value: number(status.jobsWaiting, lang) },
          { key: WORDS.reports, value: number(status.reportsWaiting, lang) },
          { key: WORDS.mail, value: number(status.mailWaiting, lang) },
          { key: WORDS.unsealed, value: number(status.unsealedEntries, lang) },
        ]}
      />
    </Page>
  );
}

const WORDS = {
  title: { lv: 'Sistēmas stāvoklis', en: 'System status' },
  works: { lv: 'Sistēma darbojas', en: 'The system works' },
  version: { lv: 'Versija', en: 'Version' },
  database: { lv: 'Datubāze', en: 'Database' },
  clock: { lv: 'Programmas pulkstenis', en: 'Clock of the program' },
  shift: { lv: 'Pulksteņa nobīde', en: 'Clock shift' },
  none: { lv: 'nav', en: 'none' },
  moment: { lv: 'Pēdējā reģistrētā darbība', en: 'Last recorded action' },
  nothingYet: { lv: 'vēl nekā nav', en: 'nothing yet' },
  jobs: { lv: 'Gaidošie fona darbi', en: 'Background jobs waiting' },
  reports: { lv: 'Pārskati sagatavošanā', en: 'Reports being made' },
  mail: { lv: 'Nenosūtītās vēstules', en: 'Mail not sent yet' },
  unsealed: { lv: 'Audita ieraksti, kas vēl nav jaucējķēdē', en: 'Audit entries not yet in the hash chain' },
} as const satisfies Record<string, Text>;
