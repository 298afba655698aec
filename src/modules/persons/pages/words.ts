import type { Text } from '#kernel/text.js';
import type { GuardianshipKind, ProtectionKind } from '../domain/kinds.js';

/** Words that several pages of this module share. */
export const WORDS = {
  name: { lv: 'Vārds, uzvārds', en: 'Name' },
  given: { lv: 'Vārds', en: 'Given names' },
  family: { lv: 'Uzvārds', en: 'Family name' },
  code: { lv: 'Personas kods', en: 'Personal code' },
  bornOn: { lv: 'Dzimšanas datums', en: 'Date of birth' },
  diedOn: { lv: 'Miršanas datums', en: 'Date of death' },
  sex: { lv: 'Dzimums', en: 'Sex' },
  home: { lv: 'Deklarētā dzīvesvieta', en: 'Declared address' },
  period: { lv: 'Periods', en: 'Period' },
  basis: { lv: 'Pamats', en: 'Basis' },
  from: { lv: 'No dienas', en: 'From the day' },
  firstWithout: { lv: 'Pirmā diena, kad vairs nav spēkā', en: 'First day on which it no longer holds' },
  basisHint: { lv: 'Lēmuma vai reģistra ieraksta numurs un datums', en: 'Number and date of the decision or register entry' },
  death: { lv: 'Miršanas fakts', en: 'Death' },
  guardianship: { lv: 'Aizgādība un aizbildnība', en: 'Guardianship' },
  protection: { lv: 'Datu aizsardzība', en: 'Protection of data' },
  card: { lv: 'Personas kartīte', en: 'Person’s card' },
  records: { lv: 'Ieraksti', en: 'Entries' },
  register: { lv: 'Reģistrēt personu', en: 'Register a person' },
  correct: { lv: 'Labot', en: 'Correct' },
  end: { lv: 'Izbeigt', en: 'End' },
  reason: { lv: 'Kāpēc skatāties šos datus', en: 'Why you look at this data' },
  reasonHint: { lv: 'Iemeslu redzēs arī pati persona.', en: 'The person concerned will see the reason too.' },
  caseReference: { lv: 'Lietas vai iesnieguma numurs', en: 'Number of the case or application' },
  choose: { lv: 'Izvēlieties', en: 'Choose' },
  persons: { lv: 'Personas', en: 'Persons' },
  myData: { lv: 'Mani dati', en: 'My data' },
  looks: { lv: 'Kas skatījies manus datus', en: 'Who looked at my data' },
  show: { lv: 'Rādīt', en: 'Show' },
  save: { lv: 'Ierakstīt', en: 'Record' },
  open: { lv: 'Atvērt', en: 'Open' },
  protected: { lv: 'Aizsargāta', en: 'Protected' },
  hidden: { lv: 'Dati aizsargāti', en: 'Data protected' },
  undecided: { lv: 'nav nosakāma no datiem', en: 'cannot be told from data' },
  unknown: { lv: 'Nav zināma', en: 'Not known' },
} as const satisfies Record<string, Text>;

export const SEX_WORDS: Readonly<Record<'female' | 'male', Text>> = {
  female: { lv: 'Sieviete', en: 'Female' },
  male: { lv: 'Vīrietis', en: 'Male' },
};

export const SEX_OPTIONS = Object.entries(SEX_WORDS).map(([value, label]) => ({ value, label }));

export const GUARDIANSHIP_WORDS: Readonly<Record<GuardianshipKind, Text>> = {
  parent: { lv: 'Vecāks', en: 'Parent' },
  guardian: { lv: 'Aizbildnis', en: 'Guardian' },
  foster: { lv: 'Audžuģimene', en: 'Foster family' },
  care: { lv: 'Ārpusģimenes aprūpe iestādē', en: 'Out-of-family care in an institution' },
};

export const PROTECTION_WORDS: Readonly<Record<ProtectionKind, Text>> = {
  violence: { lv: 'Aizsardzība pret vardarbību', en: 'Protection against violence' },
  'criminal-proceedings': { lv: 'Speciālā aizsardzība kriminālprocesā', en: 'Special protection in criminal proceedings' },
  adoption: { lv: 'Adopcijas noslēpums', en: 'Secrecy of adoption' },
  office: { lv: 'Amata dēļ', en: 'Because of office' },
};
