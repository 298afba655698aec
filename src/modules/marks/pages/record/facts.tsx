import type { VNode } from 'preact';
import { yearName } from '#modules/education/public.js';
import { readableDay } from '#kernel/iso-date.js';
import type { Text } from '#kernel/text.js';
import { instant } from '#ui/format.js';
import { StatusTag } from '#ui/status-tag.js';
import { SummaryList } from '#ui/summary-list.js';
import { DataTable } from '#ui/table/data-table.js';
import type { Children } from '#ui/words.js';
import type { View } from '#web/view.js';
import type { ParcelStep } from '../../actions/parcel.js';
import { reasonWords, type RecordPage as Found } from '../../actions/view-record.js';
import { periodName } from '../../domain/periods.js';
import { OutcomeWords } from '../outcome-words.js';
import { CHANNEL_WORDS, totalsOf, W } from '../words.js';

interface Props {
  readonly view: View;
  readonly found: Found;
  readonly pupil: Children;
  /** What can be done about the record. */
  readonly children?: Children;
}

/** What a record says, its whole way like that of a parcel, and what it was before. */
export function RecordFacts({ view, found, pupil, children }: Props): VNode {
  const { lang, t } = view;
  const { member, record, subject, period, before } = found;
  return (
    <>
      <SummaryList
        lang={lang}
        items={[
          { key: W.pupil, value: pupil },
          { key: W.institution, value: member.institution },
          { key: W.period, value: `${t(periodName(period))}, ${t(yearName(record.year))}` },
          ...(subject.outcome ? [{ key: W.outcome, value: <OutcomeWords lang={lang} outcome={subject.outcome} /> }] : []),
          ...valueItems(view, found),
          { key: STATE, value: record.state === 'withdrawn' ? <StatusTag tone="ended">{t(WITHDRAWN)}</StatusTag> : <StatusTag tone="success">{t(IN_FORCE)}</StatusTag> },
        ]}
      />
      {children}
      <h2>{t(WAY)}</h2>
      <ol class="timeline">
        {stepsOf(found).map((step, index) => (
          <li key={index}>
            <p class="timeline-when">{instant(step.at)}</p>
            <div>
              <p class="timeline-title">{step.href ? <a href={step.href}>{t(step.words)}</a> : t(step.words)}</p>
            </div>
          </li>
        ))}
      </ol>
      {before.length > 0 && (
        <>
          <h2>{t(BEFORE)}</h2>
          <DataTable
            lang={lang}
            caption={BEFORE}
            captionHidden
            rows={before}
            rowKey={(one) => one.supersededAt.toISOString()}
            columns={[
              { key: 'value', header: WAS, rowHeader: true, cell: (one) => (one.state === 'withdrawn' ? t(WITHDRAWN) : record.kind === 'absence' ? totalsOf(one) : (one.value ?? '')) },
              { key: 'entered', header: ENTERED, cell: (one) => `${instant(one.enteredAt)}, ${t(CHANNEL_WORDS[one.channel])}${who(found, one.enteredBy)}` },
              { key: 'changed', header: CHANGED, cell: (one) => `${instant(one.supersededAt)}${who(found, one.supersededBy)}` },
              { key: 'why', header: W.reason, cell: (one) => wordsOfReason(one.reason, view) },
              { key: 'order', header: W.order, cell: (one) => one.orderNr },
            ]}
          />
        </>
      )}
    </>
  );
}

function valueItems({ t }: View, { record }: Found) {
  if (record.kind === 'absence') {
    return [
      { key: W.justified, value: String(record.justifiedLessons) },
      { key: W.unjustified, value: String(record.unjustifiedLessons) },
      ...(record.unjustifiedDays === null ? [] : [{ key: W.days, value: String(record.unjustifiedDays) }]),
      ...(record.reasonGroup ? [{ key: W.reason, value: record.reasonGroup }] : []),
    ];
  }
  return [
    { key: W.value, value: <strong>{record.value}</strong> },
    ...(record.language ? [{ key: W.language, value: record.language }] : []),
    { key: W.decidedOn, value: record.decidedOn ? readableDay(record.decidedOn) : t(LAST_DAY) },
  ];
}

/** What others know of the way (journal, intake, who read it) around what the register itself knows. */
function stepsOf({ record, member, before, steps, names }: Found): ParcelStep[] {
  const entries = [...before.map(({ enteredAt: at, enteredBy: by, channel, state }) => ({ at, by, channel, state })), { at: record.enteredAt, by: record.enteredBy, channel: record.channel, state: record.state }];
  const own = entries.map(({ at, by, channel, state }): ParcelStep => {
    const words = state === 'withdrawn' ? STEP_WITHDRAWN : STEP_REGISTER;
    const name = names.get(by);
    const tail = (lang: 'lv' | 'en') => `${state === 'withdrawn' ? '' : `: ${CHANNEL_WORDS[channel][lang]}${channel === 'manual' ? ` (${member.institution})` : ''}`}${name && channel !== 'service' ? `, ${name}` : ''}`;
    return { at, words: { lv: `${words.lv}${tail('lv')}`, en: `${words.en}${tail('en')}` } };
  });
  const told = steps.map((step) => {
    const name = names.get(step.by ?? '');
    return name ? { ...step, words: { lv: `${step.words.lv}, ${name}`, en: `${step.words.en}, ${name}` } } : step;
  });
  return [...told, ...own].sort((a, b) => a.at.getTime() - b.at.getTime());
}

const who = ({ names }: Found, by: string): string => (names.has(by) ? `, ${names.get(by)}` : '');
const wordsOfReason = (reason: string, { t }: View): string => {
  const known = reasonWords(reason);
  return known ? t(known) : reason;
};

const STATE: Text = { lv: 'Stāvoklis', en: 'State' };
const IN_FORCE: Text = { lv: 'spēkā', en: 'in force' };
const WITHDRAWN: Text = { lv: 'atsaukts', en: 'taken back' };
const LAST_DAY: Text = { lv: 'skola to nav norādījusi, tāpēc par lēmuma dienu pieņemta perioda pēdējā diena', en: 'the school has not said it, so the last day of the period is taken for it' };
const WAY: Text = { lv: 'Ieraksta ceļš', en: 'The way of the record' };
const STEP_REGISTER: Text = { lv: 'Reģistrā', en: 'In the register' };
const STEP_WITHDRAWN: Text = { lv: 'Atsaukts', en: 'Taken back' };
const BEFORE: Text = { lv: 'Kas bija iepriekš', en: 'What it was before' };
const WAS: Text = { lv: 'Bija', en: 'Was' };
const ENTERED: Text = { lv: 'Ievadīts', en: 'Entered' };
const CHANGED: Text = { lv: 'Mainīts', en: 'Changed' };
