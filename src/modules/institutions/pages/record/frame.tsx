import type { ComponentChildren, VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { readablePeriod } from '#kernel/period.js';
import type { UnitVersion } from '#modules/territories/public.js';
import { Button } from '#ui/form/button.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { type FieldState } from '#ui/form/fields-of.js';
import { Form } from '#ui/form/form.js';
import { SelectField } from '#ui/form/select-field.js';
import { TextField } from '#ui/form/text-field.js';
import { Page } from '#ui/page.js';
import type { Attempt } from '#web/page-route.js';
import type { View } from '#web/view.js';
import { FOUNDER_TYPE_WORDS, optionsOf, WORDS } from '../words.js';

interface FrameProps {
  readonly view: View;
  readonly title: Text;
  readonly attempt: Attempt;
  /** Of an institution that is there already. */
  readonly institution?: { readonly name: string; readonly regNr: string };
  readonly danger?: boolean;
  readonly children: ComponentChildren;
}

/** What every form of the registrar has: whose it is, what was wrong, the fields, one button. */
export const RecordPage = ({ view, title, attempt, institution, danger, children }: FrameProps): VNode => {
  const whose = institution ? [{ text: institution.name, href: `/institutions/${institution.regNr}` }] : [];
  return (
    <Page {...view.frame} title={view.t(title)} breadcrumbs={[{ text: WORDS.institutions, href: '/institutions' }, ...whose, { text: title }]}>
      <ErrorSummary lang={view.lang} errors={attempt.errors} />
      <h1>{institution ? `${view.t(title)}: ${institution.name}` : view.t(title)}</h1>
      <Form csrf={view.csrf}>
        {children}
        <Button variant={danger ? 'danger' : 'primary'}>{view.t(WORDS.save)}</Button>
      </Form>
    </Page>
  );
};

type Field = (name: string, first?: string) => FieldState;

/** Municipalities of today first, then those of before with their days. */
const unitOptions = (units: readonly UnitVersion[], view: View) =>
  [...units]
    .sort((a, b) => Number(a.validTo !== null) - Number(b.validTo !== null))
    .map((unit) => ({ value: unit.atvk, label: unit.validTo === null ? unit.name : `${unit.name} (${readablePeriod({ from: unit.validFrom, to: unit.validTo }, view.lang)})` }));

export const PlaceFields = ({ view, field, units }: { view: View; field: Field; units: readonly UnitVersion[] }): VNode => (
  <>
    <SelectField {...field('atvk')} label={WORDS.municipality} hint={UNIT_HINT} emptyOption={WORDS.choose} options={unitOptions(units, view)} />
    <TextField {...field('part')} label={WORDS.part} optional />
    <TextField {...field('street')} label={WORDS.street} />
  </>
);

export const FounderFields = ({ view, field, units }: { view: View; field: Field; units: readonly UnitVersion[] }): VNode => (
  <>
    <SelectField {...field('founderType', 'municipality')} label={WORDS.founderType} options={optionsOf(FOUNDER_TYPE_WORDS)} />
    <SelectField {...field('founderAtvk')} label={WORDS.founderUnit} hint={IF_MUNICIPALITY} emptyOption={WORDS.choose} options={unitOptions(units, view)} />
    <TextField {...field('founderName')} label={WORDS.founderName} hint={IF_OTHER} />
    <TextField {...field('founderRegNr')} label={WORDS.founderRegNr} inputMode="numeric" optional />
  </>
);

const UNIT_HINT: Text = { lv: 'Tāda, kas pastāvēja ieraksta pirmajā dienā', en: 'One that existed on the first day of the entry' };
const IF_MUNICIPALITY: Text = { lv: 'Ja dibinātājs ir pašvaldība', en: 'If the founder is a municipality' };
const IF_OTHER: Text = { lv: 'Ja dibinātājs nav pašvaldība', en: 'If the founder is not a municipality' };
