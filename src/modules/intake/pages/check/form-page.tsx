import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { Details } from '#ui/details.js';
import { Button, ButtonRow } from '#ui/form/button.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { FileField } from '#ui/form/file-field.js';
import { Form } from '#ui/form/form.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import type { Attempt } from '#web/page-route.js';
import type { View } from '#web/view.js';
import { WORDS } from './words.js';

export function CheckPage({ view, attempt }: { view: View; attempt: Attempt }): VNode {
  const { lang, t } = view;
  return (
    <Page {...view.frame} title={t(WORDS.check)}>
      <ErrorSummary lang={lang} errors={attempt.errors.map((error, nth) => (nth === 0 ? error : { ...error, field: '' }))} />
      <h1>{t(WORDS.check)}</h1>
      <Lead>{t(LEAD)}</Lead>
      <CheckForm view={view} attempt={{ values: {}, errors: attempt.errors.slice(0, 1) }} />
      <Details summary={t(WHAT)}>
        <ul>
          {CHECKED.map((one) => (
            <li key={one.en}>{t(one)}</li>
          ))}
        </ul>
      </Details>
    </Page>
  );
}

export function CheckForm({ view, attempt }: { view: View; attempt: Attempt }): VNode {
  const field = fieldsOf({ lang: view.lang, ...attempt });
  return (
    <Form csrf={view.csrf} action="/intake/check" upload>
      <FileField {...field('package')} label={WORDS.package} hint={HINT} accept=".zip,application/zip" />
      <ButtonRow>
        <Button>{view.t(CHECK)}</Button>
      </ButtonRow>
    </Form>
  );
}

const LEAD: Text = {
  lv: 'Pārbaudiet OneRoster 1.2 CSV paketi, pirms e-žurnāls to sūta. Uzreiz redzēsiet katru kļūdu: failu, rindu, kolonnu un ko darīt. No paketes nekas netiek saglabāts.',
  en: 'Check a OneRoster 1.2 CSV package before the e-journal sends it. You will see each mistake at once: file, row, column and what to do. Nothing of the package is stored.',
};
const HINT: Text = { lv: 'Līdz 20 MB', en: 'Up to 20 MB' };
const CHECK: Text = { lv: 'Pārbaudīt', en: 'Check' };
const WHAT: Text = { lv: 'Ko pārbauda', en: 'What is checked' };
const CHECKED: readonly Text[] = [
  { lv: 'Satura saraksts manifest.csv: versijas un visi 21 datu fails (absent, bulk vai delta).', en: 'The manifest: versions and all 21 data files (absent, bulk or delta).' },
  { lv: 'Katra faila kodējums, CSV pieraksts, kolonnu nosaukumi un secība.', en: 'Encoding, CSV syntax, names and order of columns of each file.' },
  { lv: 'Katra vērtība: obligātās, vārdnīcas, datumi, skaitļi, identifikatori.', en: 'Each value: required ones, vocabularies, days, numbers, identifiers.' },
  { lv: 'Ieraksti savā starpā: vai norādītais pastāv un ir pareizā veida, vai vērtējums ir robežās, vai skolēns ir klasē.', en: 'Records against each other: whether what they name exists and is of the right type, scores are within limits, students are in the class.' },
  { lv: 'Vai identifikatori un mācību priekšmeti ir arī Vienkopus reģistros, šeit nepārbauda.', en: 'Whether identifiers and subjects exist in the registers of Vienkopus is not checked here.' },
];
