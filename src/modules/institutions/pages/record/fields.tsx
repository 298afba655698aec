import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { readablePeriod } from '#kernel/period.js';
import type { UnitVersion } from '#modules/territories/public.js';
import { Details } from '#ui/details.js';
import { type FieldState } from '#ui/form/fields-of.js';
import { SelectField } from '#ui/form/select-field.js';
import { TextField } from '#ui/form/text-field.js';
import { DataTable } from '#ui/table/data-table.js';
import type { View } from '#web/view.js';
import type { ClassifierItem, Classifiers, TypeItem } from '../../domain/classifiers.js';
import { FOUNDER_TYPE_WORDS, named, optionsOf, WORDS } from '../words.js';

/** Gives a field what was typed before, else what the form begins with. */
export type Field = (name: string, first?: string) => FieldState;

/** The same fields, each beginning with what is recorded now. */
export const startingWith = (field: Field, recorded: Readonly<Record<string, unknown>>): Field => (name, first) => field(name, String(recorded[name] ?? first ?? ''));

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

export const StandingFields = ({ view, field, classifiers }: { view: View; field: Field; classifiers: Classifiers }): VNode => {
  const choices = (items: readonly ClassifierItem[]) => items.map((item) => ({ value: item.code, label: named(item, view.lang) }));
  return (
    <>
      <SelectField {...field('type')} label={WORDS.type} hint={KIND_FOLLOWS} emptyOption={WORDS.choose} options={choices(classifiers.types)} />
      <Details summary={view.t(WHAT_FOLLOWS)}>
        <WhatFollows view={view} types={classifiers.types} />
      </Details>
      <SelectField {...field('legalStatus')} label={WORDS.legalStatus} emptyOption={WORDS.choose} options={choices(classifiers.legalStatuses)} />
      <SelectField {...field('subordination')} label={WORDS.subordination} emptyOption={WORDS.choose} options={choices(classifiers.subordinations)} />
    </>
  );
};

/** What each type brings with it, to be looked at before one is chosen. */
const WhatFollows = ({ view: { lang, t }, types }: { view: View; types: readonly TypeItem[] }): VNode => (
  <DataTable
    lang={lang}
    caption={WHAT_FOLLOWS}
    captionHidden
    columns={[
      { key: 'type', header: WORDS.type, rowHeader: true, cell: (type) => named(type, lang) },
      { key: 'kind', header: WORDS.kind, cell: (type) => named({ nameLv: type.kindLv, nameEn: type.kindEn }, lang) },
      { key: 'accreditation', header: WORDS.accreditation, cell: (type) => t(type.accredited ? MAY_HAVE : HAS_NONE) },
    ]}
    rows={types}
    rowKey={(type) => type.code}
  />
);

export const ContactFields = ({ field }: { field: Field }): VNode => (
  <>
    <TextField {...field('phone')} label={PHONE} type="tel" optional />
    <TextField {...field('email')} label={EMAIL} type="email" optional />
    <TextField {...field('website')} label={WEBSITE} optional />
  </>
);

const KIND_FOLLOWS: Text = { lv: 'No tipa izriet iestādes veids un tas, vai tai ir akreditācija', en: 'The kind follows from the type, and so does whether there is an accreditation' };
const WHAT_FOLLOWS: Text = { lv: 'Kas izriet no katra tipa', en: 'What follows from each type' };
const MAY_HAVE: Text = { lv: 'var būt', en: 'may have one' };
const HAS_NONE: Text = { lv: 'nav', en: 'none' };
const PHONE: Text = { lv: 'Tālrunis', en: 'Telephone' };
const EMAIL: Text = { lv: 'E-pasts', en: 'E-mail' };
const WEBSITE: Text = { lv: 'Tīmekļvietne', en: 'Website' };
const UNIT_HINT: Text = { lv: 'Tāda, kas pastāvēja ieraksta pirmajā dienā', en: 'One that existed on the first day of the entry' };
const IF_MUNICIPALITY: Text = { lv: 'Ja dibinātājs ir pašvaldība', en: 'If the founder is a municipality' };
const IF_OTHER: Text = { lv: 'Ja dibinātājs nav pašvaldība', en: 'If the founder is not a municipality' };
