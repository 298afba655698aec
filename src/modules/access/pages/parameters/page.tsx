import type { VNode } from 'preact';
import { addDays, readableDay } from '#kernel/iso-date.js';
import { readablePeriod } from '#kernel/period.js';
import { fill, type Lang, type Text } from '#kernel/text.js';
import { Button, ButtonRow } from '#ui/form/button.js';
import { DateField } from '#ui/form/date-field.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { Form } from '#ui/form/form.js';
import { SelectField } from '#ui/form/select-field.js';
import { TextField } from '#ui/form/text-field.js';
import { counted, type Forms, number } from '#ui/format.js';
import { Page } from '#ui/page.js';
import { DataTable } from '#ui/table/data-table.js';
import type { Attempt } from '#web/page-route.js';
import type { View } from '#web/view.js';
import { PARAMETER_NAMES, type ParameterName, PARAMETERS } from '../../domain/parameters.js';
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
          { key: 'value', header: VALUE, number: true, cell: (row) => counted(row.value, UNITS[PARAMETERS[row.name].unit], lang) },
          { key: 'range', header: ALLOWED, cell: (row) => rangeOf(row.name, lang) },
          { key: 'period', header: WORDS.period, cell: (row) => t(timeOf(row)) },
          { key: 'basis', header: WORDS.basis, cell: (row) => <span lang="lv">{row.basis}</span> },
        ]}
      />
      <h2>{t(CHANGE)}</h2>
      <Form csrf={view.csrf}>
        <SelectField {...field('name')} label={WHAT} options={PARAMETER_NAMES.map((name) => ({ value: name, label: withRange(name) }))} />
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

/** The values that the program came with have no first day worth telling. */
const timeOf = ({ recordedBy, validFrom, validTo }: ParameterRow): Text => {
  const period = { from: validFrom, to: validTo };
  if (recordedBy !== 'migration') return { lv: readablePeriod(period, 'lv'), en: readablePeriod(period, 'en') };
  return validTo ? fill(UNTIL, { day: readableDay(addDays(validTo, -1)) }) : FROM_THE_START;
};

const rangeOf = (name: ParameterName, lang: Lang): string => {
  const { least, most, unit } = PARAMETERS[name];
  return `${number(least, lang)}–\u2060${counted(most, UNITS[unit], lang)}`;
};

const withRange = (name: ParameterName): Text => {
  const said = (lang: Lang) => `${PARAMETERS[name][lang]} (${rangeOf(name, lang)})`;
  return { lv: said('lv'), en: said('en') };
};

const UNITS = {
  seconds: { lv: ['sekunde', 'sekundes'], en: ['second', 'seconds'] },
  minutes: { lv: ['minūte', 'minūtes'], en: ['minute', 'minutes'] },
  hours: { lv: ['stunda', 'stundas'], en: ['hour', 'hours'] },
  days: { lv: ['diena', 'dienas'], en: ['day', 'days'] },
  months: { lv: ['mēnesis', 'mēneši'], en: ['month', 'months'] },
  characters: { lv: ['rakstzīme', 'rakstzīmes'], en: ['character', 'characters'] },
  attempts: { lv: ['mēģinājums', 'mēģinājumi'], en: ['attempt', 'attempts'] },
} as const satisfies Record<(typeof PARAMETERS)[ParameterName]['unit'], Forms>;

const ALLOWED: Text = { lv: 'Atļauts', en: 'Allowed' };
const UNTIL: Text = { lv: 'līdz {day}', en: 'until {day}' };
const FROM_THE_START: Text = { lv: 'no\u00a0ieviešanas', en: 'since\u00a0the\u00a0start' };
const WHAT: Text = { lv: 'Ierobežojums', en: 'Limit' };
const VALUE: Text = { lv: 'Vērtība', en: 'Value' };
const CHANGE: Text = { lv: 'Mainīt', en: 'Change' };
