import type { VNode } from 'preact';
import type { ReportField, ReportKind, ReportOption } from '#platform/reports/report-kind.js';
import { Button, ButtonRow } from '#ui/form/button.js';
import { DateField } from '#ui/form/date-field.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { type FieldState, fieldsOf } from '#ui/form/fields-of.js';
import { Form, HiddenFields } from '#ui/form/form.js';
import { Radios } from '#ui/form/radios.js';
import { SelectField } from '#ui/form/select-field.js';
import { TextField } from '#ui/form/text-field.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import { FilterForm } from '#ui/table/filter-form.js';
import type { Attempt } from '#web/page-route.js';
import type { View } from '#web/view.js';
import { WORDS } from './words.js';

type Question = Omit<ReportField, 'options'> & { readonly options: readonly ReportOption[] };

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
  const before = fields.filter(({ narrows }) => narrows);
  const chosen = ({ name, options }: Question) => field(name, query[name] ?? options[0]?.value);
  return (
    <Page {...view.frame} title={t(kind.title)} breadcrumbs={[{ href: '/reports', text: WORDS.title }]}>
      <ErrorSummary lang={lang} errors={attempt.errors} />
      <h1>{t(kind.title)}</h1>
      <Lead>{t(kind.summary)}</Lead>
      {before.length > 0 && (
        <FilterForm lang={lang} submit={WORDS.narrow}>
          {before.map((question) => (
            <QuestionField key={question.name} question={question} state={chosen(question)} />
          ))}
        </FilterForm>
      )}
      <Form csrf={view.csrf} action={`/reports/${kind.name}`}>
        <HiddenFields values={Object.fromEntries(before.map((question) => [question.name, chosen(question).value]))} />
        {fields.filter(({ narrows }) => !narrows).map((question) => (
          <QuestionField key={question.name} question={question} state={question.kind === 'place' && question.options.length > 1 ? field(question.name, query[question.name]) : chosen(question)} />
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
  const isFixed = kind === 'place' && options.length === 1;
  const isTyped = options.length > MOST_IN_A_LIST;
  const shared = { ...state, label, hint: kind === 'choice' && options.length === 0 ? WORDS.nothingToChoose : kind === 'place' && !isTyped ? undefined : hint, optional: optional && !isFixed };
  const choices = options.map(({ value, text }) => ({ value, label: text }));
  switch (kind) {
    case 'day': return <DateField {...shared} />;
    case 'text': return <TextField {...shared} />;
    case 'time': return <TextField {...shared} width="short" maxLength={5} />;
    case 'choice': return <SelectField {...shared} options={choices} />;
    case 'place': return isTyped ? <TextField {...shared} width="full" suggestions={options.map(({ value }) => value)} autoComplete="off" /> : <SelectField {...shared} options={choices} emptyOption={isFixed ? undefined : WORDS.allOfThem} />;
  }
}

/** More are searched by typing. */
const MOST_IN_A_LIST = 20;

const FORMATS = [
  { value: 'xlsx', label: 'XLSX' },
  { value: 'csv', label: 'CSV' },
];
