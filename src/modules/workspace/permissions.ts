import { permission } from '#platform/actions/permission.js';

export const publishAnnouncements = permission('workspace.publish-announcements', { lv: 'Publicēt jaunumus', en: 'Publish announcements' });
export const keepCalendar = permission('workspace.keep-calendar', {
  lv: 'Ierakstīt Ministru kabineta rīkojumus par darba dienu pārcelšanu',
  en: 'Record the Cabinet’s orders that move working days',
});
export const readAudit = permission('workspace.read-audit', { lv: 'Skatīt audita žurnālu', en: 'Read the audit log' });
