import type { VNode } from 'preact';
import { yearName } from '#modules/education/public.js';
import { readableDay } from '#kernel/iso-date.js';
import { fill, type Text } from '#kernel/text.js';
import { instant, number } from '#ui/format.js';
import { Button, ButtonRow, PrintButton } from '#ui/form/button.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { Form } from '#ui/form/form.js';
import { PostButton } from '#ui/form/post-button.js';
import { TextArea } from '#ui/form/text-area.js';
import { Notice } from '#ui/notice.js';
import { Page } from '#ui/page.js';
import { StatTiles } from '#ui/stat-tiles.js';
import { SummaryList } from '#ui/summary-list.js';
import { DataTable } from '#ui/table/data-table.js';
import { Timeline } from '#ui/timeline.js';
import type { Attempt } from '#web/page-route.js';
import type { View } from '#web/view.js';
import type { ShownProtocol } from '../../actions/exam-day.js';
import { classWords } from '../../domain/candidate-kinds.js';
import { dueParts, MARK_WORDS } from '../../domain/entry-facts.js';
import { examTitle, TERM_WORDS } from '../../domain/exam-words.js';
import { dayInRiga } from '#kernel/clock.js';
import { CONFIRM_BEFORE_PROTOCOL, MARK_EVERYBODY } from '../../texts.js';
import { WhoElse } from '../frame.js';
import { sittingPath } from '../sitting/tabs.js';
import { W } from '../words.js';

/** Who took which part, with its numbers: printed as it is, handed in, approved. */
export function ProtocolPage({ view, shown, attempt }: { view: View; shown: ShownProtocol; attempt: Attempt }): VNode {
  const { t, lang } = view;
  const { sitting, parts, entries, counts, protocols } = shown;
  const tile = (label: Text, value: number) => ({ label, value: number(value, lang) });
  return (
    <Page {...view.frame} title={t(W.protocol)} width="work" islands={['print-page']} breadcrumbs={[{ text: examTitle(sitting), href: sittingPath(sitting.id) }, { text: W.protocol }]}>
      <ErrorSummary lang={lang} errors={attempt.errors} />
      <h1>{t(W.protocol)}</h1>
      <SummaryList
        lang={lang}
        items={[
          { key: W.exam, value: t(examTitle(sitting)) },
          { key: W.institution, value: `${sitting.institution}, ${sitting.regNr}` },
          { key: W.year, value: t(yearName(sitting.year)) },
          { key: W.day, value: `${readableDay(sitting.heldOn)} ${sitting.startsAt}, ${t(TERM_WORDS[sitting.term])}` },
        ]}
      />
      <StatTiles lang={lang} tiles={[tile(TAKEN, counts.taken), tile(PARTIAL, counts.partial), tile(ABSENT, counts.absent), tile(EXPELLED, counts.expelled), tile(EXEMPT, counts.exempt), tile(REPLACED, counts.replaced), tile(WORKS, counts.works)]} />
      <DataTable
        lang={lang}
        caption={CANDIDATES}
        rows={entries}
        rowKey={(one) => one.id}
        empty={{ title: NOBODY, hint: NOBODY_HINT }}
        columns={[
          { key: 'code', header: W.candidateCode, cell: (one) => one.candidateCode },
          { key: 'name', header: W.candidate, rowHeader: true, cell: (one) => `${one.family} ${one.given}` },
          { key: 'class', header: W.class, cell: (one) => t(classWords(one)) },
          { key: 'room', header: W.room, cell: (one) => (one.room ? `${one.room} / ${one.seat}` : '–') },
          ...parts.map((part) => ({
            key: String(part.number),
            header: `${part.number}. ${lang === 'lv' ? part.nameLv : part.nameEn}`,
            cell: (one: (typeof entries)[number]) => {
              if (!dueParts(sitting.parts, one.facts).includes(part.number)) return t(one.facts.some(({ kind }) => kind === 'replaced') ? IS_REPLACED : IS_EXEMPT);
              const mark = one.marks.find((known) => known.part === part.number);
              return mark ? t(MARK_WORDS[mark.mark]) : '';
            },
          })),
          { key: 'sign', header: SIGNATURE, cell: () => '' },
        ]}
      />
      <Answer view={view} shown={shown} attempt={attempt} />
      {protocols.length > 0 && (
        <>
          <h2>{t(WAY)}</h2>
          <Timeline
            lang={lang}
            on={view.today}
            entries={protocols.flatMap((one) => [
              ...(one.answeredAt
                ? [{ day: dayInRiga(one.answeredAt), title: t(one.state === 'approved' ? APPROVED : RETURNED), children: <>{instant(one.answeredAt)}, {one.answeredBy}{one.returnedWhy && `: ${one.returnedWhy}`}</> }]
                : []),
              { day: dayInRiga(one.submittedAt), title: t(SUBMITTED), children: <>{instant(one.submittedAt)}, {one.submittedBy}{one.remarks && `: ${one.remarks}`}</> },
            ])}
          />
        </>
      )}
      <ButtonRow>
        <PrintButton>{t(DO_PRINT)}</PrintButton>
      </ButtonRow>
      <p class="hint">{t(PRINT)}</p>
    </Page>
  );
}

/** What is done with the protocol next, by whose turn it is. */
function Answer({ view, shown: { sitting, protocols, lacking, others, mayLead, mayApprove, entries }, attempt }: { view: View; shown: ShownProtocol; attempt: Attempt }): VNode | null {
  const { t, lang } = view;
  const field = fieldsOf({ lang, ...attempt });
  const waits = protocols.some(({ state }) => state === 'submitted');
  const open = protocols.every(({ state }) => state === 'returned');
  if (open && mayLead && entries.length > 0 && view.today >= sitting.heldOn) {
    const isLacking = lacking.unconfirmed + lacking.unmarked > 0;
    // Whoever has written remarks and was refused keeps them in the form.
    return (
      <>
        {isLacking && <Lacking view={view} sitting={sitting} lacking={lacking} />}
        {(!isLacking || attempt.errors.length > 0) && (
          <Form csrf={view.csrf} action={sittingPath(sitting.id, '/protocol/submit')}>
            <TextArea {...field('remarks')} label={W.remarks} hint={REMARKS_HINT} rows={3} maxLength={2_000} optional />
            <ButtonRow>
              <Button>{t(SUBMIT)}</Button>
            </ButtonRow>
          </Form>
        )}
      </>
    );
  }
  if (others) return <WhoElse view={view} others={others} />;
  if (!waits || !mayApprove) return null;
  return (
    <>
      <h2>{t(ANSWER)}</h2>
      <PostButton action={sittingPath(sitting.id, '/protocol/approve')} csrf={view.csrf} variant="primary">{t(APPROVE)}</PostButton>
      <Form csrf={view.csrf} action={sittingPath(sitting.id, '/protocol/return')}>
        <TextArea {...field('why')} label={WHY} rows={2} maxLength={500} />
        <ButtonRow>
          <Button variant="secondary">{t(RETURN)}</Button>
        </ButtonRow>
      </Form>
    </>
  );
}

/** What is to be done before the protocol can be handed in, and where. */
const Lacking = ({ view: { t, lang }, sitting, lacking: { unconfirmed, unmarked } }: { view: View } & Pick<ShownProtocol, 'sitting' | 'lacking'>): VNode => (
  <Notice lang={lang} tone="warning" title={NOT_YET}>
    {unconfirmed > 0 && <p>{t(fill(CONFIRM_BEFORE_PROTOCOL, { n: unconfirmed }))} <a href={sittingPath(sitting.id)}>{t(LIST)}</a></p>}
    {unmarked > 0 && <p>{t(fill(MARK_EVERYBODY, { n: unmarked }))} <a href={sittingPath(sitting.id, '/attendance')}>{t(MARK)}</a></p>}
  </Notice>
);

const NOT_YET: Text = { lv: 'Protokolu vēl nevar iesniegt', en: 'The protocol cannot be handed in yet' };
const LIST: Text = { lv: 'Kārtotāju saraksts', en: 'List of candidates' };
const MARK: Text = { lv: 'Atzīmēt dalību', en: 'Mark participation' };
const TAKEN: Text = { lv: 'Piedalījās', en: 'Took part' };
const PARTIAL: Text = { lv: 'Daļēji', en: 'Partly' };
const ABSENT: Text = { lv: 'Neieradās', en: 'Absent' };
const EXPELLED: Text = { lv: 'Izraidīti', en: 'Expelled' };
const EXEMPT: Text = { lv: 'Atbrīvoti', en: 'Exempt' };
const REPLACED: Text = { lv: 'Ar starptautisku dokumentu', en: 'With an international document' };
const WORKS: Text = { lv: 'Nodoti darbi', en: 'Works handed in' };
const IS_EXEMPT: Text = { lv: 'atbrīvots', en: 'exempt' };
const IS_REPLACED: Text = { lv: 'aizstāts', en: 'replaced' };
const CANDIDATES: Text = { lv: 'Kārtotāji', en: 'Candidates' };
const SIGNATURE: Text = { lv: 'Paraksts', en: 'Signature' };
const NOBODY: Text = { lv: 'Apstiprinātu kārtotāju nav', en: 'There are no confirmed candidates' };
const NOBODY_HINT: Text = { lv: 'Vispirms reģistrējiet un apstipriniet sarakstu.', en: 'First register candidates and confirm the list.' };
const WAY: Text = { lv: 'Protokola ceļš', en: 'The way of the protocol' };
const SUBMITTED: Text = { lv: 'Iesniegts apstiprināšanai', en: 'Handed in for approval' };
const APPROVED: Text = { lv: 'Apstiprināts', en: 'Approved' };
const RETURNED: Text = { lv: 'Atdots labošanai', en: 'Given back to be corrected' };
const REMARKS_HINT: Text = { lv: 'Pārkāpumi un citi notikumi norises laikā, bez ziņām par veselību', en: 'Offences and other events during the exam, without anything about health' };
const SUBMIT: Text = { lv: 'Iesniegt apstiprināšanai', en: 'Hand in for approval' };
const ANSWER: Text = { lv: 'Apstiprināšana', en: 'Approval' };
const APPROVE: Text = { lv: 'Apstiprināt protokolu', en: 'Approve the protocol' };
const WHY: Text = { lv: 'Kas jālabo', en: 'What is to be corrected' };
const RETURN: Text = { lv: 'Atdot labošanai', en: 'Give back' };
const DO_PRINT: Text = { lv: 'Drukāt', en: 'Print' };
const PRINT: Text = { lv: 'Lapu drukā ar pārlūka drukāšanu; pogas un izvēlne neizdrukājas.', en: 'Print the page by the browser; buttons and menu are not printed.' };
