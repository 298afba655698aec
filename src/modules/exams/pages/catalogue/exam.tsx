import type { VNode } from 'preact';
import { yearName } from '#modules/education/public.js';
import { readableDay } from '#kernel/iso-date.js';
import type { Text } from '#kernel/text.js';
import { instant } from '#ui/format.js';
import { ButtonLink, ButtonRow } from '#ui/form/button.js';
import { Details } from '#ui/details.js';
import { Page } from '#ui/page.js';
import { StatusTag } from '#ui/status-tag.js';
import { SummaryList } from '#ui/summary-list.js';
import { DataTable } from '#ui/table/data-table.js';
import type { View } from '#web/view.js';
import type { ShownExam } from '../../actions/show-catalogue.js';
import { examName, KIND_WORDS, TERM_WORDS, TERMS } from '../../domain/exam-words.js';
import { pointsInWords } from '../../domain/scoring.js';
import { keepExams } from '../../permissions.js';
import { holds, ShortLink, Source } from '../frame.js';
import { perCent, W } from '../words.js';
import { CATALOGUE, CHANGED, INFERRED, WAS, WHAT } from './page.js';

type Scoring = ShownExam['scorings'][number];

/** One exam of a year: how it is counted, from when there is a certificate, when it is held. */
export function ExamPage({ view, shown }: { view: View; shown: ShownExam }): VNode {
  const { t, lang } = view;
  const { exam, scorings, threshold, events } = shown;
  const [now, ...earlier] = scorings;
  const title = t(examName(exam));
  const here = `${CATALOGUE}/${exam.year}/${exam.code}`;
  const keep = holds(view, keepExams);
  return (
    <Page {...view.frame} title={title} width="work" breadcrumbs={[{ text: { lv: `${W.catalogue.lv}, ${yearName(exam.year).lv}`, en: `Exams of ${yearName(exam.year).en}` }, href: `${CATALOGUE}?year=${exam.year}` }, { text: title }]}>
      <h1>{title}</h1>
      <SummaryList
        lang={lang}
        items={[
          { key: W.code, value: <>{exam.code}{exam.certainty === 'inferred' && <> <StatusTag tone="warning">{t(INFERRED)}</StatusTag></>}</> },
          { key: W.kind, value: t(KIND_WORDS[exam.kind]) },
          { key: W.threshold, value: threshold === null ? t(exam.kind === 'monitoring work' ? NO_THRESHOLD : W.notSet) : perCent(threshold, lang) },
          { key: W.source, value: <span lang="lv">{exam.source}</span> },
        ]}
      />
      <h2>{t(COUNTING)}</h2>
      <p>{t(COUNTING_LEAD)}</p>
      {now ? <Scoring view={view} scoring={now} /> : <p>{t(W.notSet)}</p>}
      {keep && (
        <ButtonRow>
          <ButtonLink href={`${here}/scoring`} variant="secondary">{t(CHANGE_COUNTING)}</ButtonLink>
        </ButtonRow>
      )}
      {earlier.length > 0 && (
        <Details summary={t(EARLIER)}>
          {earlier.map((one) => (
            <Scoring key={one.id} view={view} scoring={one} />
          ))}
        </Details>
      )}
      <h2>{t(EVENTS)}</h2>
      <DataTable
        lang={lang}
        caption={EVENTS}
        captionHidden
        rows={TERMS.map((term) => ({ term, event: events.find((one) => one.term === term) }))}
        rowKey={({ term }) => term}
        columns={[
          { key: 'term', header: TERM, rowHeader: true, cell: ({ term }) => t(TERM_WORDS[term]) },
          { key: 'day', header: W.day, cell: ({ event }) => (event ? readableDay(event.heldOn) : t(W.notSet)) },
          { key: 'time', header: W.time, cell: ({ event }) => event?.startsAt ?? '–' },
          { key: 'basis', header: W.basis, cell: ({ event }) => event && <Source view={view} source={event.legalBasis} verified={event.verified} /> },
          ...(keep ? [{ key: 'do', header: W.correct, cell: ({ term }: { term: (typeof TERMS)[number] }) => <ShortLink href={`${here}/events/${term}`} text={t(W.correct)} about={t(TERM_WORDS[term])} /> }] : []),
        ]}
      />
      <Before view={view} shown={shown} />
    </Page>
  );
}

function Scoring({ view, scoring }: { view: View; scoring: Scoring }): VNode {
  const { t, lang } = view;
  const caption = { lv: `${scoring.version}. redakcija`, en: `Version ${scoring.version}` };
  return (
    <>
      <DataTable
        lang={lang}
        caption={caption}
        rows={scoring.parts}
        rowKey={(part) => String(part.number)}
        columns={[
          { key: 'part', header: W.part, rowHeader: true, cell: (part) => `${part.number}. ${lang === 'lv' ? part.nameLv : part.nameEn}` },
          { key: 'points', header: W.points, number: true, cell: (part) => pointsInWords(part.maxHalfPoints, lang) },
          { key: 'weight', header: W.weight, number: true, cell: (part) => perCent(part.weight, lang) },
        ]}
      />
      <p class="hint">
        <Source view={view} source={scoring.legalBasis} verified={scoring.verified} /> {scoring.supersededAt && `${t(UNTIL)} ${instant(scoring.supersededAt)}`}
      </p>
    </>
  );
}

function Before({ view: { t, lang }, shown: { events, before } }: { view: View; shown: ShownExam }): VNode | null {
  if (before.length === 0) return null;
  return (
    <>
      <h2>{t(W.before)}</h2>
      <DataTable
        lang={lang}
        caption={W.before}
        captionHidden
        rows={before}
        rowKey={(one) => `${one.ofId} ${one.supersededAt.toISOString()}`}
        columns={[
          { key: 'what', header: WHAT, rowHeader: true, cell: (one) => t(TERM_WORDS[events.find(({ id }) => id === one.ofId)!.term]) },
          { key: 'was', header: WAS, cell: (one) => `${one.days.map(readableDay).join(', ')} ${one.startsAt ?? ''}` },
          { key: 'source', header: W.basis, cell: (one) => <span lang="lv">{one.legalBasis}</span> },
          { key: 'until', header: CHANGED, cell: (one) => instant(one.supersededAt) },
        ]}
      />
    </>
  );
}

const NO_THRESHOLD: Text = { lv: 'monitoringa darbam sliekšņa nav', en: 'a monitoring work has none' };
const COUNTING: Text = { lv: 'Vērtēšanas kārtība', en: 'How it is counted' };
const COUNTING_LEAD: Text = {
  lv: 'Kopvērtējumu skaita no precīziem punktiem un daļu svariem un noapaļo uz leju tikai beigās. Rezultāts glabā redakciju, pēc kuras tas skaitīts.',
  en: 'The total is counted from exact points and the weights of parts, and rounded down at the end alone. A result keeps the version by which it was counted.',
};
const CHANGE_COUNTING: Text = { lv: 'Mainīt vērtēšanas kārtību', en: 'Change how it is counted' };
const EARLIER: Text = { lv: 'Iepriekšējās redakcijas', en: 'Earlier versions' };
const EVENTS: Text = { lv: 'Norises', en: 'Events' };
const TERM: Text = { lv: 'Termiņš', en: 'Term' };
const UNTIL: Text = { lv: 'Spēkā līdz', en: 'In force until' };
