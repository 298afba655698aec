import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { unitChoices, type UnitVersion } from '#modules/territories/public.js';
import { Checkboxes } from '#ui/form/checkboxes.js';
import type { FieldState } from '#ui/form/fields-of.js';
import { Radios } from '#ui/form/radios.js';
import { SelectField } from '#ui/form/select-field.js';
import { TextField } from '#ui/form/text-field.js';
import type { View } from '#web/view.js';
import { GUARDIANSHIP_KINDS, PROTECTION_KINDS } from '../../domain/kinds.js';
import { GUARDIANSHIP_WORDS, PROTECTION_WORDS, WORDS } from '../words.js';

/** Gives a field what was typed before, else what the form begins with. */
export type Field = (name: string, first?: string) => FieldState;

/** The same fields, each beginning with what is recorded now. */
export const startingWith = (field: Field, recorded: Readonly<Record<string, unknown>>): Field => (name, first) => field(name, first ?? String(recorded[name] ?? ''));

export const NameFields = ({ field }: { field: Field }): VNode => (
  <>
    <TextField {...field('given')} label={WORDS.given} width="medium" autoComplete="off" />
    <TextField {...field('family')} label={WORDS.family} width="medium" autoComplete="off" />
  </>
);

export const CodeFields = ({ field }: { field: Field }): VNode => (
  <>
    <TextField {...field('code')} label={WORDS.code} hint={CODE_HINT} width="medium" autoComplete="off" maxLength={14} />
    <CodeSure field={field} />
  </>
);

/** The question whether the code is really so, once there is a doubt. */
export function CodeSure({ field }: { field: Field }): VNode | null {
  const sure = field('codeSure');
  return sure.error !== undefined || sure.value !== '' ? <Checkboxes {...sure} label={LOOK_AGAIN} options={[{ value: 'yes', label: AS_WRITTEN }]} /> : null;
}

export const AddressFields = ({ view, field, units }: { view: View; field: Field; units: readonly UnitVersion[] }): VNode => (
  <>
    <SelectField {...field('atvk')} {...unitChoices(units, field('atvk').value, view.lang)} label={UNIT} emptyOption={WORDS.choose} />
    <TextField {...field('part')} label={PART} width="medium" optional />
    <TextField {...field('street')} label={STREET} hint={STREET_HINT} width="full" />
    <TextField {...field('addressCode')} label={ADDRESS_CODE} width="short" inputMode="numeric" maxLength={9} optional />
  </>
);

/** @param kept whether a guardian is recorded who stays when no code is typed. */
export const GuardianshipFields = ({ field, kept = false }: { field: Field; kept?: boolean }): VNode => (
  <>
    <Radios {...field('kind')} label={KIND} options={GUARDIANSHIP_KINDS.map((value) => ({ value, label: GUARDIANSHIP_WORDS[value] }))} />
    <TextField {...field('guardianCode')} label={GUARDIAN} hint={kept ? KEEPS_GUARDIAN : undefined} width="medium" autoComplete="off" optional />
    <TextField {...field('place')} label={PLACE} hint={PLACE_HINT} width="full" optional />
    <TextField {...field('basis')} label={WORDS.basis} hint={COURT_HINT} width="full" />
  </>
);

export const ProtectionFields = ({ field }: { field: Field }): VNode => (
  <>
    <Radios {...field('kind')} label={WHY_PROTECTED} options={PROTECTION_KINDS.map((value) => ({ value, label: PROTECTION_WORDS[value] }))} />
    <TextField {...field('basis')} label={WORDS.basis} hint={WORDS.basisHint} width="full" />
  </>
);

const CODE_HINT: Text = { lv: '11 cipari; vecais kods sākas ar dzimšanas dienu, jaunais – ar 32 līdz 39', en: '11 digits; an old code begins with the day of birth, a new one with 32 to 39' };
const LOOK_AGAIN: Text = { lv: 'Vai kods ir pareizs', en: 'Is the code right' };
const AS_WRITTEN: Text = { lv: 'Kods ir salīdzināts ar dokumentu un ir tieši tāds', en: 'The code has been compared with the document and is so' };
const UNIT: Text = { lv: 'Pašvaldība', en: 'Municipality' };
const PART: Text = { lv: 'Pagasts vai pilsēta', en: 'Parish or town' };
const STREET: Text = { lv: 'Iela, māja, dzīvoklis vai mājas nosaukums', en: 'Street, house and flat, or name of the house' };
const STREET_HINT: Text = { lv: 'Piemēram, Skolas iela 5-12 vai “Lejnieki”', en: 'For example, Skolas iela 5-12 or “Lejnieki”' };
const ADDRESS_CODE: Text = { lv: 'Adreses kods adrešu reģistrā', en: 'Code in the address register' };
const KIND: Text = { lv: 'Veids', en: 'Kind' };
const GUARDIAN: Text = { lv: 'Vecāka, aizbildņa vai audžuvecāka personas kods', en: 'Personal code of the parent, guardian or foster parent' };
const KEEPS_GUARDIAN: Text = { lv: 'Atstājiet tukšu, ja persona ir ierakstīta pareizi', en: 'Leave empty if the right person is recorded' };
const PLACE: Text = { lv: 'Aprūpes iestāde', en: 'Institution of care' };
const PLACE_HINT: Text = { lv: 'Tikai ārpusģimenes aprūpei iestādē', en: 'Only for out-of-family care in an institution' };
const COURT_HINT: Text = { lv: 'Piemēram, bāriņtiesas lēmuma numurs un datums', en: 'For example, number and date of the orphans’ court’s decision' };
const WHY_PROTECTED: Text = { lv: 'Kāpēc dati jāaizsargā', en: 'Why the data is to be protected' };
