import { permission } from '#platform/actions/permission.js';

export const leadProgramme = permission('authentication.lead-programme', {
  lv: 'Vadīt pāreju uz drošu pierakstīšanos: kārtība, izņēmumi, paroļu izslēgšana',
  en: 'Lead the change to safe sign-in: policy, exceptions, the end of passwords',
});
export const seeProgramme = permission('authentication.see-programme', { lv: 'Redzēt, cik gatavi ir lietotāji', en: 'See how ready users are' });
export const keepBreakGlass = permission('authentication.keep-break-glass', { lv: 'Pārvaldīt avārijas kontus', en: 'Keep the sealed accounts' });

export const AUTHENTICATION_PERMISSIONS = [leadProgramme, seeProgramme, keepBreakGlass] as const;
