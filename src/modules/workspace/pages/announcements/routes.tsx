import { button, formPage, showPage } from '#web/page-route.js';
import { announceToAll, openAnnouncementForm, readAnnouncements, withdrawFromAll } from '../../actions/announce.js';
import { AnnouncementFormPage } from './form-page.js';
import { AnnouncementsPage } from './list-page.js';

export const announcementRoutes = [
  showPage({ path: '/announcements', action: readAnnouncements, render: (found, view) => <AnnouncementsPage view={view} found={found} /> }),
  formPage({
    path: '/announcements/new',
    load: openAnnouncementForm,
    loadInput: () => ({}),
    render: ({ modules }, view, attempt) => <AnnouncementFormPage view={view} attempt={attempt} modules={modules} />,
    action: announceToAll,
    done: () => ({ to: '/announcements', notice: { lv: 'Jaunums ir publicēts.', en: 'The announcement is published.' } }),
  }),
  button({
    path: '/announcements/:id/withdraw',
    action: withdrawFromAll,
    done: () => ({ to: '/announcements', notice: { lv: 'Jaunums ir atsaukts.', en: 'The announcement is withdrawn.' } }),
  }),
];
