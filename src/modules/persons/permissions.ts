import { permission } from '#platform/actions/permission.js';

export const findPersonsPermission = permission('persons.find', {
  lv: 'Meklēt personas un skatīt to datus',
  en: 'Search for persons and see their data',
});
/** Without it a protected person is not in any list, not even as a number. */
export const findProtectedPermission = permission('persons.find-protected', {
  lv: 'Atrast aizsargājamas personas (dati sarakstos aizklāti)',
  en: 'Find protected persons (masked in lists)',
});
export const readProtectedPermission = permission('persons.read-protected', {
  lv: 'Skatīt aizsargājamu personu datus',
  en: 'See the data of protected persons',
});
export const recordPersonsPermission = permission('persons.record', {
  lv: 'Ierakstīt personu datus un to izmaiņas',
  en: 'Record persons and changes of their data',
});
export const protectPersonsPermission = permission('persons.protect', {
  lv: 'Noteikt un atcelt personas datu aizsardzību',
  en: 'Begin and end the protection of a person’s data',
});

export const PERSONS_PERMISSIONS = [
  findPersonsPermission,
  findProtectedPermission,
  readProtectedPermission,
  recordPersonsPermission,
  protectPersonsPermission,
] as const;
