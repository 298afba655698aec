import { permission } from '#platform/actions/permission.js';

export const checkPackages = permission('intake.check-packages', {
  lv: 'Pārbaudīt e-žurnāla OneRoster paketes',
  en: 'Check OneRoster packages of e-journals',
});

export const INTAKE_PERMISSIONS = [checkPackages] as const;
