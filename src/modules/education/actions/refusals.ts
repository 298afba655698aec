import type { Text } from '#kernel/text.js';

/** What people are told when something about pupils, classes or teachers cannot be done. */
export const NO_SUCH_SCHOOL: Text = { lv: 'Šādas iestādes nav starp tām, par kurām jūs atbildat.', en: 'There is no such institution among those you are responsible for.' };
export const NO_SUCH_CLASS: Text = { lv: 'Šādas klases nav starp tām, ko jūs varat redzēt.', en: 'There is no such class among those you may see.' };
export const NO_SUCH_PUPIL: Text = { lv: 'Šāda izglītojamā jūsu iestādēs nav un nav bijis.', en: 'There is and was no such learner in your institutions.' };
export const NO_SUCH_MEMBERSHIP: Text = { lv: 'Šādas piederības jūsu iestādēs nav.', en: 'There is no such membership in your institutions.' };
export const NO_SUCH_PLACEMENT: Text = { lv: 'Šāda klases ieraksta jūsu iestādēs nav, vai tas jau ir atsaukts.', en: 'There is no such placement in your institutions, or it has been taken back already.' };
export const NO_SUCH_CANDIDATE: Text = { lv: 'Šāda pretendenta jūsu iestādēs nav.', en: 'There is no such candidate in your institutions.' };
export const NO_SUCH_TRANSFER: Text = { lv: 'Šādas pārcelšanās jūsu iestādēs nav.', en: 'There is no such transfer in your institutions.' };
export const NO_SUCH_POSITION: Text = { lv: 'Šāda amata jūsu iestādēs nav.', en: 'There is no such position in your institutions.' };
export const NO_SUCH_EXEMPTION: Text = {
  lv: 'Šāda atbrīvojuma jūsu iestādēs nav. To labo iestāde, kurā izglītojamais tagad ir; beigušos – tā, kurā viņš toreiz bija.',
  en: 'There is no such exemption in your institutions. It is corrected by the institution in which the learner is now; one that has ended, by the one in which they were then.',
};
export const ENDS_BEFORE_IT_BEGINS: Text = { lv: 'Pēdējā diena ir pirms pirmās.', en: 'The last day is before the first.' };
export const OUTLASTS_MEMBERSHIP: Text = { lv: 'Piederība ir beigusies: norādiet pēdējo dienu tās laikā. Par turpmāko lemj iestāde, kurā izglītojamais ir tagad.', en: 'The membership has ended: give a last day within it. What follows is decided by the institution in which the learner is now.' };
export const SUBJECT_NOT_TAUGHT: Text = { lv: 'Šāda priekšmeta klasifikatorā šajā dienā nav. Izvēlieties citu.', en: 'The classifier has no such subject on that day. Choose another.' };
export const NO_YEAR: Text = { lv: 'Šāda mācību gada nav. Mācību gadus uztur izglītības reģistra pārzinis.', en: 'There is no such school year. School years are kept by the administrator of the education register.' };
export const NOT_IN_YEAR: Text = { lv: 'Diena nav šajā mācību gadā.', en: 'The day is not in this school year.' };
export const OUTSIDE_SCHOOL: Text = { lv: 'Šajā dienā iestāde nedarbojas.', en: 'The institution is not open on that day.' };
export const PERSON_UNKNOWN: Text = {
  lv: 'Kods un uzvārds nav vienas personas, vai persona reģistrā nav dzīva. Pārbaudiet abus; ja tie ir pareizi, persona vispirms jāreģistrē iedzīvotāju reģistrā. Šeit cilvēkus neveido.',
  en: 'Code and family name do not belong together, or the person is not alive in the register. Check both; if they are right, the person must first be entered into the population register. People are never created here.',
};
export const CODE_MISTYPED: Text = {
  lv: 'Kods, šķiet, ir pārrakstīts kļūdaini: pēdējais cipars neatbilst pārējiem, un ar šo kodu un uzvārdu nevienas dzīvas personas nav. Salīdziniet kodu ar dokumentu.',
  en: 'The code seems to be mistyped: its last digit does not fit the others, and nobody alive has this code and family name. Compare the code with the document.',
};
export const NAMED_UNKNOWN: Text = {
  lv: 'Bez Latvijas personas koda ar šo vārdu, uzvārdu un dzimšanas dienu reģistrā nav tieši vienas dzīvas personas. Pārbaudiet tos; ja bērnam ir personas kods, ievadiet to augstāk. Šeit cilvēkus neveido.',
  en: 'Without a Latvian personal code there is not exactly one living person of this name and day of birth in the register. Check them; if the child has a personal code, enter it above. People are never created here.',
};
export const NOT_LICENSED: Text = { lv: 'Iestādei šajā dienā nav šīs programmas licences; uzņemt var no licences pirmās dienas.', en: 'The institution has no licence for this programme on that day; learners may be enrolled from the licence’s first day.' };
export const CLASS_OF_OTHER: Text = { lv: 'Klase nav šajā iestādē vai šajā mācību gadā.', en: 'The class is not in this institution or school year.' };
export const GRADE_NOT_IN_PROGRAMME: Text = { lv: 'Programmā šādas klašu grupas nav.', en: 'The programme has no such grade.' };
export const DAY_OUTSIDE_MEMBERSHIP: Text = { lv: 'Diena nav šīs piederības laikā.', en: 'The day is not within this membership.' };
export const SAME_CLASS: Text = { lv: 'Šajā dienā izglītojamais jau ir šajā klasē.', en: 'The pupil is already in this class on that day.' };
export const REASON_IS_GROUP: Text = { lv: 'Izvēlieties precīzāku iemeslu.', en: 'Choose a more precise reason.' };
export const COMMENT_NEEDED: Text = { lv: 'Šim iemeslam vajag komentāru: kas tieši noticis.', en: 'This reason needs a comment: what exactly has happened.' };
export const ALREADY_ENDED: Text = { lv: 'Piederība jau ir izbeigta. Ja tas ir nepareizi, atceliet izbeigšanu.', en: 'The membership has already ended. If that is wrong, take the ending back.' };
export const NOT_ENDED: Text = { lv: 'Piederība nav izbeigta.', en: 'The membership has not ended.' };
export const ENDS_BEFORE_START: Text = { lv: 'Pēdējā diena ir pirms piederības sākuma.', en: 'The last day is before the membership begins.' };
export const HAS_MAIN_ELSEWHERE: Text = {
  lv: 'Šajā dienā bērnam jau ir pamata piederība citā iestādē: {school}. Lūdziet pārcelšanos, lai abas iestādes vienotos par dienu.',
  en: 'On that day the child already has a main membership in another institution: {school}. Ask for a transfer, so that both institutions agree on the day.',
};
export const IS_MEMBER_HERE: Text = { lv: 'Šajā dienā izglītojamais jau ir šajā iestādē.', en: 'The learner is already in this institution on that day.' };
export const NO_MAIN_ELSEWHERE: Text = { lv: 'Šajā dienā bērns nav nevienas citas iestādes pamata izglītojamais, tāpēc nav ko pārcelt. Uzņemiet viņu.', en: 'On that day the child has no main membership elsewhere, so there is nothing to transfer. Enrol them.' };
export const TRANSFER_NOT_OPEN: Text = { lv: 'Šī pārcelšanās vairs negaida atbildi.', en: 'This transfer no longer waits for an answer.' };
export const NOT_YOUR_ANSWER: Text = { lv: 'Uz lūgumu atbild iestāde, no kuras pārceļas; lūgumu atsauc iestāde, kas lūdza.', en: 'The request is answered by the institution that the pupil leaves, and withdrawn by the one that asked.' };
export const DAY_IN_PAST: Text = { lv: 'Diena ir pārāk sen: pārcelšanos var norādīt ne agrāk kā pirms 30 dienām.', en: 'The day is too long ago: a transfer can be dated back 30 days at most.' };
export const YEAR_ONLY_NEXT: Text = { lv: 'Pretendentus reģistrē nākamajam mācību gadam.', en: 'Candidates are registered for the next school year.' };
export const NOT_YET: Text = { lv: 'Uzņemt pretendentu var ar mācību gada pirmo dienu, kas vairs nav tālāk par 60 dienām.', en: 'A candidate can be enrolled from the first day of the school year, at most 60 days ahead.' };
export const ROLLOVER_APPLIED: Text = { lv: 'Šī mācību gada pārcelšana jau ir pabeigta.', en: 'The promotion of this school year has already been done.' };
export const ROLLOVER_OUTDATED: Text = {
  lv: 'Izglītojamie, kuri kopš priekšlikuma atnākuši vai mainījuši klasi: {n}. Sagatavojiet priekšlikumu no jauna; skolas lēmumi tajā paliks.',
  en: 'Learners who came or changed class since the proposal: {n}. Prepare it anew; what the school decided stays in it.',
};
export const NO_ROLLOVER: Text = { lv: 'Vispirms sagatavojiet priekšlikumu.', en: 'Prepare the proposal first.' };
export const NO_NEXT_YEAR: Text = { lv: 'Nākamais mācību gads vēl nav reģistrā; to pievieno izglītības reģistra pārzinis.', en: 'The next school year is not in the register yet; the administrator of the education register adds it.' };
export const NO_PLAN_TO_TAKE: Text = {
  lv: 'Nav plāna, ko pārņemt: klasei tas jau ir, vai pagājušajā gadā iestādē nebija tās pašas klašu grupas un programmas klases ar mācību plānu. Pievienojiet priekšmetus pa vienam.',
  en: 'There is no plan to take over: the class has one already, or last year the institution had no class of its grade and programme with a plan. Add the subjects one by one.',
};
export const ROLLOVER_TOO_EARLY: Text = { lv: 'Pārcelšanu var pabeigt no 1. jūnija; priekšlikumu var gatavot jau tagad.', en: 'The promotion can be done from 1 June; the proposal can be prepared now.' };
export const TITLE_MISSING: Text = { lv: 'Norādiet nākamā gada klasi. Iespējamās: {titles}.', en: 'Name the class of the next year. Possible are: {titles}.' };
export const NOT_A_NEXT_CLASS: Text = {
  lv: 'Uz šādu klasi šis lēmums neved. Iespējamās: {titles}. Ja vajag citu, vispirms izveidojiet to nākamajam mācību gadam.',
  en: 'This decision does not lead to that class. Possible are: {titles}. If another is needed, make it for the next school year first.',
};
export const NO_NEXT_CLASS: Text = { lv: 'Nākamajā gadā {grade}. klašu grupā vēl nav nevienas klases. Vispirms izveidojiet to nākamajam mācību gadam.', en: 'Next year has no class of grade {grade} yet. Make it for the next school year first.' };
export const LAST_GRADE: Text = { lv: 'Programmas pēdējā klašu grupa ir {grade}.; pēc tās pabeidz vai mācās atkārtoti.', en: 'The last grade of the programme is {grade}; after it one finishes or repeats.' };
export const CHANGED_SINCE_SEEN: Text = { lv: 'Kopš skatījāties, kāds lēmums ir mainīts. Apskatiet izmaiņas vēlreiz.', en: 'Some decision has changed since you looked. Look at the changes again.' };
