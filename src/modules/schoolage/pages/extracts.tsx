import type { VNode } from 'preact';
import { readableDay } from '#kernel/iso-date.js';
import { fill, type Text } from '#kernel/text.js';
import { Button, ButtonRow } from '#ui/form/button.js';
import { DateField } from '#ui/form/date-field.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { FileField } from '#ui/form/file-field.js';
import { Form } from '#ui/form/form.js';
import { PostButton } from '#ui/form/post-button.js';
import { instant, number } from '#ui/format.js';
import { Lead } from '#ui/lead.js';
import { Notice } from '#ui/notice.js';
import { StatTiles } from '#ui/stat-tiles.js';
import { StatusTag, type StatusTone } from '#ui/status-tag.js';
import { DataTable } from '#ui/table/data-table.js';
import { pagingByKey } from '#web/list-links.js';
import type { Attempt } from '#web/page-route.js';
import type { View } from '#web/view.js';
import type { AnswerRow, ExtractRow, ShownExtract } from '../actions/extracts.js';
import { COLUMN_NAMES } from '../domain/extract-file.js';
import { EFFECT_WORDS, EFFECTS, FAULT_WORDS, VERDICT_WORDS, VERDICTS } from '../domain/words.js';
import { BelowPage, SidePage } from './frame.js';
import { EXTRACTS_PATH, W } from './words.js';

/** Where an extract is handed in or drawn, and those before it. */
export function ExtractsPage({ view, attempt, extracts }: { view: View; attempt: Attempt; extracts: readonly ExtractRow[] }): VNode {
  const { lang, t, today } = view;
  const field = fieldsOf({ lang, ...attempt });
  return (
    <SidePage view={view} title={W.extracts}>
      <ErrorSummary lang={lang} errors={attempt.errors} />
      <Lead>{t(LEAD)}</Lead>
      <Form csrf={view.csrf} action={EXTRACTS_PATH} upload>
        <DateField {...field('asOf', today)} label={AS_OF} hint={AS_OF_HINT} />
        <FileField {...field('file')} label={FILE} hint={fill(FILE_HINT, { columns: COLUMN_NAMES })} accept=".xlsx,.csv" />
        <ButtonRow>
          <Button>{t(UPLOAD)}</Button>
        </ButtonRow>
      </Form>
      <h2>{t(OWN)}</h2>
      <p>{t(OWN_LEAD)}</p>
      <PostButton action={`${EXTRACTS_PATH}/draw`} csrf={view.csrf}>
        {t(DRAW)}
      </PostButton>
      <h2>{t(BEFORE)}</h2>
      <DataTable
        lang={lang}
        caption={BEFORE}
        captionHidden
        rows={extracts}
        rowKey={({ id }) => id}
        empty={{ title: NONE, hint: NONE_HINT }}
        columns={[
          { key: 'asOf', header: AS_OF, rowHeader: true, cell: (one) => <a href={`${EXTRACTS_PATH}/${one.id}`}>{readableDay(one.asOf)}</a> },
          { key: 'from', header: FROM, cell: (one) => one.fileName || t(FROM_REGISTER) },
          { key: 'rows', header: ROWS, number: true, cell: (one) => number(one.rowCount, lang) },
          { key: 'state', header: W.state, cell: (one) => <StatusTag tone={STATE_TONES[one.state]}>{t(STATES[one.state])}</StatusTag> },
          { key: 'by', header: BY, cell: (one) => `${one.madeBy}, ${instant(one.madeAt)}` },
        ]}
      />
    </SidePage>
  );
}

/** What an extract holds, what it would do or did, and the answer to each row. */
export function ExtractPage({ view, shown: { extract, counts, verdict, answers, next } }: { view: View; shown: ShownExtract }): VNode {
  const { lang, t } = view;
  const title = t(fill(OF_DAY, { day: readableDay(extract.asOf) }));
  const here = `${EXTRACTS_PATH}/${extract.id}`;
  const count = (of: (one: ShownExtract['counts'][number]) => boolean) => counts.filter(of).reduce((all, { n }) => all + n, 0);
  const isAtWork = extract.state === 'judging' || extract.state === 'applying';
  return (
    <BelowPage view={view} title={title} above={{ text: W.extracts, href: EXTRACTS_PATH }} refreshSeconds={isAtWork ? 2 : undefined}>
      <p>
        <StatusTag tone={STATE_TONES[extract.state]}>{t(STATES[extract.state])}</StatusTag> {`${extract.fileName || t(FROM_REGISTER)}, ${extract.madeBy}, ${instant(extract.madeAt)}`}
      </p>
      {isAtWork && <Notice lang={lang} title={WORKING} announced />}
      <StatTiles lang={lang} tiles={[{ label: ROWS, value: number(extract.rowCount, lang) }, ...VERDICTS.map((one) => ({ label: VERDICT_WORDS[one], value: number(count((row) => row.verdict === one), lang), href: `${here}?verdict=${one}` }))]} />
      <h2>{t(extract.state === 'applied' ? DID : WOULD_DO)}</h2>
      <StatTiles lang={lang} tiles={EFFECTS.map((one) => ({ label: EFFECT_WORDS[one], value: number(count((row) => row.effect === one), lang) }))} />
      {extract.state === 'proposed' && (
        <ButtonRow>
          <PostButton action={`${here}/apply`} csrf={view.csrf} variant="primary">
            {t(APPLY)}
          </PostButton>
          <PostButton action={`${here}/withdraw`} csrf={view.csrf}>
            {t(WITHDRAW)}
          </PostButton>
        </ButtonRow>
      )}
      <h2>{`${t(ANSWERS)}: ${t(VERDICT_WORDS[verdict])}`}</h2>
      <DataTable
        lang={lang}
        caption={ANSWERS}
        captionHidden
        rows={answers}
        rowKey={({ line }) => String(line)}
        empty={{ title: NO_ANSWERS }}
        paging={pagingByKey(view, { shown: answers.length, next })}
        columns={[
          { key: 'line', header: LINE, number: true, rowHeader: true, cell: ({ line }) => String(line) },
          ...(verdict === 'refused' ? [{ key: 'came', header: CAME, cell: cameAs }] : [{ key: 'unit', header: W.municipality, cell: ({ place }: AnswerRow) => place ?? '–' }]),
          {
            key: 'answer', header: ANSWER,
            cell: ({ faults, effect }) =>
              faults.length > 0 ? (
                <ul>
                  {faults.map((fault) => (
                    <li key={fault}>{t(FAULT_WORDS[fault])}</li>
                  ))}
                </ul>
              ) : effect ? (
                t(EFFECT_WORDS[effect])
              ) : (
                t(NOTHING_TO_DO)
              ),
          },
        ]}
      />
    </BelowPage>
  );
}

const cameAs = ({ code, given, family, born, unit }: AnswerRow): string => [code, `${given} ${family}`.trim(), born, unit].filter(Boolean).join('; ');

const STATE_TONES: Readonly<Record<ExtractRow['state'], StatusTone>> = { judging: 'info', proposed: 'warning', applying: 'info', applied: 'success', withdrawn: 'ended' };
const STATES: Readonly<Record<ExtractRow['state'], Text>> = {
  judging: { lv: 'Salīdzina', en: 'Being compared' },
  proposed: { lv: 'Gaida piemērošanu', en: 'Waits to be applied' },
  applying: { lv: 'Piemēro', en: 'Being applied' },
  applied: { lv: 'Piemērots', en: 'Applied' },
  withdrawn: { lv: 'Atsaukts', en: 'Taken back' },
};
const LEAD: Text = {
  lv: 'Reizi ceturksnī Fizisko personu reģistrs (PMLP) izsniedz bērnus no 5 līdz 18 gadu vecumam. Vispirms redzams, ko izraksts darītu; gadījumus tas maina tikai pēc piemērošanas.',
  en: 'Each quarter the population register (PMLP) hands out the children aged 5 to 18. First it is shown what an extract would do; it changes inquiries only once it is applied.',
};
const AS_OF: Text = { lv: 'Izraksta diena', en: 'Day of the extract' };
const AS_OF_HINT: Text = { lv: 'Diena, kuras stāvokli izraksts rāda; piederības salīdzina šajā dienā.', en: 'The day whose state it shows; memberships are compared as of that day.' };
const FILE: Text = { lv: 'Izraksta datne', en: 'File of the extract' };
const FILE_HINT: Text = { lv: 'Excel (.xlsx) vai CSV (UTF-8). Pirmajā rindā kolonnas: {columns}', en: 'Excel (.xlsx) or CSV (UTF-8). The first row names the columns: {columns}' };
const UPLOAD: Text = { lv: 'Ielādēt un salīdzināt', en: 'Bring in and compare' };
const OWN: Text = { lv: 'Bez datnes', en: 'Without a file' };
const OWN_LEAD: Text = { lv: 'Izrakstu par šodienu var sagatavot arī no šīs programmas personu reģistra.', en: 'An extract of today can also be drawn from this program’s register of persons.' };
const DRAW: Text = { lv: 'Sagatavot no personu reģistra', en: 'Draw from the register of persons' };
const BEFORE: Text = { lv: 'Iepriekšējie izraksti', en: 'Extracts before' };
const NONE: Text = { lv: 'Izrakstu vēl nav', en: 'There are no extracts yet' };
const NONE_HINT: Text = { lv: 'Ielādējiet pirmo augstāk.', en: 'Bring the first in above.' };
const FROM: Text = { lv: 'No kurienes', en: 'From' };
const FROM_REGISTER: Text = { lv: 'Personu reģistrs', en: 'Register of persons' };
const ROWS: Text = { lv: 'Rindas', en: 'Rows' };
const BY: Text = { lv: 'Ielādēja', en: 'Brought in by' };
const OF_DAY: Text = { lv: 'Izraksts par {day}', en: 'Extract of {day}' };
const WORKING: Text = { lv: 'Rindas tiek salīdzinātas ar piederībām; lapa atjaunosies pati.', en: 'Rows are being compared with memberships; the page renews itself.' };
const DID: Text = { lv: 'Ko izraksts izdarīja', en: 'What the extract did' };
const WOULD_DO: Text = { lv: 'Ko izraksts darītu', en: 'What the extract would do' };
const APPLY: Text = { lv: 'Piemērot', en: 'Apply' };
const WITHDRAW: Text = { lv: 'Atsaukt', en: 'Take back' };
const ANSWERS: Text = { lv: 'Atbildes rindām', en: 'Answers to rows' };
const NO_ANSWERS: Text = { lv: 'Šādu rindu nav', en: 'There are no such rows' };
const LINE: Text = { lv: 'Rinda', en: 'Row' };
const CAME: Text = { lv: 'Kā saņemta', en: 'As it came' };
const ANSWER: Text = { lv: 'Atbilde', en: 'Answer' };
const NOTHING_TO_DO: Text = { lv: 'Nekas nav jādara', en: 'Nothing to do' };
