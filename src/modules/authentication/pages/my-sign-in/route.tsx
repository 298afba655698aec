import type { Text } from '#kernel/text.js';
import { button, formPage, showPage, type RawInput, type WebRoute } from '#web/page-route.js';
import type { View } from '#web/view.js';
import { changePassword, readPasswordRules } from '../../actions/change-password.js';
import { beginCode, confirmCode, readMyCode } from '../../actions/enrol-code.js';
import { endMyOtherSessions, endMySession, listMySessions } from '../../actions/my-sessions.js';
import { MyCodePage, PasswordPage, SessionsPage } from './page.js';

const withPresent = (raw: RawInput, view: View) => ({ ...raw, present: view.sessionId ?? '' });

export const mySignInRoutes: readonly WebRoute[] = [
  showPage({ path: '/my/sessions', action: listMySessions, render: (sessions, view) => <SessionsPage view={view} sessions={sessions} /> }),
  button({ path: '/my/sessions/end', action: endMySession, done: () => ({ to: '/my/sessions', notice: ENDED }) }),
  button({ path: '/my/sessions/end-others', action: endMyOtherSessions, input: withPresent, done: () => ({ to: '/my/sessions', notice: ENDED }) }),
  formPage({
    path: '/my/password',
    load: readPasswordRules,
    render: ({ leastLength }, view, attempt) => <PasswordPage view={view} attempt={attempt} leastLength={leastLength} />,
    action: changePassword,
    input: withPresent,
    done: () => ({ to: '/my/sessions', notice: CHANGED }),
  }),
  formPage({
    path: '/my/code',
    load: readMyCode,
    render: (code, view, attempt) => <MyCodePage view={view} attempt={attempt} code={code} />,
    action: beginCode,
    done: () => ({ to: '/my/code' }),
  }),
  formPage({
    path: '/my/code/confirm',
    load: readMyCode,
    render: (code, view, attempt) => <MyCodePage view={view} attempt={attempt} code={code} />,
    action: confirmCode,
    input: withPresent,
    done: () => ({ to: '/my/code', notice: TURNED_ON }),
  }),
];

const ENDED: Text = { lv: 'Sesija ir izbeigta.', en: 'The session has ended.' };
const CHANGED: Text = { lv: 'Parole ir nomainīta.', en: 'The password has been changed.' };
const TURNED_ON: Text = { lv: 'Vienreizējie kodi ir ieslēgti.', en: 'One-time codes are on.' };
