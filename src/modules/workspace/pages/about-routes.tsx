import { showPage } from '#web/page-route.js';
import { openStatement, showMail, showStatus } from '../actions/about-program.js';
import { AccessibilityPage } from './accessibility/page.js';
import { MailPage } from './mail/page.js';
import { StatusPage } from './status/page.js';

export const aboutRoutes = [
  showPage({ path: '/status', action: showStatus, input: () => ({}), render: (status, view) => <StatusPage view={view} status={status} /> }),
  showPage({ path: '/accessibility', action: openStatement, input: () => ({}), render: (_, view) => <AccessibilityPage view={view} /> }),
  showPage({ path: '/_mail', action: showMail, render: (mail, view) => <MailPage view={view} mail={mail} /> }),
];
