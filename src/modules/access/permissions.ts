import { permission } from '#platform/actions/permission.js';

export const manageUsers = permission('access.manage-users', {
  lv: 'Veidot un apturēt savas iestādes vai pašvaldības lietotājus',
  en: 'Create and suspend users of one’s own institution or municipality',
});
export const seeRights = permission('access.see-rights', { lv: 'Redzēt, kam te ir tiesības', en: 'See who has rights here' });
export const grantRights = permission('access.grant-rights', {
  lv: 'Piešķirt un izbeigt tiesības, izlemt tiesību pieprasījumus',
  en: 'Give and end rights, decide requests for rights',
});
export const confirmRights = permission('access.confirm-rights', { lv: 'Ik gadu apstiprināt, kuri patur tiesības', en: 'Confirm each year who keeps rights' });
export const prepareReform = permission('access.prepare-reform', {
  lv: 'Redzēt, kurš pirms reformas vēl nav pieprasījis tiesības',
  en: 'See who has not yet asked for rights before a reform',
});
export const editRoles = permission('access.edit-roles', { lv: 'Labot lomas un to atļaujas', en: 'Edit roles and their permissions' });
export const editParameters = permission('access.edit-parameters', { lv: 'Mainīt sesiju un pierakstīšanās ierobežojumus', en: 'Change the limits of sessions and sign-in' });

export const ACCESS_PERMISSIONS = [manageUsers, seeRights, grantRights, confirmRights, prepareReform, editRoles, editParameters] as const;
