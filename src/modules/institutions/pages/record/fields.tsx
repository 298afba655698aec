import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { unitChoices, type UnitVersion } from '#modules/territories/public.js';
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

export const PlaceFields = ({ view, field, units }: { view: View; field: Field; units: readonly UnitVersion[] }): VNode => (
  <>
    <SelectField {...field('atvk')} {...unitChoices(units, field('atvk').value, view.lang)} label={WORDS.municipality} emptyOption={WORDS.choose} />
    <TextField {...field('part')} label={WORDS.part} optional />
    <TextField {...field('street')} label={WORDS.street} />
    <TextField {...field('addressCode')} label={WORDS.addressCode} hint={CODE_HINT} width="medium" inputMode="numeric" maxLength={9} optional />
  </>
);

export const FounderFields = ({ view, field, units }: { view: View; field: Field; units: readonly UnitVersion[] }): VNode => (
  <>
    <SelectField {...field('founderType', 'municipality')} label={WORDS.founderType} options={optionsOf(FOUNDER_TYPE_WORDS)} />
    <SelectField {...field('founderAtvk')} {...unitChoices(units, field('founderAtvk').value, view.lang)} label={WORDS.founderUnit} hint={IF_MUNICIPALITY} emptyOption={WORDS.choose} />
    <TextField {...field('founderName')} label={WORDS.founderName} hint={IF_OTHER} />
    <TextField {...field('founderRegNr')} label={WORDS.founderRegNr} inputMode="numeric" optional />
  </>
);

/** @param kept whether someone is recorded who stays when no code is typed. */
export const HeadFields = ({ field, kept = false }: { field: Field; kept?: boolean }): VNode => (
  <>
    <TextField {...field('personCode')} label={PERSON_CODE} hint={kept ? KEEPS_PERSON : PERSON_CODE_HINT} width="medium" autoComplete="off" maxLength={14} optional={kept} />
    <TextField {...field('basis')} label={WORDS.basis} hint={APPOINTMENT_HINT} width="full" />
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

const CODE_HINT: Text = { lv: 'Deviņi cipari', en: 'Nine digits' };
const PERSON_CODE: Text = { lv: 'Vadītāja personas kods', en: 'Personal code of the head' };
const PERSON_CODE_HINT: Text = { lv: '11 cipari; personai jābūt personu reģistrā', en: '11 digits; the person must be in the register of persons' };
const KEEPS_PERSON: Text = { lv: 'Atstājiet tukšu, ja persona ir ierakstīta pareizi', en: 'Leave empty if the right person is recorded' };
const APPOINTMENT_HINT: Text = { lv: 'Piemēram, domes lēmums vai rīkojums par iecelšanu amatā ar datumu un numuru', en: 'For example a council’s decision or an order of appointment with its date and number' };
const KIND_FOLLOWS: Text = { lv: 'No tipa izriet iestādes veids un tas, vai tai ir akreditācija', en: 'The kind follows from the type, and so does whether there is an accreditation' };
const WHAT_FOLLOWS: Text = { lv: 'Kas izriet no katra tipa', en: 'What follows from each type' };
const MAY_HAVE: Text = { lv: 'var būt', en: 'may have one' };
const HAS_NONE: Text = { lv: 'nav', en: 'none' };
const PHONE: Text = { lv: 'Tālrunis', en: 'Telephone' };
const EMAIL: Text = { lv: 'E-pasts', en: 'E-mail' };
const WEBSITE: Text = { lv: 'Tīmekļvietne', en: 'Website' };
const IF_MUNICIPALITY: Text = {
  lv: 'Ja dibinātājs ir pašvaldība; par laiku pirms 01.07.2009. – tā, kuras teritorijā iestāde ir no 01.07.2009.',
  en: 'If the founder is a municipality; for the time before 01.07.2009., the one in whose territory it lies since then',
};
const IF_OTHER: Text = { lv: 'Ja dibinātājs nav pašvaldība', en: 'If the founder is not a municipality' };
