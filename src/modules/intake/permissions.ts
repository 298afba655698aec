import { permission } from '#platform/actions/permission.js';

export const checkPackages = permission('intake.check-packages', {
  lv: 'Pārbaudīt e-žurnāla OneRoster paketes',
  en: 'Check OneRoster packages of e-journals',
});
export const send = permission('intake.send', {
  lv: 'Sūtīt vērtējumus un kavējumus par skolām, kas e-žurnālu apstiprinājušas',
  en: 'Send marks and absences for schools that confirmed the e-journal',
});
export const keepJournals = permission('intake.keep-journals', {
  lv: 'Uzturēt e-žurnālu reģistru un to adreses',
  en: 'Keep the register of e-journals and their addresses',
});
export const confirmJournal = permission('intake.confirm-journal', {
  lv: 'Apstiprināt, kurš e-žurnāls sūta iestādes datus',
  en: 'Confirm which e-journal sends an institution’s data',
});
export const mapNames = permission('intake.map', {
  lv: 'Saskaņot e-žurnāla priekšmetu un klašu nosaukumus',
  en: 'Match an e-journal’s names of subjects and classes',
});
export const seeBatches = permission('intake.see-batches', {
  lv: 'Redzēt no e-žurnāliem saņemto un to, kas netika pieņemts',
  en: 'See what e-journals sent and what was not taken',
});
export const seeOwnJournal = permission('intake.see-own-journal', {
  lv: 'Redzēt, kā veicas savam e-žurnālam',
  en: 'See how one’s own e-journal fares',
});
export const takePackages = permission('intake.take-packages', {
  lv: 'Pieņemt OneRoster paketes par savu iestādi',
  en: 'Take in OneRoster packages of one’s own institution',
});
export const readRoster = permission('intake.read-roster', {
  lv: 'Saņemt iestādes klašu un skolēnu datus un vērtējumus OneRoster veidā',
  en: 'Get an institution’s classes, pupils and marks as OneRoster',
});
export const fetchResults = permission('intake.fetch-results', {
  lv: 'Pieslēgt e-žurnāla OneRoster serveri un ielasīt no tā vērtējumus',
  en: 'Connect an e-journal’s OneRoster server and fetch marks from it',
});

export const INTAKE_PERMISSIONS = [takePackages, readRoster, fetchResults, checkPackages, send, keepJournals, confirmJournal, mapNames, seeBatches, seeOwnJournal] as const;
