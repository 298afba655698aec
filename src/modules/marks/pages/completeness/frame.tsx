import type { VNode } from 'preact';
import { gradeWords, yearName } from '#modules/education/public.js';
import { readableDay } from '#kernel/iso-date.js';
import { same, type Text } from '#kernel/text.js';
import { Details } from '#ui/details.js';
import { counted, instant, number, percent } from '#ui/format.js';
import { SelectField } from '#ui/form/select-field.js';
import { Page } from '#ui/page.js';
import { StatTiles } from '#ui/stat-tiles.js';
import { StatusTag } from '#ui/status-tag.js';
import { FilterForm } from '#ui/table/filter-form.js';
import { Tabs } from '#ui/tabs.js';
import type { Children } from '#ui/words.js';
import { hrefWith, type View } from '#web/view.js';
import type { BoardFrame } from '../../actions/completeness.js';
import { type Counted, type EntryState, shareOf, TERM_PERIODS, TERM_RECORDS } from '../../domain/completeness.js';
import type { Deadline } from '../../domain/completeness-deadlines.js';
import { RECORD_NAMES, STATE_NAMES } from '../../domain/completeness-words.js';
import { periodName } from '../../domain/periods.js';

export const BOARD_PATH = '/marks/completeness';

export interface FrameProps {
  readonly view: View;
  readonly frame: BoardFrame;
  readonly title: string;
  /** Whether the board's first page stands above this one. */
  readonly topped?: boolean;
  readonly total: Counted;
  readonly children: Children;
}

/** What every level of the board has: the period, the numbers, the deadlines with their reasons, and what is shown of it. */
export function BoardPage({ view, frame, title, topped = false, total, children }: FrameProps): VNode {
  const { lang, t } = view;
  const { of, countedAt, waiting, deadlines } = frame;
  return (
    <Page {...view.frame} title={title} width="work" {...(topped && { breadcrumbs: [{ text: W.title, href: hrefWith({ ...view, path: BOARD_PATH }, { sort: '' }) }, { text: same(title) }] })}>
      <h1>{title}</h1>
      <Tabs lang={lang} label={W.period} items={TERM_PERIODS.map((period) => ({ href: hrefWith(view, { period }), text: periodName(period), current: period === of.period }))} />
      <FilterForm lang={lang} hidden={{ period: of.period, ...(frame.sort !== 'missing' && { sort: frame.sort }) }}>
        <SelectField lang={lang} name="year" label={W.year} value={String(of.year)} options={frame.years.map((year) => ({ value: String(year), label: yearName(year) }))} />
        <SelectField lang={lang} name="record" label={W.record} value={of.record ?? ''} options={TERM_RECORDS.map((value) => ({ value, label: RECORD_NAMES[value] }))} emptyOption={W.all} optional />
      </FilterForm>
      <StatTiles
        lang={lang}
        tiles={[
          { value: percentOf(view, total), label: W.entered, detail: { lv: `${number(total.received, 'lv')} no ${number(total.expected, 'lv')} ierakstiem`, en: `${number(total.received, 'en')} of ${number(total.expected, 'en')} records` } },
          { value: number(total.missing, lang), label: W.missing, detail: W.missingHint },
          { value: number(total.expected - total.received - total.missing, lang), label: W.awaited, detail: W.awaitedHint },
          { value: number(total.late, lang), label: W.late, detail: W.lateHint },
        ]}
      />
      <Deadlines view={view} deadlines={deadlines} overdue={total.missing > 0} />
      {children}
      <p>
        <a href={`${BOARD_PATH}/reminders?year=${of.year}`}>{t(W.reminders)}</a>
      </p>
      <p class="hint">
        {t(W.founderBasis)} {countedAt ? `${t(W.counted)} ${instant(countedAt)}.` : t(W.notCounted)} {waiting > 0 && t({ lv: `Pārskaitīšanu gaida ${waiting}.`, en: `${waiting} wait to be counted anew.` })}
      </p>
    </Page>
  );
}

/** Until when, how long that is, and why just then. */
function Deadlines({ view: { t }, deadlines, overdue }: { view: View; deadlines: readonly Deadline[]; overdue: boolean }): VNode {
  return (
    <section aria-labelledby="deadlines">
      <h2 id="deadlines">{t(W.deadlines)}</h2>
      <ul class="deadline-list">
        {deadlines.map((one) => (
          <li key={`${one.matter}${one.day}`}>
            <strong>{readableDay(one.day)}</strong> {t(one.matter === 'ABSENCE' ? RECORD_NAMES.absence : W.marksAndOutcomes)}
            {one.grades.length < 12 && ` (${t({ lv: `${gradeWords(one.grades)}. klase`, en: `grades ${gradeWords(one.grades)}` })})`}{' '}
            <StatusTag tone={one.daysLeft < 0 ? (overdue ? 'danger' : 'ended') : one.daysLeft <= 7 ? 'warning' : 'info'}>{t(leftWords(one.daysLeft))}</StatusTag>
            <Details summary={t(W.why)}>
              <p>{t(one.why)}</p>
              {one.opensOn && <p>{`${t(W.opens)} ${readableDay(one.opensOn)}`}</p>}
              {!one.verified && <p class="hint">{t(W.unverified)}</p>}
            </Details>
          </li>
        ))}
      </ul>
      {deadlines.length === 0 && <p>{t(W.noDeadline)}</p>}
    </section>
  );
}

function leftWords(days: number): Text {
  if (days === 0) return { lv: 'šodien', en: 'today' };
  const [lv, en] = [counted(Math.abs(days), DAYS, 'lv'), counted(Math.abs(days), DAYS, 'en')];
  return days > 0 ? { lv: `vēl ${lv}`, en: `${en} left` } : { lv: `beidzies pirms ${counted(-days, DAYS_AGO, 'lv')}`, en: `over for ${en}` };
}

/** Whole per cent, never rounded up to the whole while something is out. */
export function percentOf({ lang }: View, counts: Pick<Counted, 'expected' | 'received'>): string {
  if (counts.expected === 0) return '–';
  return percent(Math.floor(shareOf(counts) * 100) / 100, lang);
}

/** A bar of what is there; the number stands beside it. */
export const ShareBar = ({ view, counts }: { view: View; counts: Counted }): VNode => (
  <span class="share">
    <svg class="share-bar" width="6rem" height="10" aria-hidden="true">
      <rect class="tone faded" width="100%" height="10" />
      {counts.expected > 0 && <rect class="tone series-1" width={`${Math.floor(shareOf(counts) * 100)}%`} height="10" />}
    </svg>{' '}
    {percentOf(view, counts)}
  </span>
);

const TONES: Readonly<Record<EntryState, 'danger' | 'warning' | 'success' | 'info' | 'neutral'>> = {
  'nothing entered': 'danger', missing: 'warning', awaited: 'info', late: 'success', 'nil report': 'success', complete: 'success', 'nothing expected': 'neutral',
};
export const StateTag = ({ view, state }: { view: View; state: EntryState }): VNode => <StatusTag tone={TONES[state]}>{view.t(STATE_NAMES[state])}</StatusTag>;

const DAYS = { lv: ['diena', 'dienas'], en: ['day', 'days'] } as const;
const DAYS_AGO = { lv: ['dienas', 'dienām'], en: ['day', 'days'] } as const;

export const W = {
  title: { lv: 'Ievades pilnība', en: 'Completeness of entry' },
  period: { lv: 'Periods', en: 'Period' },
  year: { lv: 'Mācību gads', en: 'School year' },
  record: { lv: 'Ko rādīt', en: 'What to show' },
  all: { lv: 'Vērtējumi, rezultāti un kavējumi', en: 'Marks, outcomes and absences' },
  entered: { lv: 'Ievadīts', en: 'Entered' },
  expected: { lv: 'Gaidāmi', en: 'Expected' },
  received: { lv: 'Saņemti', en: 'Received' },
  missing: { lv: 'Trūkst', en: 'Missing' },
  missingHint: { lv: 'termiņš ir pagājis', en: 'the deadline is over' },
  awaited: { lv: 'Vēl gaida', en: 'Awaited' },
  awaitedHint: { lv: 'termiņš vēl nav pienācis', en: 'the deadline is still to come' },
  late: { lv: 'Novēloti', en: 'Late' },
  lateHint: { lv: 'saņemti pēc termiņa', en: 'received after the deadline' },
  deadlines: { lv: 'Termiņi', en: 'Deadlines' },
  marksAndOutcomes: { lv: 'Vērtējumi un sasniedzamie rezultāti', en: 'Marks and learning outcomes' },
  why: { lv: 'Kā skaitīts', en: 'How it is counted' },
  opens: { lv: 'Ievade atveras', en: 'Entry opens on' },
  unverified: { lv: 'Tiesību akta teksts vēl nav salīdzināts.', en: 'Not yet compared with the text of the act.' },
  noDeadline: { lv: 'Šim periodam termiņš nav reģistrēts.', en: 'No deadline is recorded for this period.' },
  founderBasis: { lv: 'Pašvaldību nosaka šodienas faktiskais dibinātājs.', en: 'The municipality is today’s actual founder.' },
  counted: { lv: 'Senākais skaitījums:', en: 'Oldest count:' },
  notCounted: { lv: 'Vēl nav skaitīts.', en: 'Not counted yet.' },
  reminders: { lv: 'Ko un kad atgādina', en: 'Who is reminded, and when' },
  institution: { lv: 'Iestāde', en: 'Institution' },
  municipality: { lv: 'Pašvaldība', en: 'Municipality' },
  otherFounders: { lv: 'Citi dibinātāji', en: 'Other founders' },
  state: { lv: 'Stāvoklis', en: 'State' },
  lastEntered: { lv: 'Pēdējā ievade', en: 'Last entry' },
  call: { lv: 'Kam zvanīt', en: 'Whom to call' },
  schools: { lv: 'Iestādes', en: 'Institutions' },
  whole: { lv: 'Viss ievadīts', en: 'All entered' },
  without: { lv: 'Nekas nav ievadīts', en: 'Nothing entered' },
  regNr: { lv: 'Reģistrācijas numurs', en: 'Registration number' },
} as const satisfies Record<string, Text>;
