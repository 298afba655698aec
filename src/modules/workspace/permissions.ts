import { permission } from '#platform/actions/permission.js';

export const publishAnnouncements = permission('workspace.publish-announcements', { lv: 'Publicēt jaunumus', en: 'Publish announcements' });
export const readAudit = permission('workspace.read-audit', { lv: 'Skatīt audita žurnālu', en: 'Read the audit log' });
