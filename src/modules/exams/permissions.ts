import { permission } from '#platform/actions/permission.js';

export const keepExams = permission('exams.keep-exams', {
  lv: 'Uzturēt mācību gada pārbaudījumus: daļas, svarus, sliekšņus, sesijas un norises',
  en: 'Keep the exams of a school year: parts, weights, thresholds, sessions and events',
});
export const seeSittings = permission('exams.see-sittings', {
  lv: 'Redzēt, kurš kādu pārbaudījumu kārto',
  en: 'See who takes which exam',
});
export const seeCodes = permission('exams.see-codes', {
  lv: 'Redzēt pārbaudījumu kārtotāju personas kodus',
  en: 'See the personal codes of those who take exams',
});
export const registerEntries = permission('exams.register', {
  lv: 'Reģistrēt kārtotājus, viņu pieteikumus, atbrīvojumus un atbalstu',
  en: 'Register candidates, their applications, exemptions and support',
});
export const leadExams = permission('exams.lead', {
  lv: 'Vadīt pārbaudījumu iestādē: telpas, dalība, dalības protokols',
  en: 'Lead an exam at an institution: rooms, participation and its protocol',
});
export const approveProtocols = permission('exams.approve-protocol', {
  lv: 'Apstiprināt dalības protokolus',
  en: 'Approve participation protocols',
});
export const annul = permission('exams.annul', {
  lv: 'Anulēt kārtotāja pārbaudījumu',
  en: 'Annul a candidate’s exam',
});

export const seeResults = permission('exams.see-results', {
  lv: 'Redzēt iestādes kārtotāju rezultātus pēc to paziņošanas',
  en: 'See the results of an institution’s candidates after they are published',
});
export const seeStatistics = permission('exams.see-statistics', {
  lv: 'Pieprasīt pārbaudījumu rezultātu pārskatus skaitļos, bez vārdiem',
  en: 'Ask for reports on exam results in numbers, without names',
});
export const keepResults = permission('exams.keep-results', {
  lv: 'Uzturēt pārbaudījumu darbus un rezultātus, redzēt tos arī pirms paziņošanas',
  en: 'Keep works and results of exams, and see them before they are published',
});
export const publishResults = permission('exams.publish', {
  lv: 'Noteikt un apstiprināt, kad paziņo rezultātus',
  en: 'Set and confirm when results are published',
});

export const assess = permission('exams.assess', {
  lv: 'Vērtēt pārbaudījumu darbus, kuru vērtētājs ir iecelts',
  en: 'Assess works of the exams for which one is appointed',
});
export const registerAppeals = permission('exams.register-appeals', {
  lv: 'Reģistrēt uz papīra iesniegtas apelācijas un redzēt, kā tās izlemtas',
  en: 'Register appeals handed in on paper, and see how they are decided',
});
export const decideAppeals = permission('exams.decide-appeals', {
  lv: 'Izskatīt un izlemt apelācijas',
  en: 'Hear and decide appeals',
});

export const EXAMS_PERMISSIONS = [
  keepExams, seeSittings, seeCodes, registerEntries, leadExams, approveProtocols, annul, seeResults, seeStatistics, keepResults, publishResults, assess, registerAppeals, decideAppeals,
] as const;
