import type { Text } from '#kernel/text.js';
import type { ConstraintTexts } from '#platform/db/constraint-errors.js';

export const NO_SUCH_INSTITUTION: Text = { lv: 'Šādas iestādes nav, vai tās dibinātājs nav jūsu pašvaldība.', en: 'There is no such institution, or your municipality is not its founder.' };
export const NO_SUCH_STATEMENT: Text = { lv: 'Šāda norēķina pārskata nav, vai jūsu pašvaldība nav tā puse.', en: 'There is no such statement, or your municipality is no side of it.' };
export const NOT_THE_RECIPIENT: Text = { lv: 'Apstrīdēt un saskaņot var tikai pašvaldība, kurai jāmaksā.', en: 'Only the municipality that is to pay can dispute and agree.' };
export const NOT_THE_PROVIDER: Text = { lv: 'Uz iebildumu atbild pašvaldība, kuras iestādēs bērni mācās.', en: 'The municipality in whose institutions the children learn answers a dispute.' };
export const NOT_OPEN: Text = { lv: 'Pārskats ir saskaņots vai apstrīdēts; šobrīd to nevar ne saskaņot, ne apstrīdēt.', en: 'The statement is agreed or disputed; now it can be neither agreed nor disputed.' };
export const NOT_DISPUTED: Text = { lv: 'Pārskatam nav neatbildēta iebilduma.', en: 'The statement has no dispute without an answer.' };
export const WITH_BOARDING: Text = { lv: 'Par speciālajām iestādēm ar internātu pašvaldības savstarpēji nenorēķinās (MK noteikumi Nr. 418).', en: 'Municipalities do not settle for special institutions with boarding (Cabinet regulation 418).' };
export const NO_SUCH_ITEM: Text = { lv: 'Tāmes melnrakstā šādas rindas nav. Atveriet tāmi vēlreiz.', en: 'The draft of the cost sheet has no such item. Open it again.' };
export const NO_DRAFT: Text = { lv: 'Šī tāmes redakcija vairs nav apstiprināma: tā ir tukša vai kāds to jau apstiprināja. Atveriet tāmi vēlreiz.', en: 'This version of the cost sheet can no longer be approved: it is empty, or somebody has approved it. Open it again.' };
export const NOTHING_COUNTS: Text = { lv: 'Tāmē nav nevienas iekļautas summas.', en: 'The cost sheet has no amount that counts.' };
export const SAY_WHY: Text = { lv: 'Ja summu neiekļauj, norādiet iemeslu.', en: 'If the amount does not count, say why.' };
export const NEGATIVE: Text = { lv: 'Izmaksas nevar būt mazākas par nulli.', en: 'Costs cannot be below zero.' };
export const NOT_A_COUNT: Text = { lv: 'Šajā dienā izglītojamos neskaita. Izvēlieties skaitīšanas dienu no saraksta.', en: 'Learners are not counted on this day. Choose a day of the count from the list.' };
export const NOT_YET: Text = { lv: 'Šī diena vēl nav pienākusi.', en: 'This day has not come yet.' };
export const NOTHING_TO_COUNT: Text = { lv: 'Šajā dienā iestādē neviens nemācījās vispārējā izglītībā.', en: 'On this day nobody learnt in general education in the institution.' };
export const NO_RATES: Text = {
  lv: 'Nevienai jūsu pašvaldības iestādei nav gan apstiprinātas tāmes, gan izglītojamo skaita. Vispirms sagatavojiet tāmi un saskaitiet izglītojamos.',
  en: 'No institution of your municipality has both an approved cost sheet and a count of learners. First prepare a cost sheet and count the learners.',
};
export const CODE_HAS_FOUR_DIGITS: Text = { lv: 'Ekonomiskās klasifikācijas kodam ir četri cipari, piemēram, 1100.', en: 'An economic code has four digits, as in 1100.' };
export const TOO_FAR_YEAR: Text = { lv: 'Norādiet gadu no 2010 līdz nākamajam gadam.', en: 'Give a year from 2010 to next year.' };

export const SETTLEMENTS_CONSTRAINTS: ConstraintTexts = {
  one_open_dispute_of_a_statement: NOT_OPEN,
  economic_code_has_four_digits: CODE_HAS_FOUR_DIGITS,
  what_is_left_out_says_why: SAY_WHY,
  cost_is_not_negative: NEGATIVE,
};
