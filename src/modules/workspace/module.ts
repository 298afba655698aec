import { ANYONE, SIGNED_IN } from '#platform/actions/permission.js';
import { defineModule } from '#web/module-definition.js';
import { countMissingOrders } from './actions/show-calendar.js';
import { workspaceSteps } from './first-steps.js';
import { aboutRoutes } from './pages/about-routes.js';
import { announcementRoutes } from './pages/announcements/routes.js';
import { auditRoute } from './pages/audit/route.js';
import { calendarRoutes } from './pages/calendar/routes.js';
import { WORDS as CALENDAR } from './pages/calendar/words.js';
import { noticeRoutes } from './pages/notices/routes.js';
import { reportRoutes } from './pages/reports/routes.js';
import { roomsRoute } from './pages/rooms/route.js';
import { startRoute } from './pages/start/route.js';
import { keepCalendar, publishAnnouncements, readAudit } from './permissions.js';
import { CONSTRAINT_TEXTS } from './texts.js';

export const workspaceModule = defineModule({
  name: 'workspace',
  title: { lv: 'Darba vieta', en: 'Workspace' },
  permissions: [publishAnnouncements, keepCalendar, readAudit],
  constraintTexts: CONSTRAINT_TEXTS,
  pages: [startRoute, roomsRoute, ...noticeRoutes, ...reportRoutes, ...announcementRoutes, ...calendarRoutes, auditRoute, ...aboutRoutes],
  firstSteps: workspaceSteps,
  navigation: [
    { href: '/calendar', text: CALENDAR.title, section: 'registers', permission: ANYONE, often: 'yearly', workOf: keepCalendar },
    { href: '/my/notices', text: { lv: 'Mani paziņojumi', en: 'My notices' }, section: 'mine', permission: SIGNED_IN, often: 'daily' },
    { href: '/reports', text: { lv: 'Pārskati', en: 'Reports' }, section: 'my-work', permission: SIGNED_IN, often: 'yearly', concerns: ({ scopes }) => scopes.size > 0 },
    { href: '/announcements', text: { lv: 'Jaunumi', en: 'Announcements' }, section: 'administration', permission: publishAnnouncements },
    { href: '/audit', text: { lv: 'Audita žurnāls', en: 'Audit log' }, section: 'administration', permission: readAudit, often: 'daily' },
  ],
  work: [{ name: 'workspace.calendar-orders', title: CALENDAR.missingWork, href: '/calendar', permission: keepCalendar, count: countMissingOrders }],
});
