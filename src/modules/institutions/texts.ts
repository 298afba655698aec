import type { Text } from '#kernel/text.js';
import type { ConstraintTexts } from '#platform/db/constraint-errors.js';

/** What was done, as the audit log tells it. */
export const ACTION_TITLES = {
  find: { lv: 'Meklētas izglītības iestādes', en: 'Searched for institutions' },
  export: { lv: 'Lejupielādēts izglītības iestāžu saraksts', en: 'Downloaded the list of institutions' },
  show: { lv: 'Apskatīta izglītības iestāde', en: 'Looked at an institution' },
  openForm: { lv: 'Atvērta izglītības iestāžu reģistra veidlapa', en: 'Opened a form of the institutions register' },
  checkFounders: { lv: 'Pārbaudīti faktiskie dibinātāji', en: 'Checked actual founders' },
  listClassifiers: { lv: 'Apskatīti izglītības iestāžu klasifikatori', en: 'Looked at the classifiers of institutions' },
  register: { lv: 'Reģistrēta izglītības iestāde', en: 'Registered an institution' },
  rename: { lv: 'Ierakstīts jauns iestādes nosaukums', en: 'Recorded a new name of an institution' },
  changeFounder: { lv: 'Ierakstīta faktiskā dibinātāja maiņa', en: 'Recorded a change of actual founder' },
  changeAddress: { lv: 'Ierakstīta iestādes adreses maiņa', en: 'Recorded a change of address of an institution' },
  addDeliveryPlace: { lv: 'Pievienota programmu īstenošanas vieta', en: 'Added a delivery place' },
  closeDeliveryPlace: { lv: 'Slēgta programmu īstenošanas vieta', en: 'Closed a delivery place' },
  close: { lv: 'Slēgta izglītības iestāde', en: 'Closed an institution' },
  recordSuccession: { lv: 'Ierakstīta iestāžu pēctecība', en: 'Recorded a succession of institutions' },
  changeStanding: { lv: 'Ierakstīta iestādes tipa vai statusa maiņa', en: 'Recorded a change of type or status of an institution' },
  grantTitle: { lv: 'Ierakstīta valsts ģimnāzijas statusa piešķiršana', en: 'Recorded the granting of the status of a state gymnasium' },
  withdrawTitle: { lv: 'Ierakstīta valsts ģimnāzijas statusa atņemšana', en: 'Recorded the withdrawal of the status of a state gymnasium' },
  accredit: { lv: 'Ierakstīta iestādes akreditācijas lapa', en: 'Recorded an accreditation page of an institution' },
  addLegalFounder: { lv: 'Ierakstīts vēl viens iestādes dibinātājs', en: 'Recorded one more founder of an institution' },
  changeDetails: { lv: 'Mainīta iestādes saziņas informācija', en: 'Changed how an institution is reached' },
  recordHead: { lv: 'Ierakstīts iestādes vadītājs', en: 'Recorded the head of an institution' },
  endHead: { lv: 'Ierakstītas iestādes vadītāja pilnvaru beigas', en: 'Recorded the end of a head’s term of office' },
  withdraw: { lv: 'Atsaukts kļūdains ieraksts par iestādi', en: 'Took back a wrong entry about an institution' },
  correctClosure: { lv: 'Labots ieraksts par iestādes slēgšanu', en: 'Corrected the closing of an institution' },
  withdrawClosure: { lv: 'Atsaukta iestādes slēgšana', en: 'Took back the closing of an institution' },
  correctFounding: { lv: 'Labots iestādes numurs vai dibināšanas diena', en: 'Corrected the number or the founding day of an institution' },
  correctSuccession: { lv: 'Labots ieraksts par iestāžu pēctecību', en: 'Corrected a succession of institutions' },
  withdrawSuccession: { lv: 'Atsaukta iestāžu pēctecība', en: 'Took back a succession of institutions' },
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
export const NAME_IN_LATIN_LETTERS: Text = {
  lv: 'Iestādes nosaukumam jābūt valsts valodā. Rakstiet to latīņu alfabēta burtiem.',
  en: 'The name of an institution must be in the state language. Write it in letters of the Latin alphabet.',
};
export const NAME_THE_FOUNDER: Text = { lv: 'Norādiet dibinātāja nosaukumu vai vārdu un uzvārdu.', en: 'Give the founder’s name.' };
export const NO_SUCH_UNIT: Text = {
  lv: 'Norādītajā dienā pašvaldības ar šādu kodu nebija. Izvēlieties pašvaldību, kas tajā dienā pastāvēja.',
  en: 'On that day there was no municipality with this code. Choose one that existed then.',
};
export const CHOOSE_UNIT: Text = { lv: 'Izvēlieties pašvaldību no saraksta.', en: 'Choose a municipality from the list.' };
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

export const NUMBER_GIVEN: Text = {
  lv: 'Iestāde ar šādu reģistrācijas numuru jau ir reģistrēta. Pārbaudiet numuru.',
  en: 'An institution with this registration number is already registered. Check the number.',
};
export const NOT_IN_CLASSIFIER: Text = { lv: 'Vērtības nav klasifikatorā. Izvēlieties no saraksta.', en: 'The value is not in the classifier. Choose from the list.' };
export const SUCCESSION_RECORDED: Text = { lv: 'Pēctecība starp šīm iestādēm jau ir ierakstīta.', en: 'The succession between these two institutions is already recorded.' };
export const NOT_CLOSED: Text = { lv: 'Šīs iestādes slēgšana nav ierakstīta.', en: 'No closing of this institution is recorded.' };
export const RECORDED_LATER: Text = {
  lv: 'Šajā dienā vai vēlāk jau sākas citi ieraksti: {facts}. Pārbaudiet dienu vai vispirms atsauciet tos.',
  en: 'Other entries begin on that day or later: {facts}. Check the day, or take those back first.',
};
export const RECORDED_EARLIER: Text = {
  lv: 'Iestādei jau ir ieraksti, kas sākas vai beidzas šajā dienā vai agrāk. Pārbaudiet dienu vai vispirms labojiet tos.',
  en: 'The institution has entries that begin or end on that day or earlier. Check the day, or correct those first.',
};
export const FOUNDS_ALREADY: Text = { lv: 'Šajā laikā tas jau ir ierakstīts kā iestādes dibinātājs.', en: 'It is already recorded as a founder for this time.' };
export const PLACE_RECORDED: Text = {
  lv: 'Šī īstenošanas vieta šajā laikā jau ir ierakstīta. Pārbaudiet adresi un periodu.',
  en: 'This delivery place is already recorded for this time. Check the address and the period.',
};

export const HAS_TITLE: Text = { lv: 'Šajā dienā vai vēlāk skolai jau ir valsts ģimnāzijas statuss.', en: 'On that day or later the school already is a state gymnasium.' };
export const NO_TITLE: Text = { lv: 'Šajā dienā skolai nav valsts ģimnāzijas statusa.', en: 'On that day the school is not a state gymnasium.' };
export const TERM_REVERSED: Text = { lv: 'Termiņa beigām jābūt pēc tā sākuma.', en: 'The term must end after it begins.' };
export const PAGE_OVERLAPS: Text = {
  lv: 'Šajā termiņā jau ir spēkā cita akreditācijas lapa. Izvēlieties dienu pēc tās termiņa vai labojiet to.',
  en: 'Another accreditation page holds in this term. Choose a day after it, or correct it.',
};
export const PAGE_GIVEN: Text = { lv: 'Akreditācijas lapa {nr} jau ir ierakstīta: {name} ({regNr}). Pārbaudiet numuru.', en: 'Accreditation page {nr} is already recorded: {name} ({regNr}). Check the number.' };
export const TYPE_NOT_ACCREDITED: Text = {
  lv: 'Šajā termiņā iestādes tips ir “{type}”, un šāda tipa iestādei akreditācijas nav. Pārbaudiet termiņu vai iestādes tipu.',
  en: 'In this term the type of the institution is “{type}”, which has no accreditation. Check the term or the type.',
};
export const PAGE_STANDS: Text = {
  lv: 'Šāda tipa iestādei akreditācijas nav, bet šajā laikā ir spēkā akreditācijas lapa {nr}. Vispirms labojiet to.',
  en: 'An institution of this type has no accreditation, but page {nr} holds in this time. Correct that first.',
};
export const END_PAGE_TOO: Text = {
  lv: 'Jaunā tipa iestādei akreditācijas nav, bet ir spēkā akreditācijas lapa {nr}. Apstipriniet, ka tā šajā dienā beidzas.',
  en: 'An institution of the new type has no accreditation, but page {nr} still holds. Confirm that it ends on the day.',
};
/** One sentence for all that may be amiss, so that nobody learns by it whether someone unknown to them lives. */
export const NO_SUCH_ADULT: Text = {
  lv: 'Personu reģistrā ar šādu personas kodu nav cilvēka, kurš šajā dienā ir dzīvs un pilngadīgs. Pārbaudiet kodu un dienu.',
  en: 'The register of persons has nobody with this personal code who is alive and of age on the day. Check the code and the day.',
};
export const NO_HEAD: Text = { lv: 'Šajā dienā iestādei vadītāja nav. Pārbaudiet dienu.', en: 'On that day the institution has no head. Check the day.' };
export const HEAD_BEGINS_THEN: Text = {
  lv: 'Vadītāja pilnvaras šajā dienā tikai sākas. Norādiet vēlāku dienu; ja ieraksts ir kļūdains, atsauciet to.',
  en: 'The head’s term of office only begins on that day. Give a later day; if the entry is wrong, take it back.',
};
export const ONLY_CORRECTED: Text = {
  lv: 'Šo ierakstu nevar atsaukt, jo tad par šīm dienām nekas nebūtu zināms. Labojiet to.',
  en: 'This entry cannot be taken back: nothing would be known of its days. Correct it instead.',
};
/** Why the days of a correction do not fit. */
export const MISFITS = {
  reversed: { lv: 'Perioda beigas ir pirms sākuma.', en: 'The period ends before it begins.' },
  'first-day': { lv: 'Pirms šī ieraksta cita nav, tāpēc tas nevar sākties vēlāk.', en: 'No entry stands before this one, so it cannot begin later.' },
  overlap: { lv: 'Šajā laikā jau ir spēkā cits ieraksts. Pārbaudiet dienas vai vispirms labojiet to.', en: 'Another entry holds in this time. Check the days, or correct that one first.' },
  'end-follows': { lv: 'Šis ieraksts beidzas tad, kad sākas nākamais. Labojiet nākamā ieraksta sākumu.', en: 'This entry ends where the next one begins. Correct the beginning of that one.' },
} as const satisfies Record<string, Text>;

/** What each history is called. */
export const HISTORY_WORDS = {
  name: { lv: 'Nosaukums', en: 'Name' },
  standing: { lv: 'Tips un statuss', en: 'Type and status' },
  founder: { lv: 'Dibinātājs', en: 'Founder' },
  address: { lv: 'Adrese', en: 'Address' },
  delivery_place: { lv: 'Īstenošanas vieta', en: 'Delivery place' },
  gymnasium_title: { lv: 'Valsts ģimnāzijas statuss', en: 'Status of a state gymnasium' },
  accreditation: { lv: 'Akreditācijas lapa', en: 'Accreditation page' },
  head: { lv: 'Vadītājs', en: 'Head' },
  succession: { lv: 'Pēctecība', en: 'Succession' },
} as const satisfies Record<string, Text>;

const OVERLAP_WITH = (lv: string, en: string): Text => ({
  lv: `Šajā laikā jau ir ierakstīts cits ${lv}. Pārbaudiet periodu.`,
  en: `Another ${en} is already recorded for this time. Check the period.`,
});
const PERIOD_REVERSED = MISFITS.reversed;
const ADDRESS_CODE_SHAPE: Text = { lv: 'Adreses kods adrešu reģistrā ir deviņi cipari.', en: 'A code in the address register has nine digits.' };
const NO_BASIS: Text = { lv: 'Norādiet pamatojumu: lēmumu vai citu dokumentu.', en: 'Give the basis: a decision or another document.' };

export const INSTITUTIONS_CONSTRAINTS: ConstraintTexts = {
  institution_number_belongs_to_one: NUMBER_GIVEN,
  institution_number_has_ten_digits: INSTITUTION_NUMBER_SHAPE,
  legal_number_has_eleven_digits: LEGAL_NUMBER_SHAPE,
  founder_number_has_eleven_digits: LEGAL_NUMBER_SHAPE,
  institution_closes_after_founding: BEFORE_FOUNDING,
  one_institution_name_at_a_time: OVERLAP_WITH('nosaukums', 'name'),
  one_standing_at_a_time: OVERLAP_WITH('iestādes tips un statuss', 'type and status'),
  one_actual_founder_at_a_time: OVERLAP_WITH('faktiskais dibinātājs', 'actual founder'),
  no_municipality_founds_twice: FOUNDS_ALREADY,
  one_address_of_a_kind_at_a_time: OVERLAP_WITH('šāda veida adreses ieraksts', 'address of this kind'),
  one_delivery_place_at_an_address_at_a_time: PLACE_RECORDED,
  one_head_at_a_time: OVERLAP_WITH('vadītājs', 'head'),
  one_gymnasium_title_at_a_time: HAS_TITLE,
  one_accreditation_at_a_time: PAGE_OVERLAPS,
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
  gymnasium_title_period_in_order: PERIOD_REVERSED,
  accreditation_period_in_order: PERIOD_REVERSED,
  head_period_in_order: PERIOD_REVERSED,
  head_is_a_known_person: NO_SUCH_ADULT,
  head_names_its_basis: NO_BASIS,
  institution_address_code_has_nine_digits: ADDRESS_CODE_SHAPE,
  delivery_place_code_has_nine_digits: ADDRESS_CODE_SHAPE,
  gymnasium_title_names_its_basis: NO_BASIS,
  an_accreditation_page_is_issued_once: { lv: 'Akreditācijas lapa ar šādu numuru jau ir ierakstīta. Pārbaudiet numuru.', en: 'An accreditation page with this number is already recorded. Check the number.' },
  founder_is_named: NAME_THE_FOUNDER,
  founder_names_its_basis: NO_BASIS,
  closure_names_its_basis: NO_BASIS,
  succession_names_its_basis: NO_BASIS,
  an_institution_is_closed_once: ALREADY_CLOSED,
  no_institution_succeeds_itself: SUCCEEDS_ITSELF,
  one_succession_between_two_institutions: SUCCESSION_RECORDED,
};
