import type { VNode } from 'preact';
import { fill, type Text } from '#kernel/text.js';
import type { ParameterFound } from '#platform/parameters/parameter-actions.js';
import { holdsOn } from '#platform/parameters/timeline.js';
import { Button, ButtonLink, ButtonRow } from '#ui/form/button.js';
import { Checkboxes } from '#ui/form/checkboxes.js';
import { DateField } from '#ui/form/date-field.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { Form } from '#ui/form/form.js';
import { TextField } from '#ui/form/text-field.js';
import { Page } from '#ui/page.js';
import type { Attempt } from '../page-route.js';
import type { View } from '../view.js';
import type { ParameterPlace } from './routes.js';
import { rangeOf, W } from './words.js';

/** A new value from a day on; what comes of it is shown before it is confirmed. Who comes back from there finds what was typed. */
export function ParameterForm({ view, at, attempt, found: { family, name, rows } }: { view: View; at: ParameterPlace; attempt: Attempt; found: ParameterFound }): VNode {
  const { lang, t, query, today } = view;
  const parameter = family.of[name]!;
  const field = fieldsOf({ lang, ...attempt });
  const several = (parameter.upTo ?? 1) > 1;
  const numbers = query['numbers'] ?? (rows.find((row) => holdsOn(row, today))?.numbers ?? []).join(', ');
  return (
    <Page {...view.frame} title={t(parameter)} breadcrumbs={[...at.above, { text: at.title, href: at.path }, { text: parameter }]}>
      <ErrorSummary lang={lang} errors={attempt.errors} />
      <h1>{t(parameter)}</h1>
      <Form csrf={view.csrf} action={`${at.path}/${name}`}>
        <TextField {...field('numbers', numbers)} label={several ? W.numbers : W.value} hint={several ? fill(SEVERAL, { upTo: parameter.upTo! }) : rangeOf(parameter)} type={several ? 'text' : 'number'} width="short" maxLength={60} />
        <DateField {...field('from', query['from'] ?? today)} label={W.from} hint={FROM_HINT} min={today} />
        <TextField {...field('basis', query['basis'] ?? '')} label={W.basis} hint={BASIS_HINT} width="full" maxLength={500} />
        {family.law && <Checkboxes {...field('verified', query['verified'] === 'yes' ? 'yes' : '')} label={W.compared} options={[{ value: 'yes', label: IS_COMPARED }]} optional />}
        <ButtonRow>
          <Button>{t(W.go)}</Button>
          <ButtonLink href={at.path} variant="secondary">
            {t(LEAVE)}
          </ButtonLink>
        </ButtonRow>
      </Form>
    </Page>
  );
}

const SEVERAL: Text = { lv: 'Skaitļi, atdalīti ar komatu, piemēram, 5, 2; ne vairāk kā {upTo}.', en: 'Numbers with commas between them, for example 5, 2; {upTo} at most.' };
const FROM_HINT: Text = { lv: 'Līdz tai spēkā paliek tagadējā vērtība. Pirms apstiprināšanas parādīsim, ko tas maina.', en: 'Until then the present value holds. Before you confirm you will see what it changes.' };
const BASIS_HINT: Text = { lv: 'Tiesību akts un punkts, vai kas un kāpēc tā nolēma.', en: 'The act and its item, or who decided so and why.' };
const IS_COMPARED: Text = { lv: 'Jā, teksts ir salīdzināts', en: 'Yes, the text has been compared' };
const LEAVE: Text = { lv: 'Neko nemainīt', en: 'Change nothing' };
