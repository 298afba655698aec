import { permission } from '#platform/actions/permission.js';

export const writeCourses = permission('training.write-courses', { lv: 'Rakstīt un publicēt mācību kursus', en: 'Write and publish training courses' });
export const requireTraining = permission('training.require', {
  lv: 'Noteikt, kurš kurss jāapgūst, pirms stājas spēkā tiesības',
  en: 'Decide which course must be taken before a right counts',
});
export const seeRegister = permission('training.see-register', { lv: 'Redzēt, kurš kādas mācības ir izgājis', en: 'See who took which training' });
export const delegateParticipants = permission('training.delegate', { lv: 'Deleģēt lietotājus attālinātām mācībām', en: 'Send users to remote courses' });
export const organiseCourses = permission('training.organise', { lv: 'Rīkot attālinātas mācības', en: 'Organise remote courses' });

export const TRAINING_PERMISSIONS = [writeCourses, requireTraining, seeRegister, delegateParticipants, organiseCourses] as const;
