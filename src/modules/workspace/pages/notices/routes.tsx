import { button, showPage } from '#web/page-route.js';
import { markNoticesRead, readNotices } from '../../actions/read-notices.js';
import { NoticesPage } from './page.js';

export const noticeRoutes = [
  showPage({ path: '/my/notices', action: readNotices, render: (notices, view) => <NoticesPage view={view} notices={notices} /> }),
  button({ path: '/my/notices/read', action: markNoticesRead, done: () => ({ to: '/my/notices' }) }),
];
