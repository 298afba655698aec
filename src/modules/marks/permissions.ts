import { permission } from '#platform/actions/permission.js';

export const seeMarks = permission('marks.see', {
  lv: 'Redzēt izglītojamo vērtējumus un kavējumus',
  en: 'See marks and absences of learners',
});
export const enterMarks = permission('marks.enter', {
  lv: 'Ievadīt vērtējumus un kavējumus',
  en: 'Enter marks and absences',
});
export const fillGrid = permission('marks.fill-grid', {
  lv: 'Aizpildīt savu klašu un priekšmetu ievades tabulas',
  en: 'Fill the entry grids of one’s own classes and subjects',
});
export const correctMarks = permission('marks.correct', {
  lv: 'Labot un atsaukt ievadītos vērtējumus un kavējumus',
  en: 'Correct and withdraw marks and absences that were entered',
});

export const seeCompleteness = permission('marks.see-completeness', {
  lv: 'Redzēt, cik pilnīgi skolas ievadījušas vērtējumus un kavējumus',
  en: 'See how completely schools have entered marks and absences',
});
export const keepParameters = permission('marks.keep-parameters', {
  lv: 'Mainīt atgādinājumu dienas un kavējumu pārskatu robežas',
  en: 'Change the days of reminders and the limits of absence reports',
});
export const readAdmissions = permission('marks.read-admissions', {
  lv: 'Saņemt uzņemšanai vērtējumus, kuru īpašnieki tam piekrituši',
  en: 'Receive for admission the marks of those who agreed to it',
});

export const MARKS_PERMISSIONS = [seeMarks, enterMarks, fillGrid, correctMarks, seeCompleteness, keepParameters, readAdmissions] as const;
