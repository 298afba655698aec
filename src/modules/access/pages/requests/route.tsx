import type { Text } from '#kernel/text.js';
import { formPage, showPage, type WebRoute } from '#web/page-route.js';
import { approveRequest, listRequestsToDecide, openDecision, refuseRequest } from '../../actions/decide-requests.js';
import { ApprovePage, RefusePage, RequestsPage } from './page.js';

export const requestsRoutes: readonly WebRoute[] = [
  showPage({ path: '/access/requests', action: listRequestsToDecide, render: (undecided, view) => <RequestsPage view={view} undecided={undecided} /> }),
  formPage({
    path: '/access/requests/:id/approve',
    load: openDecision,
    loadInput: ({ id }) => ({ id }),
    render: (request, view, attempt) => <ApprovePage view={view} request={request} attempt={attempt} />,
    action: approveRequest,
    done: () => ({ to: '/access/requests', notice: APPROVED }),
  }),
  formPage({
    path: '/access/requests/:id/refuse',
    load: openDecision,
    loadInput: ({ id }) => ({ id }),
    render: (request, view, attempt) => <RefusePage view={view} request={request} attempt={attempt} />,
    action: refuseRequest,
    done: () => ({ to: '/access/requests', notice: REFUSED }),
  }),
];

const APPROVED: Text = { lv: 'Pieprasījums ir apstiprināts.', en: 'The request has been approved.' };
const REFUSED: Text = { lv: 'Pieprasījums ir noraidīts.', en: 'The request has been refused.' };
