import type { VNode } from 'preact';
import { yearName } from '#modules/education/public.js';
import { same, type Text } from '#kernel/text.js';
import { Button } from '#ui/form/button.js';
import { DateField } from '#ui/form/date-field.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { fieldsOf, type FieldState } from '#ui/form/fields-of.js';
import { Form, HiddenFields } from '#ui/form/form.js';
import { SelectField } from '#ui/form/select-field.js';
import { TextArea } from '#ui/form/text-area.js';
import { TextField } from '#ui/form/text-field.js';
import { Notice } from '#ui/notice.js';
import { Page } from '#ui/page.js';
import { SummaryList } from '#ui/summary-list.js';
import type { Children } from '#ui/words.js';
import type { Attempt } from '#web/page-route.js';
import type { View } from '#web/view.js';
import { type RecordForm, valueOf } from '../../actions/enter-record.js';
import { periodName } from '../../domain/periods.js';
import { OutcomeWords } from '../outcome-words.js';
import { nameOf, recordPath, W } from '../words.js';

interface Props {
  readonly view: View;
  readonly attempt: Attempt;
  readonly form: RecordForm;
}

export function EnterPage(props: Props): VNode {
  const field = fieldsOf({ lang: props.view.lang, ...props.attempt });
  return (
    <Frame {...props} title={ENTER}>
      <ValueFields {...props} field={field} />
      <Button>{props.view.t(W.save)}</Button>
    </Frame>
  );
}

export function CorrectPage(props: Props): VNode {
  const { view: { lang, t }, form: { record } } = props;
  const field = fieldsOf({ lang, ...props.attempt });
  return (
    <Frame {...props} title={CORRECT}>
      <HiddenFields values={record ? { seenAt: record.enteredAt.toISOString() } : {}} />
      <ValueFields {...props} field={field} />
      <Because field={field} />
      <Button>{t(W.save)}</Button>
    </Frame>
  );
}

export function WithdrawPage(props: Props): VNode {
  const { lang, t } = props.view;
  return (
    <Frame {...props} title={WITHDRAW}>
      <p>{t(WITHDRAW_LEAD)}</p>
      <Because field={fieldsOf({ lang, ...props.attempt })} />
      <Button variant="danger">{t(WITHDRAW)}</Button>
    </Frame>
  );
}

function Frame({ view, attempt, form, title, children }: Props & { title: Text; children: Children }): VNode {
  const { lang, t } = view;
  const { member, key, period, subject, record, classId, findings } = form;
  const what = key.kind === 'absence' ? t(W.absences) : lang === 'lv' ? subject.name : subject.nameEn;
  const crumbs = [
    { text: W.marks, href: '/marks' },
    ...(classId ? [{ text: W.class, href: `/marks/classes/${classId}?period=${key.kind === 'absence' ? 'ABSENCE' : period}` }] : []),
    ...(record ? [{ text: same(what), href: recordPath(record) }] : []),
    { text: title },
  ];
  return (
    <Page {...view.frame} title={t(title)} width="work" breadcrumbs={crumbs}>
      <ErrorSummary lang={lang} errors={attempt.errors} />
      <h1>{t(title)}</h1>
      <SummaryList
        lang={lang}
        items={[
          { key: W.pupil, value: nameOf(member) },
          ...(key.kind === 'absence' ? [] : [{ key: W.subject, value: what }]),
          ...(subject.outcome ? [{ key: W.outcome, value: <OutcomeWords lang={lang} outcome={subject.outcome} /> }] : []),
          { key: W.period, value: `${t(periodName(period))}, ${t(yearName(key.year))}` },
          ...(record && record.state === 'confirmed' ? [{ key: NOW, value: <strong>{valueOf(record)}</strong> }] : []),
        ]}
      />
      {findings.map(({ code, message }) => (
        <Notice key={code} lang={lang} tone="warning">
          <p>{`${code}: ${t(message)}`}</p>
        </Notice>
      ))}
      <Form csrf={view.csrf}>{children}</Form>
    </Page>
  );
}

type FieldOf = (name: string, first?: string) => FieldState;

function ValueFields({ view, form, field }: Props & { field: FieldOf }): VNode {
  const { key, record, choices, needsLanguage } = form;
  if (key.kind === 'absence') {
    const number = (name: 'justifiedLessons' | 'unjustifiedLessons' | 'unjustifiedDays', label: Text, optional = false) => (
      <TextField {...field(name, record?.[name] === null || record === undefined ? '' : String(record[name]))} label={label} width="short" inputMode="numeric" maxLength={4} optional={optional} />
    );
    return (
      <>
        {number('justifiedLessons', W.justified)}
        {number('unjustifiedLessons', W.unjustified)}
        {number('unjustifiedDays', PRESCHOOL_DAYS, true)}
      </>
    );
  }
  return (
    <>
      <SelectField {...field('value', record?.value)} label={W.value} options={choices.map(({ value, nameLv, nameEn }) => ({ value, label: `${value} – ${view.lang === 'lv' ? nameLv : nameEn}` }))} emptyOption={W.choose} />
      {needsLanguage && <TextField {...field('language', record?.language ?? '')} label={W.language} hint={LANGUAGE_HINT} width="short" maxLength={2} />}
      <DateField {...field('decidedOn', record?.decidedOn ?? '')} label={W.decidedOn} hint={DECIDED_HINT} optional />
    </>
  );
}

const Because = ({ field }: { field: FieldOf }): VNode => (
  <>
    <TextArea {...field('reason')} label={W.reason} hint={REASON_HINT} rows={2} maxLength={500} />
    <TextField {...field('orderNr')} label={W.order} hint={ORDER_HINT} width="medium" maxLength={40} optional />
  </>
);

const ENTER: Text = { lv: 'Ievadīt', en: 'Enter' };
const CORRECT: Text = { lv: 'Labot ierakstu', en: 'Correct the record' };
const WITHDRAW: Text = { lv: 'Atsaukt ierakstu', en: 'Take the record back' };
const WITHDRAW_LEAD: Text = { lv: 'Atsauciet tikai tad, ja šim ierakstam nemaz nebija jābūt. Ja nepareiza ir vērtība, labojiet to.', en: 'Take it back only if there should be no such record at all. If the value is wrong, correct it.' };
const NOW: Text = { lv: 'Tagad', en: 'Now' };
const PRESCHOOL_DAYS: Text = { lv: 'Neattaisnotas dienas (pirmsskolā)', en: 'Unjustified days (preschool)' };
const LANGUAGE_HINT: Text = { lv: 'Divi burti, piemēram, en, de, fr.', en: 'Two letters, for example en, de, fr.' };
const DECIDED_HINT: Text = { lv: 'Ja tukša, skaita perioda pēdējo dienu.', en: 'If empty, the last day of the period counts.' };
const REASON_HINT: Text = { lv: 'Paliek ieraksta vēsturē; to redz arī izglītojamais un vecāki.', en: 'Stays in the history of the record; the learner and the parents see it too.' };
const ORDER_HINT: Text = { lv: 'Obligāts, ja perioda ievade ir slēgta.', en: 'Required where entry for the period is closed.' };
