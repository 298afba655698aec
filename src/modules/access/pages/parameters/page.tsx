import type { VNode } from 'preact';
import { readablePeriod } from '#kernel/period.js';
import type { Text } from '#kernel/text.js';
import { Button, ButtonRow } from '#ui/form/button.js';
import { DateField } from '#ui/form/date-field.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { Form } from '#ui/form/form.js';
import { SelectField } from '#ui/form/select-field.js';
import { TextField } from '#ui/form/text-field.js';
import { number } from '#ui/format.js';
import { Page } from '#ui/page.js';
import { DataTable } from '#ui/table/data-table.js';
import type { Attempt } from '#web/page-route.js';
import type { View } from '#web/view.js';
import { PARAMETER_NAMES, PARAMETERS } from '../../domain/parameters.js';
import type { ParameterRow } from '../../actions/parameters.js';
import { WORDS } from '../words.js';

export function ParametersPage({ view, attempt, rows }: { view: View; attempt: Attempt; rows: readonly ParameterRow[] }): VNode {
  const { lang, t } = view;
  const field = fieldsOf({ lang, ...attempt });
  return (
    <Page {...view.frame} title={t(WORDS.parameters)} width="work">
      <ErrorSummary lang={lang} errors={attempt.errors} />
      <h1>{t(WORDS.parameters)}</h1>
      <DataTable
        lang={lang}
        caption={WORDS.parameters}
        captionHidden
        rows={rows}
        rowKey={(row) => `${row.name} ${row.validFrom}`}
        columns={[
          { key: 'name', header: WHAT, rowHeader: true, cell: (row) => t(PARAMETERS[row.name]) },
          { key: 'value', header: VALUE, number: true, cell: (row) => number(row.value, lang) },
          { key: 'period', header: WORDS.period, cell: (row) => readablePeriod({ from: row.validFrom, to: row.validTo }, lang) },
          { key: 'basis', header: WORDS.basis, cell: (row) => <span lang="lv">{row.basis}</span> },
        ]}
      />
      <h2>{t(CHANGE)}</h2>
      <Form csrf={view.csrf}>
        <SelectField {...field('name')} label={WHAT} options={PARAMETER_NAMES.map((name) => ({ value: name, label: PARAMETERS[name] }))} />
        <TextField {...field('value')} label={VALUE} type="number" width="short" />
        <DateField {...field('validFrom', view.today)} label={WORDS.from} min={view.today} />
        <TextField {...field('basis')} label={WORDS.basis} width="full" />
        <ButtonRow>
          <Button>{t(WORDS.save)}</Button>
        </ButtonRow>
      </Form>
    </Page>
  );
}

const WHAT: Text = { lv: 'Ierobežojums', en: 'Limit' };
const VALUE: Text = { lv: 'Vērtība', en: 'Value' };
const CHANGE: Text = { lv: 'Mainīt', en: 'Change' };
