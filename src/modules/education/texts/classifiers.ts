import type { Text } from '#kernel/text.js';

/** What is done to classifiers and the calendar, in words for the audit log. */
export const ACTION_TITLES = {
  showYears: { lv: 'Apskatīti mācību gadi un termiņi', en: 'School years and deadlines looked at' },
  openForm: { lv: 'Atvērta izglītības klasifikatora veidlapa', en: 'Form of an education classifier opened' },
  addYear: { lv: 'Pievienots mācību gads', en: 'School year added' },
  correctYear: { lv: 'Labotas mācību gada dienas', en: 'Days of a school year corrected' },
  correctEnd: { lv: 'Labotas mācību gada beigas', en: 'End of a school year corrected' },
  putBreak: { lv: 'Labots skolēnu brīvlaiks', en: 'School holiday corrected' },
  changeDeadline: { lv: 'Mainīts termiņš', en: 'Deadline changed' },
  showSubjects: { lv: 'Apskatīti mācību priekšmeti', en: 'Subjects looked at' },
  proposeImport: { lv: 'Ielādētas priekšmetu datnes salīdzināšanai', en: 'Files of subjects read in to be compared' },
  applyImport: { lv: 'Priekšmetu klasifikators papildināts no datnēm', en: 'Subjects taken over from files' },
  showScales: { lv: 'Apskatītas vērtēšanas skalas', en: 'Scales looked at' },
  changeRule: { lv: 'Mainīta vērtēšanas skalas kārtula', en: 'Rule of a scale changed' },
  withdrawRule: { lv: 'Atsaukta vērtēšanas skalas kārtula', en: 'Rule of a scale taken back' },
  showClassifiers: { lv: 'Apskatīti izglītības klasifikatori', en: 'Classifiers of education looked at' },
  showLicences: { lv: 'Apskatītas iestādes licences', en: 'Licences of an institution looked at' },
  addLicence: { lv: 'Reģistrēta izglītības programmas licence', en: 'Licence of a programme registered' },
  correctLicence: { lv: 'Labota izglītības programmas licence', en: 'Licence of a programme corrected' },
  withdrawLicence: { lv: 'Atsaukts licences ieraksts', en: 'Entry of a licence taken back' },
} as const satisfies Record<string, Text>;

export const NO_SUCH_YEAR: Text = { lv: 'Šāds mācību gads nav ierakstīts.', en: 'No such school year is recorded.' };
export const YEAR_THERE: Text = { lv: 'Šis mācību gads jau ir ierakstīts.', en: 'This school year is recorded already.' };
export const NOT_IN_ITS_YEAR: Text = { lv: 'Mācību gads sākas tajā kalendāra gadā, kura vārdā tas nosaukts.', en: 'A school year starts in the calendar year that names it.' };
export const AFTER_THE_FIRST: Text = { lv: 'Dienai jābūt pēc iepriekšējās.', en: 'The day must be after the one before.' };
export const OUTSIDE_THE_YEAR: Text = { lv: 'Dienai jābūt mācību gadā: pēc 2. semestra sākuma un pirms nākamā gada septembra.', en: 'The day must lie in the school year: after semester 2 starts and before September of the next year.' };
export const BREAK_OUTSIDE: Text = { lv: 'Brīvlaikam jābūt mācību gadā.', en: 'A school holiday lies within the school year.' };
export const BREAKS_OVERLAP: Text = { lv: 'Šajās dienās jau ir cits brīvlaiks.', en: 'There is another school holiday on these days.' };
export const NO_SUCH_DEADLINE: Text = { lv: 'Šādas lietas nav.', en: 'There is no such matter.' };
export const CHOOSE_GRADES: Text = { lv: 'Izvēlieties vismaz vienu klasi.', en: 'Choose at least one grade.' };
export const GIVE_A_DAY: Text = { lv: 'Šim skaitīšanas veidam norādiet dienu.', en: 'Give the day for this way of counting.' };
export const GIVE_DAYS: Text = { lv: 'Šim skaitīšanas veidam norādiet darbdienu skaitu.', en: 'Give the number of working days for this way of counting.' };
export const DAY_FAR_FROM_YEAR: Text = { lv: 'Šī diena nav no šī mācību gada. Norādiet dienu no {from} līdz {until}', en: 'This day is not of this school year. Give a day from {from} to {until}' };
export const OPENS_AFTER_DUE: Text = { lv: 'Ievade nevar sākties pēc termiņa, kas ir {day} Norādiet agrāku dienu vai vēlāku termiņu.', en: 'The entry cannot open after it is due, on {day} Give an earlier day, or a later deadline.' };
export const CORRECTED_BEFORE_DUE: Text = { lv: 'Labot nevar beigt pirms termiņa, kas ir {day} Norādiet vēlāku dienu vai agrāku termiņu.', en: 'Corrections cannot end before it is due, on {day} Give a later day, or an earlier deadline.' };
export const NO_SUCH_SUBJECT: Text = { lv: 'Šāda mācību priekšmeta nav.', en: 'There is no such subject.' };
export const NO_SUCH_IMPORT: Text = { lv: 'Šādu ielādētu datņu nav.', en: 'There are no such files.' };
export const GIVE_A_FILE: Text = { lv: 'Pievienojiet vismaz vienu datni.', en: 'Attach at least one file.' };
export const ALREADY_APPLIED: Text = { lv: 'Šīs datnes jau ir pārņemtas.', en: 'These files have been taken over already.' };
export const NOTHING_TO_DO: Text = { lv: 'Datnēs nav nekā, kas mainītu klasifikatoru.', en: 'The files hold nothing that would change the classifier.' };
export const CHANGED_SINCE: Text = {
  lv: 'Kopš salīdzināšanas klasifikators vai datnes lasījums ir mainījies. Apskatiet atšķirības vēlreiz.',
  en: 'The classifier has changed since it was compared. Look at the differences again.',
};
export const NO_SUCH_RULE: Text = { lv: 'Šādas kārtulas nav, vai tā jau ir aizstāta.', en: 'There is no such rule, or it has been replaced.' };
export const REVERSED: Text = { lv: 'Beigām jābūt ne agrāk par sākumu.', en: 'The end cannot be before the beginning.' };
export const NO_SUCH_PROGRAMME: Text = { lv: 'Šāda programmas koda klasifikatorā nav.', en: 'The classifier has no such programme code.' };
export const NO_SUCH_INSTITUTION: Text = { lv: 'Nav iestādes ar šādu reģistrācijas numuru.', en: 'There is no institution with this registration number.' };
export const NO_SUCH_LICENCE: Text = { lv: 'Šādas licences nav, vai ieraksts ir aizstāts.', en: 'There is no such licence, or its entry has been replaced.' };
export const NOT_YOURS: Text = { lv: 'Jūsu tiesības uz šo iestādi neattiecas.', en: 'Your right does not reach this institution.' };
export const BEFORE_FOUNDING: Text = { lv: 'Licence nevar sākties pirms iestādes dibināšanas.', en: 'A licence cannot begin before the institution was founded.' };
export const AFTER_CLOSING: Text = { lv: 'Licence nevar turpināties pēc iestādes slēgšanas.', en: 'A licence cannot go on after the institution closed.' };
export const PUPILS_OUTSIDE: Text = {
  lv: 'Uz šīs licences pamata uzņemti izglītojamie, kuru uzņemšanas diena vairs nebūtu licences laikā: {n}. Vispirms labojiet viņu piederību.',
  en: 'Learners were enrolled on this licence whose first day it would no longer cover: {n}. First correct their memberships.',
};
