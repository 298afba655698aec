import type { VNode } from 'preact';
import { yearName } from '#modules/education/public.js';
import { OutcomeWords, periodName, recordPath, valueOf } from '#modules/marks/public.js';
import { fill, type Text } from '#kernel/text.js';
import { Button, ButtonLink, ButtonRow } from '#ui/form/button.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { Form, HiddenFields } from '#ui/form/form.js';
import { TextArea } from '#ui/form/text-area.js';
import { TextField } from '#ui/form/text-field.js';
import { instant } from '#ui/format.js';
import { Lead } from '#ui/lead.js';
import { Notice } from '#ui/notice.js';
import { Page } from '#ui/page.js';
import { SummaryList } from '#ui/summary-list.js';
import type { Attempt } from '#web/page-route.js';
import type { View } from '#web/view.js';
import { type SentValue, sentWords } from '../../actions/row-record.js';
import { W } from '../intake-words.js';
import { TO_RECORD } from './clash-words.js';
import { crumbs } from './page.js';

/** Two values for one record beside each other: the one sent is taken as a correction, with a reason, or the register's stays. */
export function SentValuePage({ view, found, attempt }: { view: View; found: SentValue; attempt: Attempt }): VNode {
  const { lang, t } = view;
  const { batch, address, isSettled, isAlike, form: { member, subject, period, record, findings } } = found;
  const field = fieldsOf({ lang, ...attempt });
  const back = `/intake/batches/${batch.id}/answers?code=VI-208`;
  const held = record?.state === 'confirmed' ? valueOf(record) : null;
  return (
    <Page {...view.frame} title={t(TITLE)} width="work" breadcrumbs={crumbs(view, batch, TITLE)}>
      <ErrorSummary lang={lang} errors={attempt.errors} />
      <h1>{t(TITLE)}</h1>
      <SummaryList
        lang={lang}
        items={[
          { key: PUPIL, value: `${member.family} ${member.given}` },
          ...(address.kind === 'absence' ? [] : [{ key: SUBJECT, value: lang === 'lv' ? subject.name : subject.nameEn }]),
          ...(subject.outcome ? [{ key: OUTCOME, value: <OutcomeWords lang={lang} outcome={subject.outcome} /> }] : []),
          { key: PERIOD, value: `${t(periodName(period))}, ${t(yearName(address.year))}` },
          { key: HELD, value: <strong>{held ?? t(NOTHING)}</strong> },
          { key: fill(SENT, { journal: batch.journal ?? t(W.byFile), at: instant(batch.receivedAt) }), value: <strong>{sentWords(found)}</strong> },
        ]}
      />
      {isSettled || isAlike ? (
        <>
          <Notice lang={lang} tone="success"><p>{t(isSettled ? DECIDED : ALIKE)}</p></Notice>
          {!isSettled && (
            <Form csrf={view.csrf}>
              <ButtonRow>
                <Button>{t(SETTLE)}</Button>
              </ButtonRow>
            </Form>
          )}
        </>
      ) : (
        <>
          <Lead>{t(LEAD)}</Lead>
          {findings.map(({ code, message }) => (
            <Notice key={code} lang={lang} tone="warning">
              <p>{`${code}: ${t(message)}`}</p>
            </Notice>
          ))}
          <Form csrf={view.csrf}>
            <HiddenFields values={{ seenAt: record?.enteredAt.toISOString() ?? '' }} />
            <TextArea {...field('reason')} label={W.reason} hint={REASON_HINT} rows={2} maxLength={500} />
            <TextField {...field('orderNr')} label={ORDER} hint={ORDER_HINT} width="medium" maxLength={40} optional />
            <ButtonRow>
              <Button>{t(fill(TAKE, { value: sentWords(found) }))}</Button>
              <ButtonLink href={back} variant="secondary">{t(KEEP)}</ButtonLink>
            </ButtonRow>
          </Form>
        </>
      )}
      <p>
        <a href={recordPath(address)}>{t(TO_RECORD)}</a>
      </p>
    </Page>
  );
}

const TITLE: Text = { lv: 'Nosūtītā vērtība un reģistra vērtība', en: 'The value sent and that of the register' };
const PUPIL: Text = { lv: 'Izglītojamais', en: 'Learner' };
const SUBJECT: Text = { lv: 'Mācību priekšmets', en: 'Subject' };
const OUTCOME: Text = { lv: 'Sasniedzamais rezultāts', en: 'Learning outcome' };
const PERIOD: Text = { lv: 'Periods', en: 'Period' };
const HELD: Text = { lv: 'Reģistrā', en: 'In the register' };
const NOTHING: Text = { lv: 'nav nekā', en: 'nothing' };
const SENT: Text = { lv: 'Nosūtīts ({journal}, {at})', en: 'Sent ({journal}, {at})' };
const ALIKE: Text = { lv: 'Reģistrā jau ir nosūtītā vērtība. Labot nekas nav jālabo; atzīmējiet rindu par nokārtotu.', en: 'The register holds the value sent already. There is nothing to correct; mark the row as settled.' };
const DECIDED: Text = { lv: 'Par šo rindu jau ir izlemts, tā ir nokārtota.', en: 'This row has been decided on; it is settled.' };
const SETTLE: Text = { lv: 'Atzīmēt par nokārtotu', en: 'Mark as settled' };
const LEAD: Text = { lv: 'Ja pareiza ir nosūtītā vērtība, pieņemiet to kā labojumu. Ja pareiza ir reģistra vērtība, atstājiet to un labojiet e-žurnālā.', en: 'If the value sent is right, take it as a correction. If that of the register is right, keep it and mend the e-journal.' };
const REASON_HINT: Text = { lv: 'Kādēļ pareiza ir nosūtītā vērtība. Paliek ieraksta vēsturē; to redz arī izglītojamais un vecāki.', en: 'Why the value sent is the right one. Stays in the history of the record; the learner and the parents see it too.' };
const ORDER: Text = { lv: 'Rīkojuma numurs', en: 'Number of the order' };
const ORDER_HINT: Text = { lv: 'Obligāts, ja perioda ievade ir slēgta.', en: 'Required where entry for the period is closed.' };
const TAKE: Text = { lv: 'Pieņemt nosūtīto ({value})', en: 'Take the value sent ({value})' };
const KEEP: Text = { lv: 'Atstāt reģistra vērtību', en: 'Keep that of the register' };
