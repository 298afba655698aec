import type { VNode } from 'preact';
import type { Lang, Text } from '#kernel/text.js';
import { fill } from '#kernel/text.js';
import { Button, ButtonRow } from '#ui/form/button.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { Form, HiddenFields } from '#ui/form/form.js';
import { Radios } from '#ui/form/radios.js';
import { SelectField } from '#ui/form/select-field.js';
import { TextField } from '#ui/form/text-field.js';
import { instant } from '#ui/format.js';
import { Lead } from '#ui/lead.js';
import { Notice } from '#ui/notice.js';
import { Page } from '#ui/page.js';
import { StatusTag } from '#ui/status-tag.js';
import { type Column, DataTable } from '#ui/table/data-table.js';
import { FilterForm } from '#ui/table/filter-form.js';
import type { Attempt } from '#web/page-route.js';
import type { View } from '#web/view.js';
import type { DelegateForm, ParticipantRow } from '../../actions/delegate.js';
import type { Participants } from '../../actions/participants.js';
import { questionnaireOf, type RemoteRow } from '../../actions/remote-courses.js';
import { readAnswer } from '../../domain/questionnaire.js';
import { APPLY_OVER, CANCELLED } from '../../texts.js';
import { titleOf, WORDS } from '../words.js';
import { CALLED_OFF, crumbsOf, DELEGATE, NO_SEAT, PARTICIPANTS, whenOf, WHY } from './list-page.js';

export function DelegatePage({ view, attempt, form }: { view: View; attempt: Attempt; form: DelegateForm }): VNode {
  const { lang, t } = view;
  const { remote, open, begun, sent } = form;
  return (
    <Page {...view.frame} title={t(DELEGATE)} breadcrumbs={crumbsOf(remote, DELEGATE)}>
      <ErrorSummary lang={lang} errors={attempt.errors} />
      <h1>{t(DELEGATE)}</h1>
      <Lead>{`${t(titleOf(remote))}, ${whenOf(remote)}`}</Lead>
      {open ? <SendForm view={view} attempt={attempt} form={form} /> : <Notice lang={lang} tone="warning" title={remote.cancelled ? CANCELLED : APPLY_OVER}>{remote.cancelledWhy && <p>{t(fill(WHY, { why: remote.cancelledWhy }))}</p>}</Notice>}
      <h2>{t(ALREADY)}</h2>
      <DataTable
        lang={lang}
        caption={ALREADY}
        captionHidden
        rows={sent}
        rowKey={(one) => one.id}
        empty={{ title: NOBODY }}
        columns={[
          { key: 'name', header: WORDS.name, rowHeader: true, cell: (one) => one.name },
          { key: 'place', header: WORKPLACE, cell: (one) => one.place ?? '–' },
          { key: 'state', header: WORDS.state, cell: (one) => <SeatTag view={view} one={one} called={{ off: remote.cancelled, begun }} /> },
          {
            key: 'withdraw',
            header: WITHDRAW,
            cell: (one) =>
              one.attended === null &&
              !remote.cancelled && (
                <a href={`/training/participations/${one.id}/withdraw`}>
                  {t(WITHDRAW)}
                  <span class="visually-hidden">{`: ${one.name}`}</span>
                </a>
              ),
          },
        ]}
      />
    </Page>
  );
}

/** Who is sent, and the answers to what the organiser asks; narrowed by name. */
function SendForm({ view, attempt, form: { remote, candidates } }: { view: View; attempt: Attempt; form: DelegateForm }): VNode {
  const { lang, t } = view;
  const field = fieldsOf({ lang, ...attempt });
  const search = fieldsOf({ lang, values: view.query, errors: [] });
  const questions = questionnaireOf(remote, lang);
  return (
    <>
      {remote.confirmed >= remote.seats && <p>{t(FULL)}</p>}
      <FilterForm lang={lang}>
        <TextField {...search('words')} label={FIND} width="medium" optional />
      </FilterForm>
      <Form csrf={view.csrf}>
        <HiddenFields values={{ words: view.query['words'] ?? '' }} />
        <SelectField {...field('userId')} label={WORDS.user} emptyOption={WORDS.choose} options={candidates.map((one) => ({ value: one.id, label: `${one.name} (${one.login})${one.place ? `, ${one.place}` : ''}` }))} />
        {questions.map(({ words, choices, optional }, at) =>
          choices.length === 0 ? (
            <TextField key={at} {...field(`a${at}`)} label={words} optional={optional} />
          ) : (
            <Radios key={at} {...field(`a${at}`)} label={words} optional={optional} options={choices.map((choice, n) => ({ value: String(n), label: choice }))} />
          ),
        )}
        <ButtonRow>
          <Button>{t(SEND)}</Button>
        </ButtonRow>
      </Form>
    </>
  );
}

/** What has become of a participant’s seat, in words for the page and for the file. */
export function seatOf({ attended, state }: ParticipantRow, called: { readonly off: boolean; readonly begun: boolean }): { readonly tone: 'ended' | 'success' | 'danger' | 'warning'; readonly words: Text } {
  if (called.off) return { tone: 'ended', words: CALLED_OFF };
  if (attended !== null) return attended ? { tone: 'success', words: CAME } : { tone: 'danger', words: DID_NOT_COME };
  if (state === 'confirmed') return { tone: 'success', words: HAS_SEAT };
  return { tone: 'warning', words: called.begun ? NO_SEAT : WAITS };
}

function SeatTag({ view: { t }, one, called }: { view: View; one: ParticipantRow; called: Parameters<typeof seatOf>[1] }): VNode {
  const { tone, words } = seatOf(one, called);
  return <StatusTag tone={tone}>{t(words)}</StatusTag>;
}

/** One column for each question, with the answer in words. */
const answerColumns = (remote: RemoteRow, lang: Lang): Column<ParticipantRow>[] =>
  questionnaireOf(remote, lang).map((question, at) => ({ key: `a${at}`, header: question.words, cell: (one) => readAnswer(question, one.answers[at]) || '–' }));

export function ParticipantsPage({ view, attempt, found: { remote, participants, begun } }: { view: View; attempt: Attempt; found: Participants }): VNode {
  const { lang, t } = view;
  const file = (format: string) => `/training/remote/${remote.id}/participants/export?format=${format}`;
  return (
    <Page {...view.frame} title={t(PARTICIPANTS)} width="work" breadcrumbs={crumbsOf(remote, PARTICIPANTS)}>
      <ErrorSummary lang={lang} errors={attempt.errors} />
      <h1>{t(PARTICIPANTS)}</h1>
      <Lead>{`${t(titleOf(remote))}, ${whenOf(remote)}. ${t(fill(SEATS, { confirmed: remote.confirmed, seats: remote.seats, waiting: remote.waiting }))}`}</Lead>
      <p>{t(remote.cancelled ? CANCELLED : begun ? (remote.courseId ? MARK_COUNTS : MARK) : MARK_LATER)}</p>
      <Form csrf={view.csrf}>
        <DataTable
          lang={lang}
          caption={PARTICIPANTS}
          captionHidden
          rows={participants}
          rowKey={(one) => one.id}
          empty={{ title: NOBODY }}
          exports={{ xlsx: file('xlsx'), csv: file('csv') }}
          columns={[
            { key: 'name', header: WORDS.name, rowHeader: true, cell: (one) => one.name },
            { key: 'email', header: MAIL, cell: (one) => one.email },
            { key: 'place', header: WORKPLACE, cell: (one) => one.place ?? '–' },
            { key: 'state', header: WORDS.state, cell: (one) => <SeatTag view={view} one={one} called={{ off: remote.cancelled, begun }} /> },
            ...answerColumns(remote, lang),
            { key: 'sent', header: SENT_AT, cell: (one) => instant(one.delegatedAt) },
            ...(begun ? [{ key: 'came', header: CAME, cell: (one: ParticipantRow) => one.state === 'confirmed' && <Came view={view} one={one} /> }] : []),
          ]}
        />
        {begun && participants.length > 0 && (
          <ButtonRow>
            <Button>{t(SAVE_MARKS)}</Button>
          </ButtonRow>
        )}
      </Form>
    </Page>
  );
}

const Came = ({ view: { t }, one }: { view: View; one: ParticipantRow }): VNode => (
  <div class="choice">
    <input type="checkbox" id={`came-${one.id}`} name="came" value={one.id} checked={one.attended === true} />
    <label for={`came-${one.id}`}>
      {t(CAME)}
      <span class="visually-hidden">{`: ${one.name}`}</span>
    </label>
  </div>
);

const FULL: Text = { lv: 'Visas vietas ir aizņemtas. Kas tiks deleģēts tagad, gaidīs brīvu vietu.', en: 'All seats are taken. Whoever is sent now waits for a free one.' };
const FIND: Text = { lv: 'Meklēt pēc vārda', en: 'Find by name' };
const SEND: Text = { lv: 'Deleģēt', en: 'Send' };
const ALREADY: Text = { lv: 'Jau deleģēti', en: 'Already sent' };
const NOBODY: Text = { lv: 'Vēl neviens nav deleģēts.', en: 'Nobody has been sent yet.' };
export const WORKPLACE: Text = { lv: 'Darbavieta', en: 'Workplace' };
const WITHDRAW: Text = { lv: 'Atsaukt', en: 'Withdraw' };
export const CAME: Text = { lv: 'piedalījās', en: 'was present' };
export const DID_NOT_COME: Text = { lv: 'nepiedalījās', en: 'was not present' };
const HAS_SEAT: Text = { lv: 'ir vieta', en: 'has a seat' };
const WAITS: Text = { lv: 'gaida vietu', en: 'waits for a seat' };
const SEATS: Text = { lv: 'Vietas: {confirmed} no {seats}; gaida {waiting}', en: 'Seats: {confirmed} of {seats}; {waiting} waiting' };
const MARK: Text = { lv: 'Atzīmējiet, kuri piedalījās, un saglabājiet.', en: 'Mark who was present, and save.' };
const MARK_COUNTS: Text = { lv: 'Atzīmējiet, kuri piedalījās, un saglabājiet: viņi būs nokārtojuši ieskaitāmo kursu.', en: 'Mark who was present, and save: they will have passed the course it counts as.' };
const MARK_LATER: Text = { lv: 'Klātbūtni varēs atzīmēt no mācību sākuma.', en: 'Attendance can be marked once the course has begun.' };
export const MAIL: Text = { lv: 'E-pasts', en: 'Mail' };
export const SENT_AT: Text = { lv: 'Deleģēts', en: 'Sent' };
const SAVE_MARKS: Text = { lv: 'Saglabāt klātbūtni', en: 'Save attendance' };
