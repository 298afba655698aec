import type { VNode } from 'preact';
import { dayInRiga } from '#kernel/clock.js';
import { readableDay } from '#kernel/iso-date.js';
import { fill, type Text } from '#kernel/text.js';
import { ButtonLink, ButtonRow } from '#ui/form/button.js';
import { instant } from '#ui/format.js';
import { StatusTag } from '#ui/status-tag.js';
import { SummaryList } from '#ui/summary-list.js';
import { Timeline, type TimelineEntry } from '#ui/timeline.js';
import type { View } from '#web/view.js';
import type { ShownInquiry, StepRow, VersionRow } from '../actions/inquiries.js';
import { END_WORDS, STEP_WORDS, WHY_WORDS } from '../domain/words.js';
import { BelowPage } from './frame.js';
import { nameOf, PATH, stateOf, statusOf, unitOf, W } from './words.js';

/** One child: how it stands, what can be done, and all that was. */
export function InquiryPage({ view, shown: { inquiry, versions, steps, mayKeep } }: { view: View; shown: ShownInquiry }): VNode {
  const { lang, t, today } = view;
  const { text, tone } = stateOf(inquiry, today);
  const here = `${PATH}/inquiries/${inquiry.id}`;
  const isAtWork = inquiry.state === 'open' || inquiry.closedBy === 'status';
  return (
    <BelowPage view={view} title={nameOf(inquiry)} above={{ text: W.short, href: PATH }}>
      <SummaryList
        lang={lang}
        items={[
          { key: W.state, value: <StatusTag tone={tone}>{t(text)}</StatusTag> },
          { key: W.status, value: t(statusOf(inquiry)) },
          ...(inquiry.comment ? [{ key: W.comment, value: inquiry.comment }] : []),
          { key: W.municipality, value: t(unitOf(inquiry)) },
          { key: W.born, value: inquiry.isProtected ? t(W.protectedChild) : inquiry.bornOn ? readableDay(inquiry.bornOn) : '–' },
          { key: W.due, value: readableDay(inquiry.dueOn) },
          ...(inquiry.nextCheckOn ? [{ key: W.nextCheck, value: readableDay(inquiry.nextCheckOn) }] : []),
          { key: FOUND, value: readableDay(inquiry.foundOn) },
        ]}
      />
      {mayKeep && isAtWork && (
        <ButtonRow>
          <ButtonLink href={`${here}/status`}>{t(GIVE_STATUS)}</ButtonLink>
          <ButtonLink href={`${here}/steps`} variant="secondary">{t(ADD_STEP)}</ButtonLink>
        </ButtonRow>
      )}
      <h2>{t(HISTORY)}</h2>
      <Timeline lang={lang} on={today} entries={entriesOf(versions, steps)} />
    </BelowPage>
  );

  /** Versions and steps as one story, the latest first. */
  function entriesOf(all: readonly VersionRow[], taken: readonly StepRow[]): TimelineEntry[] {
    const told = [
      ...all.map((one) => ({ day: dayInRiga(one.recordedAt), at: one.recordedAt.toISOString(), entry: versionEntry(one) })),
      ...taken.map((one) => ({ day: one.takenOn, at: one.id, entry: stepEntry(one) })),
    ];
    return told.sort((a, b) => (a.day === b.day ? (a.at < b.at ? 1 : -1) : a.day < b.day ? 1 : -1)).map(({ day, entry }) => ({ day, ...entry }));
  }

  function versionEntry(one: VersionRow): Omit<TimelineEntry, 'day'> {
    return {
      title: one.closedBy && one.why === 'closed' ? t(END_WORDS[one.closedBy]) : t(WHY_WORDS[one.why]),
      children: (
        <>
          {one.why === 'status' && <p>{t(statusOf(one))}</p>}
          {one.why === 'status' && one.comment && <p>{one.comment}</p>}
          {one.why === 'status' && one.nextCheckOn && <p>{`${t(W.nextCheck)}: ${readableDay(one.nextCheckOn)}`}</p>}
          {one.state === 'open' && one.why !== 'status' && <p>{`${t(unitOf(one))}; ${t(W.due).toLowerCase()}: ${readableDay(one.dueOn)}`}</p>}
          <p class="hint">{`${one.by}, ${instant(one.recordedAt)}`}</p>
        </>
      ),
    };
  }

  function stepEntry(one: StepRow): Omit<TimelineEntry, 'day'> {
    return {
      title: `${t(STEP_WORDS[one.kind])}: ${one.body}`,
      children: (
        <>
          {one.answeredAt ? <p>{t(fill(ANSWER, { words: one.answer }))}</p> : <p>{t(NO_ANSWER)}</p>}
          {!one.answeredAt && mayKeep && (
            <p>
              <a href={`${here}/steps/${one.id}`}>{t(WRITE_ANSWER)}</a>
            </p>
          )}
          <p class="hint">{one.by}</p>
        </>
      ),
    };
  }
}

const FOUND: Text = { lv: 'Pēdējais izraksts, kurā ir bērns', en: 'Last extract that has the child' };
const GIVE_STATUS: Text = { lv: 'Norādīt statusu', en: 'Give the status' };
const ADD_STEP: Text = { lv: 'Ierakstīt darbību', en: 'Write down a step' };
const HISTORY: Text = { lv: 'Kas ir darīts', en: 'What was done' };
const ANSWER: Text = { lv: 'Atbilde: {words}', en: 'Answer: {words}' };
const NO_ANSWER: Text = { lv: 'Atbildes vēl nav.', en: 'No answer yet.' };
const WRITE_ANSWER: Text = { lv: 'Ierakstīt atbildi', en: 'Write down the answer' };
