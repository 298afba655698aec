import { readableDay } from '#kernel/iso-date.js';
import { fill, type Text } from '#kernel/text.js';
import { button, formPage, showPage, type WebRoute } from '#web/page-route.js';
import { decideConfirmation, listConfirmations } from '../../actions/confirm-rights.js';
import type { GrantRow } from '../../actions/here.js';
import { openConfirmationEnd } from '../../actions/open-grant-forms.js';
import { ConfirmationsPage, EndInReviewPage } from './page.js';

export const confirmationsRoutes: readonly WebRoute[] = [
  showPage({ path: '/access/confirmations', action: listConfirmations, render: (confirmations, view) => <ConfirmationsPage view={view} confirmations={confirmations} /> }),
  button({
    path: '/access/confirmations',
    action: decideConfirmation,
    input: ({ id }) => ({ id, decision: 'keeps' }),
    done: (grant) => ({ to: '/access/confirmations', notice: naming(KEPT, grant) }),
  }),
  formPage({
    path: '/access/confirmations/:id/end',
    load: openConfirmationEnd,
    render: (grant, view, attempt) => <EndInReviewPage view={view} grant={grant} attempt={attempt} />,
    action: decideConfirmation,
    input: ({ id, on, why }) => ({ id, on, why, decision: 'ends' }),
    done: (grant, { today }) => ({ to: '/access/confirmations', notice: naming(grant.validTo !== null && grant.validTo > today ? ENDS_LATER : ENDED, grant) }),
  }),
];

function naming(text: Text, { userName, roleLv, roleEn, validTo }: GrantRow): Text {
  const day = validTo ? readableDay(validTo) : '';
  return { lv: fill(text, { user: userName, role: roleLv, day }).lv, en: fill(text, { user: userName, role: roleEn, day }).en };
}

const KEPT: Text = { lv: 'Apstiprināts: {user} patur tiesības “{role}”.', en: 'Confirmed: {user} keeps the right “{role}”.' };
const ENDED: Text = { lv: '{user}: tiesības “{role}” ir izbeigtas.', en: '{user}: the right “{role}” has been ended.' };
const ENDS_LATER: Text = { lv: '{user}: tiesības “{role}” beigsies {day}', en: '{user}: the right “{role}” ends on {day}' };
