import { permission } from '#platform/actions/permission.js';

export const keepClassifiers = permission('education.keep-classifiers', {
  lv: 'Uzturēt mācību gadus, termiņus, priekšmetus, skalas un citus izglītības klasifikatorus',
  en: 'Keep school years, deadlines, subjects, scales and other classifiers of education',
});
export const license = permission('education.license', {
  lv: 'Reģistrēt izglītības programmu licences',
  en: 'Register licences of education programmes',
});
export const seePupils = permission('education.see-pupils', {
  lv: 'Redzēt klases, izglītojamos un pedagogus',
  en: 'See classes, pupils and teachers',
});
export const keepPupils = permission('education.keep-pupils', {
  lv: 'Reģistrēt izglītojamos, viņu klases, atskaitīšanu un pārcelšanos',
  en: 'Register pupils, their classes, leaving and change of school',
});
export const keepClasses = permission('education.keep-classes', {
  lv: 'Veidot klases un grupas un to mācību plānu',
  en: 'Make classes and groups and what they learn',
});
export const keepTeachers = permission('education.keep-teachers', {
  lv: 'Reģistrēt pedagogus un viņu amatus',
  en: 'Register teachers and their positions',
});
export const orderRollover = permission('education.order', {
  lv: 'Apstiprināt izglītojamo pārcelšanu nākamajā klasē',
  en: 'Order the promotion of pupils to the next grade',
});

export const checkStatus = permission('education.check-status', {
  lv: 'Pārbaudīt, vai persona ir izglītojamais',
  en: 'Check whether a person is a learner',
});
export const seeStatistics = permission('education.see-statistics', {
  lv: 'Pieprasīt izglītojamo skaita pārskatus',
  en: 'Ask for reports on numbers of learners',
});

export const EDUCATION_PERMISSIONS = [keepClassifiers, license, seePupils, keepPupils, keepClasses, keepTeachers, orderRollover, checkStatus, seeStatistics] as const;
