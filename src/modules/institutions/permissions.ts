import { permission } from '#platform/actions/permission.js';

export const registerInstitutionsPermission = permission('institutions.register', {
  lv: 'Reģistrēt izglītības iestādes un to izmaiņas',
  en: 'Register education institutions and changes to them',
});

export const INSTITUTIONS_PERMISSIONS = [registerInstitutionsPermission] as const;
