import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { Button, ButtonRow } from '#ui/form/button.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { Form } from '#ui/form/form.js';
import { Lead } from '#ui/lead.js';
import { Notice } from '#ui/notice.js';
import { Page } from '#ui/page.js';
import { DataTable } from '#ui/table/data-table.js';
import type { Attempt, RawInput } from '#web/page-route.js';
import type { View } from '#web/view.js';
import type { AttendanceForm } from '../../actions/exam-day.js';
import { dueParts, MARK_WORDS, MARKS } from '../../domain/entry-facts.js';
import { examName } from '../../domain/exam-words.js';
import { sittingPath } from '../sitting/tabs.js';
import { W } from '../words.js';

const fieldName = (entryId: string, part: number) => `mark.${entryId}.${part}`;

/** What was chosen in the table, cells left empty apart. */
export const marksOf = (raw: RawInput): { entryId: string; part: number; mark: string }[] =>
  Object.entries(raw).flatMap(([name, mark]) => {
    const [kind, entryId = '', part] = name.split('.');
    return kind === 'mark' && typeof mark === 'string' && mark !== '' ? [{ entryId, part: Number(part), mark }] : [];
  });

/** A line for each candidate, a choice for each part; who is exempt from a part has none. */
export function AttendancePage({ view, attempt, form }: { view: View; attempt: Attempt; form: AttendanceForm }): VNode {
  const { t, lang } = view;
  const { sitting, parts, takers, isClosed } = form;
  const sent = attempt.errors.length > 0;
  const chosen = (entryId: string, part: number, recorded: string | undefined) => (sent ? attempt.values[fieldName(entryId, part)] : recorded);
  return (
    <Page {...view.frame} title={t(TITLE)} width="work" breadcrumbs={[{ text: examName(sitting), href: sittingPath(sitting.id) }, { text: TITLE }]}>
      <ErrorSummary lang={lang} errors={attempt.errors.map((error) => ({ ...error, field: '' }))} />
      <h1>{t(TITLE)}</h1>
      {isClosed ? (
        <Notice lang={lang} tone="info" title={CLOSED}>
          <p>{t(CLOSED_HINT)} <a href={sittingPath(sitting.id, '/protocol')}>{t(W.protocol)}</a></p>
        </Notice>
      ) : (
        <Lead>{t(LEAD)}</Lead>
      )}
      <Form csrf={view.csrf}>
        <DataTable
          lang={lang}
          caption={TITLE}
          captionHidden
          rows={takers}
          rowKey={(one) => one.id}
          empty={{ title: NOBODY, hint: NOBODY_HINT }}
          columns={[
            { key: 'code', header: W.candidateCode, cell: (one) => one.candidateCode },
            { key: 'name', header: W.candidate, rowHeader: true, cell: (one) => `${one.family} ${one.given}` },
            { key: 'room', header: W.room, cell: (one) => (one.room ? `${one.room} / ${one.seat}` : '–') },
            ...parts.map((part) => ({
              key: String(part.number),
              header: `${part.number}. ${lang === 'lv' ? part.nameLv : part.nameEn}`,
              cell: (one: (typeof takers)[number]) => {
                const recorded = one.marks.find((known) => known.part === part.number)?.mark;
                if (!dueParts(sitting.parts, one.facts).includes(part.number)) return t(EXEMPT);
                if (isClosed) return t(recorded ? MARK_WORDS[recorded] : NOT_MARKED);
                return (
                  <select class="control" name={fieldName(one.id, part.number)} aria-label={`${one.family} ${one.given}, ${lang === 'lv' ? part.nameLv : part.nameEn}`}>
                    <option value="">{t(NOT_MARKED)}</option>
                    {MARKS.map((mark) => (
                      <option key={mark} value={mark} selected={chosen(one.id, part.number, recorded) === mark}>
                        {t(MARK_WORDS[mark])}
                      </option>
                    ))}
                  </select>
                );
              },
            })),
          ]}
        />
        {!isClosed && (
          <ButtonRow>
            <Button>{t(W.save)}</Button>
            <Button variant="secondary" name="rest" value="yes">{t(REST)}</Button>
          </ButtonRow>
        )}
      </Form>
    </Page>
  );
}

const TITLE: Text = { lv: 'Dalība pārbaudījumā', en: 'Participation in the exam' };
const LEAD: Text = { lv: 'Atzīmējiet katrā daļā tos, kuri neieradās, piedalījās tikai daļēji vai tika izraidīti. Pārējos var atzīmēt ar vienu pogu.', en: 'Mark in each part those who were absent, took only some of it or were expelled. The others can be marked by one button.' };
const CLOSED: Text = { lv: 'Dalības protokols ir iesniegts', en: 'The participation protocol has been handed in' };
const CLOSED_HINT: Text = { lv: 'Atzīmes vairs nevar mainīt. Ja kas jālabo, vadītājs protokolu atdod labošanai.', en: 'Marks can no longer change. If something is to be corrected, the head gives the protocol back.' };
const NOT_MARKED: Text = { lv: 'Nav atzīmēts', en: 'Not marked' };
const EXEMPT: Text = { lv: 'atbrīvots', en: 'exempt' };
const REST: Text = { lv: 'Saglabāt, pārējie piedalījās', en: 'Save, the others were present' };
const NOBODY: Text = { lv: 'Kārtotāju nav', en: 'There are no candidates' };
const NOBODY_HINT: Text = { lv: 'Vispirms reģistrējiet un apstipriniet sarakstu.', en: 'First register candidates and confirm the list.' };
