import type { VNode } from 'preact';
import { readableDay } from '#kernel/iso-date.js';
import type { Text } from '#kernel/text.js';
import { instant } from '#ui/format.js';
import { DataTable } from '#ui/table/data-table.js';
import type { View } from '#web/view.js';
import type { CalendarBefore, DeadlineRow, ShownYear } from '../../actions/show-school-years.js';
import type { Season } from '../../domain/school-year.js';
import { MATTER_WORDS, RULE_WORDS, SEASON_WORDS, WORDS } from '../classifiers/words.js';

interface Line {
  readonly what: string;
  readonly was: string;
  readonly source: string;
  readonly until: Date;
}

/** What the calendar and the deadlines of the year said before they were changed; nothing where they never were. */
export function Before({ view, shown: { before } }: { view: View; shown: ShownYear }): VNode | null {
  const { t, lang } = view;
  const lines = [...before.calendar.map((one) => ofCalendar(view, one)), ...before.deadlines.map((one) => ofDeadline(view, one))].sort((a, b) => b.until.getTime() - a.until.getTime());
  if (lines.length === 0) return null;
  return (
    <>
      <h2>{t(WORDS.before)}</h2>
      <DataTable
        lang={lang}
        caption={WORDS.before}
        captionHidden
        rows={lines}
        rowKey={(line) => `${line.what} ${line.until.toISOString()} ${line.was}`}
        columns={[
          { key: 'what', header: WHAT, rowHeader: true, cell: (line) => line.what },
          { key: 'was', header: WAS, cell: (line) => line.was },
          { key: 'source', header: WORDS.source, cell: (line) => line.source },
          { key: 'until', header: CHANGED, cell: (line) => instant(line.until) },
        ]}
      />
    </>
  );
}

function ofCalendar({ t }: View, { what, which, days, source, supersededAt }: CalendarBefore): Line {
  const about: Readonly<Record<CalendarBefore['what'], string>> = { year: t(YEAR_DAYS), end: `${t(END)}, ${which}. ${t(GRADE)}`, break: which in SEASON_WORDS ? t(SEASON_WORDS[which as Season]) : which };
  return { what: about[what], was: days.map(readableDay).join(what === 'break' ? '–' : ', '), source, until: supersededAt };
}

function ofDeadline({ t }: View, { matter, rule, dueOn, workingDays, legalBasis, supersededAt }: DeadlineRow): Line {
  return { what: t(MATTER_WORDS[matter]), was: `${t(RULE_WORDS[rule])}: ${dueOn ? readableDay(dueOn) : workingDays}`, source: legalBasis, until: supersededAt! };
}

const WHAT: Text = { lv: 'Kas', en: 'What' };
const WAS: Text = { lv: 'Bija', en: 'Was' };
const CHANGED: Text = { lv: 'Mainīts', en: 'Changed' };
const YEAR_DAYS: Text = { lv: 'Semestru dienas', en: 'Days of semesters' };
const END: Text = { lv: 'Mācību gada beigas', en: 'End of the year' };
const GRADE: Text = { lv: 'klase', en: 'grade' };
