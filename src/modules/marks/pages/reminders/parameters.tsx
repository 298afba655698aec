import type { VNode } from 'preact';
import { readablePeriod } from '#kernel/period.js';
import type { Text } from '#kernel/text.js';
import { Button } from '#ui/form/button.js';
import { Checkboxes } from '#ui/form/checkboxes.js';
import { DateField } from '#ui/form/date-field.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { Form } from '#ui/form/form.js';
import { TextField } from '#ui/form/text-field.js';
import { Page } from '#ui/page.js';
import { StatusTag } from '#ui/status-tag.js';
import { DataTable } from '#ui/table/data-table.js';
import type { Attempt } from '#web/page-route.js';
import type { View } from '#web/view.js';
import type { ParametersPage } from '../../actions/completeness-parameters.js';
import { PARAMETER_WORDS, type ParameterName } from '../../domain/completeness-parameters.js';
import { BOARD_PATH, W } from '../completeness/frame.js';

export const PATH = `${BOARD_PATH}/parameters`;
const TITLE: Text = { lv: 'Atgādinājumu dienas un kavējumu robežas', en: 'Days of reminders and limits of absences' };

export function ParametersView({ view, found: { rows, mayKeep } }: { view: View; found: ParametersPage }): VNode {
  const { lang, t, today } = view;
  const holds = (row: (typeof rows)[number]) => row.validFrom <= today && (row.validTo === null || row.validTo > today);
  return (
    <Page {...view.frame} title={t(TITLE)} width="work" breadcrumbs={[{ text: W.title, href: BOARD_PATH }, { text: TITLE }]}>
      <h1>{t(TITLE)}</h1>
      <DataTable
        lang={lang}
        caption={TITLE}
        captionHidden
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          { key: 'name', header: WHAT, rowHeader: true, cell: (row) => t(PARAMETER_WORDS[row.name].title) },
          { key: 'numbers', header: NUMBERS, cell: (row) => row.numbers.join(', ') },
          { key: 'holds', header: HOLDS, cell: (row) => <>{readablePeriod({ from: row.validFrom, to: row.validTo }, lang)} {holds(row) && <StatusTag tone="success">{t(NOW)}</StatusTag>}</> },
          { key: 'basis', header: BASIS, cell: (row) => <><span lang="lv">{row.basis}</span> {!row.verified && <StatusTag tone="warning">{t(UNVERIFIED)}</StatusTag>}</> },
          ...(mayKeep ? [{ key: 'do', header: ACTIONS, cell: (row: (typeof rows)[number]) => holds(row) && <a href={`${PATH}/${row.name}`}>{t(CHANGE)}<span class="visually-hidden">{`: ${t(PARAMETER_WORDS[row.name].title)}`}</span></a> }] : []),
        ]}
      />
    </Page>
  );
}

export function ParameterForm({ view, attempt, form }: { view: View; attempt: Attempt; form: { readonly name: ParameterName; readonly numbers: readonly number[] } }): VNode {
  const { lang, t } = view;
  const words = PARAMETER_WORDS[form.name];
  const field = fieldsOf({ lang, ...attempt });
  return (
    <Page {...view.frame} title={t(words.title)} breadcrumbs={[{ text: TITLE, href: PATH }, { text: words.title }]}>
      <ErrorSummary lang={lang} errors={attempt.errors} />
      <h1>{t(words.title)}</h1>
      <Form csrf={view.csrf}>
        <TextField {...field('numbers', form.numbers.join(', '))} label={NUMBERS} hint={words.hint} width="short" maxLength={40} />
        <DateField {...field('from', view.today)} label={FROM} hint={FROM_HINT} min={view.today} />
        <TextField {...field('basis')} label={BASIS} hint={BASIS_HINT} maxLength={500} />
        <Checkboxes {...field('verified')} label={CHECKED} options={[{ value: 'yes', label: IS_CHECKED }]} optional />
        <Button>{t(SAVE)}</Button>
      </Form>
    </Page>
  );
}

const WHAT: Text = { lv: 'Kas', en: 'What' };
const NUMBERS: Text = { lv: 'Skaitļi', en: 'Numbers' };
const HOLDS: Text = { lv: 'Spēkā', en: 'Holds' };
const NOW: Text = { lv: 'tagad', en: 'now' };
const BASIS: Text = { lv: 'Pamats', en: 'Basis' };
const BASIS_HINT: Text = { lv: 'Tiesību akts un punkts, vai kas un kāpēc tā nolēma.', en: 'The act and its item, or who decided so and why.' };
const UNVERIFIED: Text = { lv: 'nav salīdzināts', en: 'not compared' };
const ACTIONS: Text = { lv: 'Darbības', en: 'Actions' };
const CHANGE: Text = { lv: 'Mainīt', en: 'Change' };
const FROM: Text = { lv: 'No dienas', en: 'From' };
const FROM_HINT: Text = { lv: 'Līdz tai spēkā paliek iepriekšējie skaitļi.', en: 'Until then the earlier numbers hold.' };
const CHECKED: Text = { lv: 'Salīdzināts ar tiesību aktu', en: 'Compared with the act' };
const IS_CHECKED: Text = { lv: 'Jā, teksts ir salīdzināts', en: 'Yes, the text has been compared' };
const SAVE: Text = { lv: 'Saglabāt', en: 'Save' };
