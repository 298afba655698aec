import type { Text } from '#kernel/text.js';
import type { ConstraintTexts } from '#platform/db/constraint-errors.js';

/** What was done, as the audit log tells it. */
export const ACTION_TITLES = {
  find: { lv: 'Meklētas izglītības iestādes', en: 'Searched for institutions' },
  export: { lv: 'Lejupielādēts izglītības iestāžu saraksts', en: 'Downloaded the list of institutions' },
  show: { lv: 'Apskatīta izglītības iestāde', en: 'Looked at an institution' },
  openForm: { lv: 'Atvērta izglītības iestāžu reģistra veidlapa', en: 'Opened a form of the institutions register' },
  checkFounders: { lv: 'Pārbaudīti faktiskie dibinātāji', en: 'Checked actual founders' },
  register: { lv: 'Reģistrēta izglītības iestāde', en: 'Registered an institution' },
  rename: { lv: 'Ierakstīts jauns iestādes nosaukums', en: 'Recorded a new name of an institution' },
  changeFounder: { lv: 'Ierakstīta faktiskā dibinātāja maiņa', en: 'Recorded a change of actual founder' },
  changeAddress: { lv: 'Ierakstīta iestādes adreses maiņa', en: 'Recorded a change of address of an institution' },
  addDeliveryPlace: { lv: 'Pievienota programmu īstenošanas vieta', en: 'Added a delivery place' },
  closeDeliveryPlace: { lv: 'Slēgta programmu īstenošanas vieta', en: 'Closed a delivery place' },
  close: { lv: 'Slēgta izglītības iestāde', en: 'Closed an institution' },
  recordSuccession: { lv: 'Ierakstīta iestāžu pēctecība', en: 'Recorded a succession of institutions' },
  correct: { lv: 'Labots kļūdains ieraksts par iestādi', en: 'Corrected a wrong entry about an institution' },
} as const satisfies Record<string, Text>;

export const NO_SUCH_INSTITUTION: Text = {
  lv: 'Reģistrā nav iestādes ar šādu reģistrācijas numuru. Pārbaudiet desmit ciparus vai meklējiet pēc nosaukuma.',
  en: 'The register has no institution with this registration number. Check the ten digits or search by name.',
};
export const NOT_YOUR_INSTITUTION: Text = {
  lv: 'Jūs varat veikt ierakstus tikai par savas pašvaldības vai savu iestādi.',
  en: 'You may record changes only for institutions of your own municipality, or for your own.',
};
export const NOT_YOUR_MUNICIPALITY: Text = {
  lv: 'Jūs varat reģistrēt tikai savas pašvaldības dibinātas iestādes.',
  en: 'You may register only institutions founded by your own municipality.',
};
export const INSTITUTION_NUMBER_SHAPE: Text = {
  lv: 'Iestādes reģistrācijas numurs ir desmit cipari. Vienpadsmit ciparu numuru rakstiet nākamajā laukā.',
  en: 'An institution’s registration number has ten digits. Write the eleven-digit number in the next field.',
};
export const LEGAL_NUMBER_SHAPE: Text = {
  lv: 'Nav derīgs reģistrācijas numurs: vajag vienpadsmit ciparus, pirmais no 4 līdz 9, un pareizu kontroles ciparu.',
  en: 'Not a valid legal registration number: eleven digits, the first from 4 to 9, with a right check digit.',
};
export const NAME_THE_FOUNDER: Text = { lv: 'Norādiet dibinātāja nosaukumu vai vārdu un uzvārdu.', en: 'Give the founder’s name.' };
export const NO_SUCH_UNIT: Text = {
  lv: 'Norādītajā dienā pašvaldības ar šādu kodu nebija. Izvēlieties pašvaldību, kas tajā dienā pastāvēja.',
  en: 'On that day there was no municipality with this code. Choose one that existed then.',
};
export const NO_SUCH_PART: Text = {
  lv: '{unit} tika sadalīts, tāpēc vajag kādu no tā daļām: {parts}. Ja daļa nav zināma, atstājiet lauku tukšu.',
  en: '{unit} was divided, so one of its parts is needed: {parts}. Leave the field empty if the part is not known.',
};
export const BEFORE_FIRST_MAP: Text = { lv: 'Pašvaldību karte ir zināma no 01.07.2009. Izvēlieties šo vai vēlāku dienu.', en: 'The map of municipalities is known from 01.07.2009. Choose that day or a later one.' };
export const NO_UNIT_THAT_DAY: Text = {
  lv: 'Šīs pašvaldības izvēlētajā dienā nebija. Izvēlieties citu pašvaldību vai citu dienu.',
  en: 'This municipality did not exist on the chosen day. Choose another municipality or another day.',
};
export const NO_SUCH_KIND: Text = { lv: 'Šāda iestādes veida nav. Izvēlieties no saraksta.', en: 'There is no such kind of institution. Choose from the list.' };
export const NOT_YET_FOUNDED: Text = { lv: 'Iestāde ir dibināta {day} Izvēlieties šo vai vēlāku dienu.', en: 'The institution was founded on {day} Choose that day or a later one.' };
export const BEFORE_FOUNDING: Text = { lv: 'Diena ir pirms iestādes dibināšanas. Pārbaudiet datumu.', en: 'The day is before the institution’s founding. Check the date.' };
export const AFTER_CLOSING: Text = { lv: 'Šajā dienā iestāde jau ir slēgta. Pārbaudiet datumu.', en: 'On that day the institution is already closed. Check the date.' };
export const NOT_AFTER_PRESENT: Text = {
  lv: 'Šajā dienā jau sākas cits ieraksts. Ja tas ir kļūdains, labojiet to.',
  en: 'Another entry begins on that very day. If it is wrong, correct it.',
};
export const NO_SUCH_ROW: Text = { lv: 'Šis ieraksts vairs nav spēkā. Atveriet iestādes lapu vēlreiz.', en: 'The entry is no longer in force. Open the institution’s page again.' };
export const ENDS_BEFORE_BEGINNING: Text = { lv: 'Slēgšanas dienai jābūt pēc sākuma dienas.', en: 'The day of closing must be after the first day.' };
export const ALREADY_CLOSED: Text = { lv: 'Šīs iestādes slēgšana jau ir ierakstīta.', en: 'The closing of this institution is already recorded.' };
export const SUCCEEDS_ITSELF: Text = { lv: 'Iestāde nevar būt pati sev pēctece. Norādiet citas iestādes numuru.', en: 'An institution cannot succeed itself. Give the number of another one.' };
export const CIRCULAR_SUCCESSION: Text = {
  lv: 'Pēctecība veidotu apli: šī iestāde jau ir norādītās iestādes pēctece.',
  en: 'The succession would go round in a circle: this institution already succeeds the one you named.',
};
export const OUTSIDE_LIFE_OF_SUCCESSOR: Text = { lv: 'Šajā dienā pēcteces iestāde nepastāv. Pārbaudiet datumu.', en: 'On that day the succeeding institution does not exist. Check the date.' };

const OVERLAP_WITH = (lv: string, en: string): Text => ({
  lv: `Šajā laikā jau ir ierakstīts cits ${lv}. Pārbaudiet periodu.`,
  en: `Another ${en} is already recorded for this time. Check the period.`,
});
const PERIOD_REVERSED: Text = { lv: 'Perioda beigas ir pirms sākuma.', en: 'The period ends before it begins.' };
const NOT_IN_CLASSIFIER: Text = { lv: 'Vērtības nav klasifikatorā. Izvēlieties no saraksta.', en: 'The value is not in the classifier. Choose from the list.' };
const NO_BASIS: Text = { lv: 'Norādiet pamatojumu: lēmumu vai citu dokumentu.', en: 'Give the basis: a decision or another document.' };

export const INSTITUTIONS_CONSTRAINTS: ConstraintTexts = {
  institution_number_belongs_to_one: { lv: 'Iestāde ar šādu reģistrācijas numuru jau ir reģistrēta. Pārbaudiet numuru.', en: 'An institution with this registration number is already registered. Check the number.' },
  institution_number_has_ten_digits: INSTITUTION_NUMBER_SHAPE,
  legal_number_has_eleven_digits: LEGAL_NUMBER_SHAPE,
  founder_number_has_eleven_digits: LEGAL_NUMBER_SHAPE,
  institution_closes_after_founding: BEFORE_FOUNDING,
  one_institution_name_at_a_time: OVERLAP_WITH('nosaukums', 'name'),
  one_standing_at_a_time: OVERLAP_WITH('iestādes tips un statuss', 'type and status'),
  one_actual_founder_at_a_time: OVERLAP_WITH('faktiskais dibinātājs', 'actual founder'),
  no_municipality_founds_twice: OVERLAP_WITH('šīs pašvaldības kā dibinātāja ieraksts', 'entry of this municipality as founder'),
  one_address_of_a_kind_at_a_time: OVERLAP_WITH('šāda veida adreses ieraksts', 'address of this kind'),
  one_delivery_place_at_an_address_at_a_time: OVERLAP_WITH('ieraksts par šo īstenošanas vietu', 'entry of this delivery place'),
  one_gymnasium_title_at_a_time: OVERLAP_WITH('valsts ģimnāzijas statusa ieraksts', 'state gymnasium status'),
  one_accreditation_at_a_time: OVERLAP_WITH('akreditācijas ieraksts', 'accreditation'),
  institution_name_period_in_order: PERIOD_REVERSED,
  standing_period_in_order: PERIOD_REVERSED,
  founder_period_in_order: PERIOD_REVERSED,
  institution_address_period_in_order: PERIOD_REVERSED,
  delivery_place_period_in_order: PERIOD_REVERSED,
  standing_of_a_known_type: NOT_IN_CLASSIFIER,
  standing_of_a_known_legal_status: NOT_IN_CLASSIFIER,
  standing_of_a_known_subordination: NOT_IN_CLASSIFIER,
  founder_is_a_known_municipality: NO_SUCH_UNIT,
  institution_address_in_a_known_unit: NO_SUCH_UNIT,
  delivery_place_in_a_known_unit: NO_SUCH_UNIT,
  founder_is_named: NAME_THE_FOUNDER,
  founder_names_its_basis: NO_BASIS,
  closure_names_its_basis: NO_BASIS,
  succession_names_its_basis: NO_BASIS,
  an_institution_is_closed_once: ALREADY_CLOSED,
  no_institution_succeeds_itself: SUCCEEDS_ITSELF,
  one_succession_between_two_institutions: { lv: 'Pēctecība starp šīm iestādēm jau ir ierakstīta.', en: 'The succession between these two institutions is already recorded.' },
};
