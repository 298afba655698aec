import { button, formPage, showPage } from '#web/page-route.js';
import { announceToAll, correctAnnouncement, openAnnouncement, openAnnouncementForm, readAnnouncements, withdrawFromAll } from '../../actions/announce.js';
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
  formPage({
    path: '/announcements/:id/correct',
    load: openAnnouncement,
    loadInput: ({ id }) => ({ id }),
    render: ({ modules, recorded }, view, attempt) => <AnnouncementFormPage view={view} attempt={attempt} modules={modules} recorded={recorded} />,
    action: correctAnnouncement,
    done: () => ({ to: '/announcements', notice: { lv: 'Jaunums ir labots.', en: 'The announcement is corrected.' } }),
  }),
  button({
    path: '/announcements/:id/withdraw',
    action: withdrawFromAll,
    done: () => ({ to: '/announcements', notice: { lv: 'Jaunums ir atsaukts.', en: 'The announcement is withdrawn.' } }),
  }),
];
