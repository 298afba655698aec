import type { Text } from '#kernel/text.js';
import type { ConstraintTexts } from '#platform/db/constraint-errors.js';

/** What was done, in words for the person whose data it is. */
export const ACTION_TITLES = {
  openSearch: { lv: 'Atvērta personu meklēšana', en: 'Person search opened' },
  findPersons: { lv: 'Persona parādīta meklēšanas rezultātos', en: 'Shown among search results' },
  viewCard: { lv: 'Apskatīta personas kartīte', en: 'Person’s card looked at' },
  viewOwnData: { lv: 'Apskatīti savi un savu bērnu dati', en: 'Own data and one’s children’s data looked at' },
  findLooks: { lv: 'Apskatīts, kas skatījies šos datus', en: 'Looked up who had looked at this data' },
  checkLooks: { lv: 'Pārbaudīts, vai datu skatīšanās žurnāls darbojas', en: 'Checked that the log of looks works' },
  openRecordForm: { lv: 'Atvērta veidlapa ieraksta veikšanai', en: 'Form for recording opened' },
  registerPerson: { lv: 'Persona reģistrēta', en: 'Person registered' },
  changeName: { lv: 'Ierakstīta vārda vai uzvārda maiņa', en: 'Change of name recorded' },
  correctName: { lv: 'Labots kļūdaini ierakstīts vārds vai uzvārds', en: 'Wrongly recorded name corrected' },
  replaceCode: { lv: 'Ierakstīts jauns personas kods', en: 'New personal code recorded' },
  declareAddress: { lv: 'Ierakstīta deklarētā dzīvesvieta', en: 'Declared address recorded' },
  correctAddress: { lv: 'Labota kļūdaini ierakstīta dzīvesvieta', en: 'Wrongly recorded address corrected' },
  recordGuardianship: { lv: 'Ierakstīta bērna aizgādība vai aizbildnība', en: 'Guardianship of a child recorded' },
  recordDeath: { lv: 'Ierakstīts miršanas fakts', en: 'Death recorded' },
  correctCode: { lv: 'Labots kļūdaini ierakstīts personas kods', en: 'Wrongly recorded personal code corrected' },
  correctBirth: { lv: 'Labots kļūdaini ierakstīts dzimšanas datums vai dzimums', en: 'Wrongly recorded date of birth or sex corrected' },
  correctGuardianship: { lv: 'Labots kļūdains ieraksts par bērna pārstāvību', en: 'Wrong entry on who acts for a child corrected' },
  endGuardianship: { lv: 'Ierakstītas bērna aizgādības vai aizbildnības beigas', en: 'End of guardianship of a child recorded' },
  correctDeath: { lv: 'Labots kļūdains miršanas ieraksts', en: 'Wrong entry of death corrected' },
  withdrawDeath: { lv: 'Atsaukts kļūdaini ierakstīts miršanas fakts', en: 'Wrongly recorded death taken back' },
  withdrawEntry: { lv: 'Atsaukts kļūdains ieraksts', en: 'Wrong entry taken back' },
  correctProtection: { lv: 'Labots kļūdains ieraksts par datu aizsardzību', en: 'Wrong entry on the protection of data corrected' },
  withdrawProtection: { lv: 'Atsaukts kļūdains ieraksts par datu aizsardzību', en: 'Wrong entry on the protection of data taken back' },
  protectPerson: { lv: 'Noteikta personas datu aizsardzība', en: 'Protection of data begun' },
  endProtection: { lv: 'Atcelta personas datu aizsardzība', en: 'Protection of data ended' },
} as const satisfies Record<string, Text>;

export const NO_SUCH_PERSON: Text = {
  lv: 'Šādas personas nav, vai jums nav tiesību to redzēt. Meklējiet vēlreiz vai pieprasiet tiesības.',
  en: 'There is no such person, or you may not see them. Search again or request the right.',
};
export const NOT_IN_REGISTER: Text = {
  lv: 'Jūsu konts nav saistīts ar personu reģistrā, vai arī to vēl neesat apstiprinājis. Apstipriniet kontu ar Smart-ID vai eParakstu sadaļā “Mani pierakstīšanās līdzekļi”; ja tas nepalīdz, vērsieties pie lietotāju administratora.',
  en: 'Your account is not linked to a person in the register, or you have not confirmed it yet. Confirm it by Smart-ID or eParaksts under “My means of sign-in”; if that does not help, ask the user administrator.',
};
export const NOT_YOUR_WARD: Text = {
  lv: 'Jūs varat skatīt tikai savus un to bērnu datus, kurus jūs šodien pārstāvat.',
  en: 'You may see only your own data and that of children for whom you act today.',
};
export const TOO_LITTLE_TO_SEARCH: Text = {
  lv: 'Norādiet personas kodu, dzimšanas datumu vai vismaz divus uzvārda pirmos burtus.',
  en: 'Give a personal code, a date of birth, or at least the first two letters of the family name.',
};
export const REASON_NOT_IN_LIST: Text = { lv: 'Izvēlieties datu skatīšanas iemeslu no saraksta.', en: 'Choose the reason for looking from the list.' };

export const NOT_ON_THE_MAP: Text = {
  lv: 'Šajā pašvaldību kartē šādas pašvaldības nav. Izvēlieties citu pašvaldību vai citu karti.',
  en: 'There is no such municipality on this map. Choose another municipality or another map.',
};

export const BEFORE_BIRTH: Text = { lv: 'Diena ir pirms personas dzimšanas. Pārbaudiet datumu.', en: 'The day is before the person’s birth. Check the date.' };
export const AFTER_DEATH: Text = { lv: 'Diena ir pēc personas nāves. Pārbaudiet datumu.', en: 'The day is after the person’s death. Check the date.' };
export const IN_FUTURE: Text = { lv: 'Diena vēl nav pienākusi. Norādiet šodienu vai agrāku dienu.', en: 'The day is still to come. Give today or an earlier day.' };
export const NOT_AFTER_PRESENT: Text = {
  lv: 'Izmaiņām jābūt vēlāk, nekā sākās pašreizējais ieraksts. Ja tas ir kļūdains, labojiet to.',
  en: 'The change must be later than the present entry began. If that entry is wrong, correct it.',
};
export const NO_SUCH_ROW: Text = { lv: 'Labojamais ieraksts vairs nav spēkā. Atveriet kartīti vēlreiz.', en: 'The entry to correct is no longer in force. Open the card again.' };
export const NO_SUCH_UNIT: Text = {
  lv: 'Norādītajā dienā pašvaldības ar šādu kodu nebija. Izvēlieties pašvaldību, kas tajā dienā pastāvēja.',
  en: 'On that day there was no municipality with this code. Choose one that existed then.',
};
export const NO_SUCH_PART: Text = {
  lv: '{unit} tika sadalīts, tāpēc vajag kādu no tā daļām: {parts}. Ja daļa nav zināma, atstājiet lauku tukšu.',
  en: '{unit} was divided, so one of its parts is needed: {parts}. Leave the field empty if the part is not known.',
};
export const NOT_YOUR_MUNICIPALITY: Text = {
  lv: 'Jūs varat reģistrēt personas tikai savā pašvaldībā.',
  en: 'You may register people only in your own municipality.',
};
export const ALREADY_DEAD: Text = { lv: 'Šīs personas miršanas fakts jau ir ierakstīts.', en: 'This person’s death is already recorded.' };
export const NOT_DEAD: Text = { lv: 'Šīs personas miršanas fakts nav ierakstīts.', en: 'No death of this person is recorded.' };
export const LATER_FACTS: Text = {
  lv: 'Personai ir ieraksts, kas sākas vēlāk: {day} Pārbaudiet datumu vai vispirms labojiet šo ierakstu.',
  en: 'The person has an entry that begins later: {day} Check the date, or correct that entry first.',
};
export const EARLIER_FACTS: Text = {
  lv: 'Personai ir ieraksts ar agrāku dienu: {day} Pārbaudiet dzimšanas datumu vai vispirms labojiet šo ierakstu.',
  en: 'The person has an entry of an earlier day: {day} Check the date of birth, or correct that entry first.',
};
export const NOT_BY_THAT_AGE: Text = {
  lv: 'Ar šādu dzimšanas datumu nebūtu iespējams ieraksts par bērna pārstāvību no {day} Pārbaudiet datumu vai vispirms labojiet šo ierakstu.',
  en: 'With this date of birth, the entry on acting for a child from {day} could not be so. Check the date, or correct that entry first.',
};
export const BIRTH_AS_IT_WAS: Text = { lv: 'Dzimšanas datums un dzimums reģistrā jau ir tieši tādi. Labojiet to, kas ir kļūdains.', en: 'The register has this date of birth and sex already. Change what is wrong.' };
export const NOT_EARLIER: Text = {
  lv: 'Ieraksts beidzas jau agrāk vai šajā dienā. Norādiet agrāku dienu vai labojiet ierakstu.',
  en: 'The entry ends before or on this day already. Give an earlier day, or correct the entry.',
};
export const WHY_MISSING: Text = { lv: 'Norādiet iemeslu īsi, līdz 200 rakstzīmēm. To redzēs arī pati persona.', en: 'Say why in up to 200 characters. The person concerned will see it too.' };
export const ONLY_CORRECTED: Text = {
  lv: 'Pirms šī ieraksta cita nav, tāpēc to var tikai labot.',
  en: 'No entry stands before this one, so it can only be corrected.',
};
/** How the days of a corrected entry fail to fit among the others. */
export const MISFITS = {
  reversed: { lv: 'Perioda beigas ir pirms sākuma. Pārbaudiet dienas.', en: 'The period ends before it begins. Check the days.' },
  'first-day': { lv: 'Pirms šī ieraksta cita nav, tāpēc tas nevar sākties vēlāk.', en: 'No entry stands before this one, so it cannot begin later.' },
  overlap: { lv: 'Šajā laikā jau ir spēkā cits ieraksts. Pārbaudiet dienas vai vispirms labojiet to.', en: 'Another entry holds in this time. Check the days, or correct that one first.' },
  'end-follows': { lv: 'Šis ieraksts beidzas tad, kad sākas nākamais. Labojiet nākamā ieraksta sākumu.', en: 'This entry ends where the next one begins. Correct the beginning of that one.' },
} as const satisfies Record<string, Text>;
export const CODE_OF_ANOTHER: Text = { lv: 'Šis personas kods jau pieder kādai personai. Pārbaudiet kodu.', en: 'This personal code already belongs to someone. Check the code.' };
export const CODE_OF_THIS_PERSON: Text = { lv: 'Šis kods personai jau ir vai reiz bija. Pārbaudiet kodu.', en: 'The person bears this code, or once did. Check the code.' };
export const CODE_MISTYPED: Text = {
  lv: 'Koda pārbaudes cipars neatbilst pārējiem. Salīdziniet kodu ar dokumentu; ja tas ir tieši tāds, atzīmējiet to un ierakstiet vēlreiz.',
  en: 'The check digit does not fit the others. Compare the code with the document; if it is so there, tick this and record again.',
};
export const CODE_OF_OTHER_BIRTH: Text = {
  lv: 'Kodā ir cits dzimšanas datums. Salīdziniet kodu un datumu ar dokumentu; ja tie ir tieši tādi, atzīmējiet to un ierakstiet vēlreiz.',
  en: 'The code carries another date of birth. Compare both with the document; if they are so there, tick this and record again.',
};
export const NOT_A_MINOR: Text = { lv: 'Šajā dienā persona jau ir pilngadīga.', en: 'On that day the person is already of age.' };
export const GUARDIAN_UNKNOWN: Text = { lv: 'Reģistrā nav dzīvas personas ar šādu personas kodu.', en: 'The register has no living person with this personal code.' };
export const PARENT_TOO_YOUNG: Text = { lv: 'Vecākam jābūt dzimušam vismaz {years} gadus pirms bērna. Pārbaudiet personas kodu.', en: 'A parent must be born at least {years} years before the child. Check the personal code.' };
export const GUARDIAN_TOO_YOUNG: Text = { lv: 'Aizbildnim un audžuģimenes loceklim jābūt pilngadīgam.', en: 'A guardian or foster parent must be of age.' };
export const OWN_GUARDIAN: Text = { lv: 'Bērns nevar pārstāvēt pats sevi. Pārbaudiet personas kodu.', en: 'A child cannot act for itself. Check the personal code.' };
export const NAME_THE_PLACE: Text = { lv: 'Norādiet iestādi, kas nodrošina ārpusģimenes aprūpi.', en: 'Name the institution that provides out-of-family care.' };
export const NOT_PROTECTED: Text = { lv: 'Šīs personas dati nav aizsargāti.', en: 'This person’s data is not protected.' };

const OVERLAP_WITH = (lv: string, en: string): Text => ({
  lv: `Šajā laikā jau ir ierakstīts cits ${lv}. Pārbaudiet periodu.`,
  en: `Another ${en} is already recorded for this time. Check the period.`,
});

export const PERSONS_CONSTRAINTS: ConstraintTexts = {
  person_code_belongs_to_one_person: CODE_OF_ANOTHER,
  person_code_has_eleven_digits: { lv: 'Personas kodā jābūt 11 cipariem.', en: 'A personal code has 11 digits.' },
  nobody_dies_before_birth: BEFORE_BIRTH,
  nobody_dies_twice: ALREADY_DEAD,
  one_name_at_a_time: OVERLAP_WITH('vārds', 'name'),
  one_code_at_a_time: OVERLAP_WITH('personas kods', 'personal code'),
  one_declared_address_at_a_time: OVERLAP_WITH('adreses ieraksts', 'declared address'),
  one_protection_at_a_time: OVERLAP_WITH('aizsardzības ieraksts', 'protection'),
  one_guardianship_of_two_people_at_a_time: OVERLAP_WITH('šo divu personu aizgādības ieraksts', 'guardianship between these two people'),
  nobody_is_their_own_guardian: OWN_GUARDIAN,
  guardianship_period_in_order: { lv: 'Aizgādība beidzas, pirms tā sākas. Pārbaudiet periodu.', en: 'The guardianship ends before it begins. Check the period.' },
  address_in_a_known_unit: NO_SUCH_UNIT,
};
