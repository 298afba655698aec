import type { VNode } from 'preact';
import type { ReportField, ReportKind } from '#platform/reports/report-kind.js';
import type { Text } from '#kernel/text.js';
import { Button, ButtonRow } from '#ui/form/button.js';
import { DateField } from '#ui/form/date-field.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { type FieldState, fieldsOf } from '#ui/form/fields-of.js';
import { Form } from '#ui/form/form.js';
import { Radios } from '#ui/form/radios.js';
import { SelectField } from '#ui/form/select-field.js';
import { TextField } from '#ui/form/text-field.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import type { Attempt } from '#web/page-route.js';
import type { View } from '#web/view.js';
import { WORDS } from './words.js';

type Question = Omit<ReportField, 'options'> & { readonly options: readonly { value: string; text: Text }[] };

export interface ReportFormProps {
  readonly view: View;
  readonly attempt: Attempt;
  readonly kind: ReportKind;
  readonly fields: readonly Question[];
}

/** Asks for a report. What stands in the address is filled in already, so that a screen can lead here with its filters. */
export function ReportFormPage({ view, attempt, kind, fields }: ReportFormProps): VNode {
  const { lang, t, query } = view;
  const field = fieldsOf({ lang, ...attempt });
  return (
    <Page {...view.frame} title={t(kind.title)} breadcrumbs={[{ href: '/reports', text: WORDS.title }]}>
      <ErrorSummary lang={lang} errors={attempt.errors} />
      <h1>{t(kind.title)}</h1>
      <Lead>{t(kind.summary)}</Lead>
      <Form csrf={view.csrf} action={`/reports/${kind.name}`}>
        {fields.map((question) => (
          <QuestionField key={question.name} question={question} state={field(question.name, query[question.name] ?? question.options[0]?.value)} />
        ))}
        <Radios {...field('format', 'xlsx')} label={WORDS.format} options={FORMATS} inline />
        <ButtonRow>
          <Button>{t(WORDS.askButton)}</Button>
        </ButtonRow>
      </Form>
    </Page>
  );
}

function QuestionField({ question: { kind, label, hint, optional, options }, state }: { question: Question; state: FieldState }): VNode {
  const shared = { ...state, label, hint, optional };
  switch (kind) {
    case 'day': return <DateField {...shared} />;
    case 'text': return <TextField {...shared} />;
    case 'choice': return <SelectField {...shared} options={options.map(({ value, text }) => ({ value, label: text }))} />;
  }
}

const FORMATS = [
  { value: 'xlsx', label: 'XLSX' },
  { value: 'csv', label: 'CSV' },
];
