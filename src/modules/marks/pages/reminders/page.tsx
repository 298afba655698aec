import type { VNode } from 'preact';
import { yearName } from '#modules/education/public.js';
import { readableDay } from '#kernel/iso-date.js';
import type { Text } from '#kernel/text.js';
import { instant, number } from '#ui/format.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import { StatusTag } from '#ui/status-tag.js';
import { DataTable } from '#ui/table/data-table.js';
import type { View } from '#web/view.js';
import type { RemindersPage } from '../../actions/reminders.js';
import { periodNames, stageWords } from '../../domain/reminder-words.js';
import { BOARD_PATH, W } from '../completeness/frame.js';

const REMINDERS: Text = { lv: 'Atgādinājumi par ievadi', en: 'Reminders of entry' };

/** What will be told whom and when, and what was told. */
export function RemindersView({ view, found: { year, planned, told } }: { view: View; found: RemindersPage }): VNode {
  const { lang, t, today } = view;
  return (
    <Page {...view.frame} title={t(REMINDERS)} width="work" breadcrumbs={[{ text: W.title, href: BOARD_PATH }, { text: REMINDERS }]}>
      <h1>{t(REMINDERS)}</h1>
      <Lead>{t(LEAD)}</Lead>
      <p>
        {t(W.year)} {t(yearName(year))} <a href={`${BOARD_PATH}/parameters`}>{t(WHICH_DAYS)}</a>
      </p>
      <h2>{t(PLAN)}</h2>
      <DataTable
        lang={lang}
        caption={PLAN}
        captionHidden
        rows={planned}
        rowKey={(row) => `${row.dueOn}${row.stage}`}
        empty={{ title: NO_PLAN, hint: NO_PLAN_HINT }}
        columns={[
          { key: 'day', header: DAY, rowHeader: true, cell: (row) => readableDay(row.day) },
          { key: 'due', header: DUE, cell: (row) => `${readableDay(row.dueOn)} ${t(periodNames(row.periods))}` },
          { key: 'stage', header: WHEN, cell: (row) => t(stageWords(row.stage)) },
          { key: 'sent', header: W.state, cell: (row) => (row.sent === null ? <StatusTag tone={row.day === today ? 'warning' : 'info'}>{t(TO_COME)}</StatusTag> : row.sent > 0 ? <StatusTag tone="success">{t(SENT)}</StatusTag> : <StatusTag tone="neutral">{t(NOBODY)}</StatusTag>) },
          { key: 'whom', header: WHOM, number: true, cell: (row) => number(row.sent ?? row.open, lang) },
        ]}
      />
      <h2>{t(TOLD)}</h2>
      <DataTable
        lang={lang}
        caption={TOLD}
        captionHidden
        rows={told}
        rowKey={(row) => row.id}
        empty={{ title: NOTHING_TOLD }}
        columns={[
          { key: 'at', header: AT, cell: (row) => instant(row.toldAt) },
          { key: 'who', header: TO, rowHeader: true, cell: (row) => (row.regNr ? <a href={`${BOARD_PATH}/institutions/${row.regNr}?year=${year}`}>{row.institution}</a> : (row.unit ?? '–')) },
          { key: 'what', header: DUE, cell: (row) => `${readableDay(row.dueOn)} ${t(stageWords(row.stage))}` },
          { key: 'missing', header: OUT, number: true, cell: (row) => number(row.missing, lang) },
          { key: 'users', header: USERS, number: true, cell: (row) => number(row.toldUsers, lang) },
        ]}
      />
    </Page>
  );
}

const LEAD: Text = {
  lv: 'Par termiņu atgādina tikai tām iestādēm, no kurām vēl nav visu ierakstu: lietvedim un vadītājam. Pašvaldība saņem savu iestāžu sarakstu. Katru atgādinājumu sūta vienreiz.',
  en: 'Only institutions from which something has not come are reminded: their secretary and head. The municipality gets a list of its institutions. Each reminder is sent once.',
};
const WHICH_DAYS: Text = { lv: 'Kurās dienās atgādina', en: 'On which days' };
const PLAN: Text = { lv: 'Ko un kad atgādinās', en: 'What will be told, and when' };
const NO_PLAN: Text = { lv: 'Šim gadam vēl nav ko atgādināt.', en: 'There is nothing to remind of in this year yet.' };
const NO_PLAN_HINT: Text = { lv: 'Atgādinājumi rodas no saskaitītajiem ierakstiem un termiņiem.', en: 'Reminders follow from what is counted and its deadlines.' };
const DAY: Text = { lv: 'Diena', en: 'Day' };
const DUE: Text = { lv: 'Termiņš', en: 'Deadline' };
const WHEN: Text = { lv: 'Kad', en: 'When' };
const TO_COME: Text = { lv: 'gaidāms', en: 'to come' };
const SENT: Text = { lv: 'nosūtīts', en: 'sent' };
const NOBODY: Text = { lv: 'nebija kam', en: 'nobody to remind' };
const WHOM: Text = { lv: 'Iestādes', en: 'Institutions' };
const TOLD: Text = { lv: 'Kas jau pateikts', en: 'What has been told' };
const NOTHING_TOLD: Text = { lv: 'Vēl nekas nav sūtīts.', en: 'Nothing has been sent yet.' };
const AT: Text = { lv: 'Laiks', en: 'Time' };
const TO: Text = { lv: 'Kam', en: 'To' };
const OUT: Text = { lv: 'Trūka ierakstu', en: 'Records out' };
const USERS: Text = { lv: 'Lietotāji', en: 'Users' };
