import { type IsoDate, readableDay } from '#kernel/iso-date.js';
import type { Text } from '#kernel/text.js';
import type { ConstraintTexts } from '#platform/db/constraint-errors.js';

export const ENDED_BY_REFORM = 'teritoriālā reforma';
export const ENDED_UNCONFIRMED = 'nav apstiprinātas ikgadējā pārskatīšanā';
export const ENDED_WITH_INSTITUTION = 'iestāde slēgta';

/** Reasons that the program itself writes, in words: of what has happened, and of the cause alone. Others were written by people and stay as they are. */
const OWN_REASONS: Readonly<Record<string, { readonly happened: Text; readonly cause: Text }>> = {
  [ENDED_BY_REFORM]: {
    happened: { lv: 'Teritoriālā reforma: pašvaldība beidza pastāvēt', en: 'Territorial reform: the municipality ceased to exist' },
    cause: { lv: 'teritoriālā reforma', en: 'territorial reform' },
  },
  [ENDED_WITH_INSTITUTION]: { happened: { lv: 'Iestāde ir slēgta', en: 'The institution was closed' }, cause: { lv: 'iestādes slēgšana', en: 'closing of the institution' } },
  [ENDED_UNCONFIRMED]: { happened: { lv: 'Nav apstiprinātas ikgadējā pārskatīšanā', en: 'Not confirmed in the yearly review' }, cause: { lv: 'nav apstiprinātas ikgadējā pārskatīšanā', en: 'not confirmed in the yearly review' } },
};
export const endReason = (reason: string): Text => OWN_REASONS[reason]?.happened ?? { lv: reason, en: reason };
/** Why something ended or will end, without saying which. */
export const endCause = (reason: string): Text => OWN_REASONS[reason]?.cause ?? { lv: reason, en: reason };
/** An end still to come: its day and why. */
export function comingEnd(day: IsoDate, reason: string): Text {
  const cause = endCause(reason);
  return { lv: `beigsies ${readableDay(day)}${cause.lv && ` (${cause.lv})`}`, en: `ends on ${readableDay(day)}${cause.en && ` (${cause.en})`}` };
}

export const USERS_OF_THE_FUTURE: Text = { lv: 'Šī diena vēl nav pienākusi. Izvēlieties šodienu vai agrāku dienu.', en: 'This day is still to come. Choose today or an earlier day.' };
export const NO_SUCH_USER: Text = { lv: 'Šāda lietotāja nav, vai jums nav tiesību to redzēt.', en: 'There is no such user, or you may not see them.' };
export const ROLE_CHANGED_MEANWHILE: Text = {
  lv: 'Kāds šo lomu tikmēr ir mainījis. Apskatiet to citā cilnē; ja jūsu rakstītais tomēr ir pareizs, saglabājiet vēlreiz.',
  en: 'Somebody has changed this role meanwhile. Look at it in another tab; if what you wrote is right all the same, save it again.',
};
export const LOGIN_SHAPE: Text = {
  lv: 'Lietotājvārdā ir tikai mazie latīņu burti bez garumzīmēm, cipari, punkts, domuzīme un pasvītra. Pārbaudiet to.',
  en: 'A user name has letters without diacritics, digits, dots, hyphens and underscores alone. Check it.',
};
export const NO_ACTIVE_LOGIN: Text = { lv: 'Nav aktīva lietotāja ar šādu lietotājvārdu. Pārbaudiet to.', en: 'There is no active user with this user name. Check it.' };
export const NO_SUCH_GRANT: Text = { lv: 'Šādu tiesību nav, vai jums nav tiesību tās redzēt.', en: 'There is no such right, or you may not see it.' };
export const GRANT_OVER: Text = { lv: 'Šīs tiesības jau ir beigušās.', en: 'This right has already ended.' };
export const ENDS_BY_THEN: Text = { lv: 'Tiesības tā jau beidzas {day} Norādiet agrāku dienu.', en: 'The right ends on {day} anyway. Give an earlier day.' };
export const NO_SUCH_REQUEST: Text = { lv: 'Šāda pieprasījuma nav, vai jums nav tiesību to redzēt.', en: 'There is no such request, or you may not see it.' };
export const REQUEST_DECIDED: Text = { lv: 'Šis pieprasījums jau ir izlemts vai atsaukts.', en: 'This request has already been decided or withdrawn.' };
export const NOT_A_SIGNED_FILE: Text = {
  lv: 'Šādu datni nepieņem. Izvēlieties parakstīto dokumentu: .edoc, .asice vai .pdf.',
  en: 'Such a file is not taken. Choose the signed document: .edoc, .asice or .pdf.',
};
export const NO_SUCH_FILE: Text = { lv: 'Šādas datnes nav, vai jums nav tiesību to redzēt.', en: 'There is no such file, or you may not see it.' };
export const NO_SUCH_ROLE: Text = { lv: 'Šādas lomas nav. Izvēlieties lomu no saraksta.', en: 'There is no such role. Choose one from the list.' };
export const NO_SUCH_PERMISSION: Text = { lv: 'Nav tādas atļaujas: {names}.', en: 'There is no such permission: {names}.' };
export const ROLE_FOR_PROGRAMS: Text = {
  lv: 'Šī loma ir citām programmām, un cilvēks to sev nelūdz. Izvēlieties lomu no saraksta.',
  en: 'This role is for other programs, and nobody asks for it for themselves. Choose one from the list.',
};
export const HELD_ALREADY: Text = { lv: 'Šī loma šajā vietā jums šajā laikā jau ir. Pārbaudiet lomu, vietu un dienas.', en: 'You hold this role at this place in that time already. Check the role, the place and the days.' };
export const ROLE_NOT_FOR_PLACE: Text = {
  lv: 'Lomu “{role}” nevar piešķirt šādai vietai. Izvēlieties citu vietu vai lomu.',
  en: 'The role “{role}” cannot be granted for such a place. Choose another place or role.',
};
export const NOT_YOUR_PLACE: Text = { lv: 'Šī vieta nav jūsu tiesību robežās.', en: 'This place is outside your rights.' };
export const NOT_FOR_YOURSELF: Text = {
  lv: 'Savas tiesības nevar piešķirt, apstiprināt vai izlemt pats. To dara cits atbildīgais.',
  en: 'Nobody gives, confirms or decides their own rights. Another responsible person does.',
};
export const NOT_YOURSELF: Text = { lv: 'Sevi apturēt nevar. To dara cits administrators.', en: 'You cannot suspend yourself. Another administrator does.' };
export const JOINED_INTO: Text = { lv: 'Apvienots ar kontu {login}', en: 'Joined into the account {login}' };
export const JOINED_STAYS_CLOSED: Text = {
  lv: 'Šis konts ir apvienots ar citu tās pašas personas kontu un vairs netiek atvērts. Lieto to, ar kuru tas apvienots.',
  en: 'This account has been joined into another of the same person and is not opened again. The other one is used.',
};
export const NOT_OWN_DETAILS: Text = { lv: 'Sava konta vārdu un e-pastu maina cits lietotāju administrators.', en: 'Another user administrator changes the name and mail address of your own account.' };
export const NAME_FOLLOWS_REGISTER: Text = {
  lv: 'Konta persona ir apstiprināta, tāpēc konta vārds ir tāds kā personu reģistrā un mainās līdz ar to.',
  en: 'The account’s person is confirmed, so its name is that of the register of persons and changes with it.',
};
export const NOTHING_CHANGED: Text = { lv: 'Tā jau ir pierakstīts. Mainiet vārdu vai e-pastu.', en: 'It is recorded so already. Change the name or the mail address.' };
export const ALREADY_BOUND: Text = {
  lv: 'Kontam persona jau ir norādīta, un to nemaina: ja tā ir nepareiza, apturiet kontu un izveidojiet jaunu.',
  en: 'The account’s person has been named already and is not changed: if it is wrong, suspend the account and create a new one.',
};
export const NO_SUCH_PERSON: Text = { lv: 'Iedzīvotāju reģistrā nav dzīvas personas ar šādu kodu. Pārbaudiet to.', en: 'The register has no living person with this code. Check it.' };
export const NAME_DIFFERS: Text = {
  lv: 'Personas vārds reģistrā atšķiras no konta vārda. Pārbaudiet kodu; ja tas ir pareizs, atzīmējiet, ka tā ir domāts.',
  en: 'The person’s name in the register differs from that of the account. Check the code; if it is right, tick that it is meant.',
};
export const INSTITUTION_UNKNOWN: Text = { lv: 'Šādas iestādes nav. Izvēlieties to no saraksta.', en: 'There is no such institution. Choose one from the list.' };
export const NO_SUCH_REG_NR: Text = { lv: 'Iestādes ar šādu reģistrācijas numuru nav. Pārbaudiet to.', en: 'There is no institution with this registration number. Check it.' };
export const UNIT_UNKNOWN: Text = { lv: 'Šādas pašvaldības nav. Izvēlieties to no saraksta.', en: 'There is no such municipality. Choose one from the list.' };
export const BEYOND_INSTITUTION: Text = {
  lv: 'Tiesības nevar būt ilgākas par iestādes pastāvēšanu: {period} Mainiet periodu.',
  en: 'A right cannot reach beyond the institution’s life: {period} Change the period.',
};
export const BEYOND_UNIT: Text = {
  lv: 'Tiesības nevar būt ilgākas par pašvaldības pastāvēšanu: {period} Mainiet periodu.',
  en: 'A right cannot reach beyond the municipality’s life: {period} Change the period.',
};
export const INSTITUTION_ENDED: Text = { lv: 'Pēc {day} iestādes vairs nav.', en: 'After {day} the institution is no more.' };
export const UNIT_ENDED: Text = { lv: 'Pēc {day} pašvaldības vairs nav.', en: 'After {day} the municipality is no more.' };
export const ONE_SUCCESSOR: Text = { lv: 'Tās pēctecis: {names}. Tiesības prasiet un piešķiriet tur.', en: 'Its successor: {names}. Ask for the right, and give it, there.' };
export const SUCCESSORS: Text = { lv: 'Tās pēcteči: {names}. Tiesības prasiet un piešķiriet tur.', en: 'Its successors: {names}. Ask for the right, and give it, there.' };
export const NO_SUCCESSOR: Text = { lv: 'Pēcteča tai nav.', en: 'It has no successor.' };
export const PERIOD_ORDER: Text = { lv: 'Periods beidzas, pirms tas sākas. Pārbaudiet datumus.', en: 'The period ends before it begins. Check the days.' };
export const SAY_WHY: Text = { lv: 'Rakstiet iemeslu: lietotājs to redzēs.', en: 'Write the reason: the user will see it.' };
export const IN_THE_PAST: Text = { lv: 'Diena jau ir pagājusi. Norādiet šodienu vai vēlāku dienu.', en: 'The day has passed. Give today or a later day.' };
export const AT_MOST_AS: Text = { lv: 'Vērtība nevar būt lielāka par ierobežojumu “{other}”: {value}.', en: 'The value cannot be greater than the limit “{other}”: {value}.' };
export const AT_LEAST_AS: Text = { lv: 'Vērtība nevar būt mazāka par ierobežojumu “{other}”: {value}.', en: 'The value cannot be less than the limit “{other}”: {value}.' };
export const REFORM_CANCELLED: Text = {
  lv: 'Reforma, kurai tiesības pieprasītas, ir atcelta, tāpēc šādas pašvaldības nebūs. Noraidiet pieprasījumu.',
  en: 'The reform that this right was requested for is cancelled, so that there will be no such municipality. Refuse the request.',
};
export const NO_SUCH_COMING_UNIT: Text = {
  lv: 'Sagatavotās reformas tādu pašvaldību neparedz. Izvēlieties to no saraksta.',
  en: 'The prepared reforms bring no such municipality. Choose one from the list.',
};
const CHOOSE_ONE_PLACE: Text = { lv: 'Izvēlieties vienu vietu: pašvaldību, iestādi vai visu valsti.', en: 'Choose one place: a municipality, an institution or the whole country.' };

export const ACCESS_CONSTRAINTS: ConstraintTexts = {
  login_is_taken: { lv: 'Šāds lietotājvārds jau ir aizņemts. Izvēlieties citu.', en: 'This user name is taken. Choose another.' },
  login_is_short_and_lower_case: {
    lv: 'Lietotājvārdā drīkst būt mazie latīņu burti bez garumzīmēm, cipari, punkts, domuzīme un @ (2–100 rakstzīmes).',
    en: 'A user name has lower-case letters without diacritics, digits, dots, dashes and @ (2–100 characters).',
  },
  user_works_for_a_known_institution: INSTITUTION_UNKNOWN,
  grant_on_a_known_institution: INSTITUTION_UNKNOWN,
  request_for_a_known_institution: INSTITUTION_UNKNOWN,
  a_user_works_for_one_organisation: CHOOSE_ONE_PLACE,
  one_grant_of_a_role_at_a_place: {
    lv: 'Lietotājam šajā laikā šī loma šajā vietā jau ir piešķirta. Pārbaudiet periodu vai izbeidziet iepriekšējās tiesības.',
    en: 'The user already holds this role at this place in that time. Check the period or end the earlier right.',
  },
  one_open_request_for_a_role_at_a_place: {
    lv: 'Šīs tiesības jau ir pieprasītas un gaida lēmumu.',
    en: 'This right has already been requested and waits for a decision.',
  },
  one_requirement_of_a_role_at_a_place: {
    lv: 'Šo šai lomai šeit šajā laikā jau prasa. Pārbaudiet vietu un dienu.',
    en: 'This is asked of this role here at that time already. Check the place and the day.',
  },
  requirement_at_a_known_institution: INSTITUTION_UNKNOWN,
  request_period_in_order: PERIOD_ORDER,
  grant_period_in_order: PERIOD_ORDER,
  one_value_of_a_parameter_at_a_time: { lv: 'Šim laikam jau ir cita vērtība.', en: 'There is another value for this time already.' },
  role_code_is_a_word: { lv: 'Lomas kodā drīkst būt mazie latīņu burti un domuzīmes.', en: 'A role’s code has lower-case letters and dashes.' },
};
export const SIGNATURE_DOES_NOT_HOLD: Text = { lv: 'Pielikuma paraksts neder. Izlasiet, kas atrasts, un, ja tiesības tomēr piešķirat, atzīmējiet to.', en: 'The signature of the attachment does not hold. Read what was found, and tick this if you give the right all the same.' };
export const SAY_WHY_DESPITE: Text = { lv: 'Rakstiet, kāpēc tiesības piešķirat, lai gan pielikuma paraksts neder.', en: 'Write why you give the right although the signature of the attachment does not hold.' };

/** Why a grant, a user or a request fares in a reform as it does. */
export const REFORM_REASONS: Readonly<Record<string, Text>> = {
  'unit-ceases': { lv: 'Pašvaldība beidz pastāvēt', en: 'The municipality ceases' },
  'unit-divided': { lv: 'Pašvaldību sadala', en: 'The municipality is divided' },
  'unit-continues': { lv: 'Pašvaldība turpina pastāvēt', en: 'The municipality goes on' },
  'institution-stays': { lv: 'Iestāde un tās pašvaldība turpina darbu', en: 'The institution and its municipality go on' },
  'institution-goes-over': { lv: 'Iestāde turpina darbu citā pašvaldībā', en: 'The institution goes on in another municipality' },
  'institution-undecided': { lv: 'Iestāde turpina darbu; jāizlemj, kas to pārņem', en: 'The institution goes on; who takes it over must be decided' },
  'works-at-institution': { lv: 'Strādā iestādē, uz kuru reforma attiecas', en: 'Works at an institution that the reform concerns' },
  'works-elsewhere': { lv: 'Strādā citur, bet te ir tiesības vai pieprasījums', en: 'Works elsewhere, but has a right or a request here' },
  'approved-beforehand': { lv: 'Apstiprināts iepriekš', en: 'Approved beforehand' },
  'held-already': { lv: 'Šīs tiesības te jau ir', en: 'The right is held here already' },
  undecided: { lv: 'Pieprasījums vēl nav izlemts', en: 'The request is not decided yet' },
};
export const DOCUMENT_NOT_CHECKED: Text = { lv: 'Šim pielikumam programma nav pārbaudījusi nevienu parakstu. Atveriet pielikumu, izlasiet to un, ja tiesības piešķirat, atzīmējiet, ka to esat izdarījis.', en: 'The program has checked no signature of this attachment. Open it, read it, and if you give the right, tick that you have.' };
