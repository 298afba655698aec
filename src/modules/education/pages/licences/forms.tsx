import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { ButtonLink, ButtonRow } from '#ui/form/button.js';
import { DateField } from '#ui/form/date-field.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { SelectField } from '#ui/form/select-field.js';
import { TextArea } from '#ui/form/text-area.js';
import { TextField } from '#ui/form/text-field.js';
import type { Attempt } from '#web/page-route.js';
import type { View } from '#web/view.js';
import type { LicenceRow, LicensedInstitution } from '../../actions/keep-licences.js';
import type { ProgrammeRow } from '../../actions/show-classifiers.js';
import { FormFrame } from '../classifiers/frame.js';
import { named, WORDS } from '../classifiers/words.js';

interface Props {
  readonly view: View;
  readonly attempt: Attempt;
  readonly institution: LicensedInstitution;
  readonly licence: LicenceRow | null;
  readonly programmes: readonly ProgrammeRow[];
}

export const licencesHref = (regNr: string): string => `/education/institutions/${regNr}/licences`;
const backTo = (view: View, institution: LicensedInstitution) => ({ text: `${view.t(WORDS.licences)}: ${institution.name}`, href: licencesHref(institution.regNr) });

/** A licence, new or in the place of what was registered wrongly. */
export function LicenceForm({ view, attempt, institution, licence, programmes }: Props): VNode {
  const field = fieldsOf({ lang: view.lang, ...attempt });
  const withdraw = licence && (
    <ButtonRow>
      <ButtonLink href={`${licencesHref(institution.regNr)}/${licence.id}/withdraw`} variant="quiet">
        {view.t(INSTEAD)}
      </ButtonLink>
    </ButtonRow>
  );
  return (
    <FormFrame view={view} attempt={attempt} title={licence ? CORRECT : NEW} back={backTo(view, institution)} lead={licence ? CORRECT_LEAD : LEAD} after={withdraw}>
      <SelectField {...field('programmeCode', licence?.programmeCode ?? '')} label={WORDS.programme} emptyOption={WORDS.choose} options={programmes.map((one) => ({ value: one.code, label: `${one.code} ${view.t(named(one))}` }))} />
      <TextField {...field('licenceNr', licence?.licenceNr ?? '')} label={NR} hint={NR_HINT} width="medium" maxLength={40} />
      <DateField {...field('from', licence?.validFrom ?? view.today)} label={WORDS.from} hint={FROM_HINT} min={institution.foundedOn} />
      <DateField {...field('to', licence?.validTo ?? '')} label={WORDS.to} hint={TO_HINT} optional />
    </FormFrame>
  );
}

export function WithdrawLicenceForm({ view, attempt, institution, licence }: Props): VNode {
  const field = fieldsOf({ lang: view.lang, ...attempt });
  return (
    <FormFrame view={view} attempt={attempt} title={WITHDRAW} back={backTo(view, institution)} lead={WITHDRAW_LEAD} save={TAKE_BACK} danger>
      <p>{licence && `${licence.programmeCode} ${view.t(named(licence))}, ${licence.licenceNr}`}</p>
      <TextArea {...field('why')} label={WHY} hint={WHY_HINT} rows={2} maxLength={500} />
    </FormFrame>
  );
}

const NEW: Text = { lv: 'Reģistrēt licenci', en: 'Register a licence' };
const CORRECT: Text = { lv: 'Labot licenci', en: 'Correct a licence' };
const WITHDRAW: Text = { lv: 'Atsaukt licences ierakstu', en: 'Take back the entry of a licence' };
const LEAD: Text = { lv: 'No licences pirmās dienas iestāde var uzņemt izglītojamos šajā programmā.', en: 'From the first day of the licence the institution may enrol learners in the programme.' };
const CORRECT_LEAD: Text = { lv: 'Labojiet kļūdu vai norādiet, līdz kurai dienai licence ir spēkā. Līdzšinējais ieraksts paliek redzams.', en: 'Put right an error, or say until when the licence holds. What was recorded stays visible.' };
const WITHDRAW_LEAD: Text = { lv: 'Ja šādas licences nekad nav bijis. Ja tā ir beigusies, labojiet tās beigu dienu.', en: 'If there never was such a licence. If it has ended, correct its last day instead.' };
const NR: Text = { lv: 'Licences numurs', en: 'Number of the licence' };
const NR_HINT: Text = { lv: 'Piemēram, V-8425', en: 'For example V-8425' };
const FROM_HINT: Text = { lv: 'Pirmā diena, kad licence ir spēkā', en: 'The first day on which it holds' };
const TO_HINT: Text = { lv: 'Atstājiet tukšu, ja licencei nav beigu', en: 'Leave empty if it has no end' };
const INSTEAD: Text = { lv: 'Šādas licences nekad nav bijis', en: 'There never was such a licence' };
const TAKE_BACK: Text = { lv: 'Atsaukt', en: 'Take back' };
const WHY: Text = { lv: 'Kāpēc atsauc', en: 'Why it is taken back' };
const WHY_HINT: Text = { lv: 'Piemēram, ierakstīta citai iestādei', en: 'For example: recorded for another institution' };
