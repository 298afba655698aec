import type { Text } from '#kernel/text.js';

/** What people are told when something about marks, outcomes or absences cannot be done. */
export const NO_SUCH_CLASS: Text = { lv: 'Šādas klases nav starp tām, ko jūs varat redzēt.', en: 'There is no such class among those you may see.' };
export const NO_SUCH_RECORD: Text = { lv: 'Šāda ieraksta nav starp tiem, ko jūs varat redzēt.', en: 'There is no such record among those you may see.' };
export const NO_SUCH_PUPIL: Text = { lv: 'Šāda izglītojamā nav starp tiem, ko jūs varat redzēt.', en: 'There is no such learner among those you may see.' };
export const NO_SUCH_SUBJECT: Text = { lv: 'Šāda mācību priekšmeta vai sasniedzamā rezultāta klasifikatorā nav.', en: 'The classifier has no such subject or learning outcome.' };
export const OF_OTHER_SCHOOL: Text = {
  lv: 'Šo ierakstu veica iepriekšējā skola. Jūs to redzat, bet labo to tikai tā skola.',
  en: 'This record was made by the earlier school. You see it, but only that school corrects it.',
};
export const ALREADY_THERE: Text = {
  lv: 'Šim ierakstam jau ir cita vērtība: {value}. Ja tā ir nepareiza, labojiet to, norādot iemeslu.',
  en: 'This record already has another value: {value}. If it is wrong, correct it and give the reason.',
};
export const OTHERWISE_THERE: Text = {
  lv: 'Ieraksts {value} jau ir, bet ar citu dienu, valodu vai citām ziņām. Ja tās ir nepareizas, labojiet ierakstu, norādot iemeslu.',
  en: 'The record {value} is already there, but with another day, language or other details. If they are wrong, correct the record and give the reason.',
};
export const NOTHING_THERE: Text = { lv: 'Šāda ieraksta nav vai tas jau ir atsaukts.', en: 'There is no such record, or it has already been taken back.' };
export const NOTHING_CHANGED: Text = { lv: 'Ierakstā jau ir tieši šī vērtība.', en: 'The record already has just this value.' };
export const CHANGED_SINCE: Text = {
  lv: 'Kamēr laboja, kāds cits ierakstīja “{value}”. Apskatiet ierakstu un izlemiet, kura vērtība ir pareiza.',
  en: 'While you were at it, somebody else entered “{value}”. Look at the record and decide which value is right.',
};
export const ORDER_NEEDED: Text = { lv: 'Šī perioda ievade ir slēgta: norādiet rīkojuma numuru.', en: 'Entry for this period is closed: give the number of the order.' };
export const WHOLE_NUMBER: Text = { lv: 'Ierakstiet veselu skaitli no 0.', en: 'Write a whole number from 0.' };
export const NIL_CONTRADICTED: Text = {
  lv: 'Šajā periodā iestādei jau ir ievadīti neattaisnoti kavējumi ({pupils}), tāpēc nevar ziņot, ka to nav.',
  en: 'The institution has unjustified absences in this period already ({pupils}), so it cannot report that there are none.',
};
export const NIL_TOO_EARLY: Text = { lv: 'Šis periods vēl nav sācies vai tā pēdējais mēnesis nav sācies.', en: 'This period, or its last month, has not begun yet.' };
export const NIL_NOT_OVER: Text = { lv: 'Periods beidzas tikai {day}; kavējumi vēl var rasties. Ziņojiet pēc tam, vai apstipriniet, ka nekas vairs nenāks.', en: 'The period ends only on {day}; there may still be absences. Report it afterwards, or confirm that nothing more will come.' };
export const NOT_IN_REGISTER: Text = { lv: 'Jūsu konts nav saistīts ar cilvēku personu reģistrā, vai arī to vēl neesat apstiprinājis sadaļā “Mani pierakstīšanās līdzekļi”, tāpēc jūsu un jūsu bērnu datus nevar atrast.', en: 'Your account is not linked to a person in the register, or you have not confirmed it yet under “My means of sign-in”, so neither your data nor your children’s can be found.' };
export const NOT_YOUR_CHILD: Text = { lv: 'Šo bērnu jūs šodien nepārstāvat.', en: 'You do not act for this child today.' };
