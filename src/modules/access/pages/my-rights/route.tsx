import type { Text } from '#kernel/text.js';
import { button, download, formPage, showPage, type WebRoute } from '#web/page-route.js';
import { openRequestForm, readMyRights } from '../../actions/my-rights.js';
import { readBasisFile } from '../../actions/read-basis-file.js';
import { requestRight, withdrawMyRequest } from '../../actions/request-right.js';
import { MyRightsPage, RequestPage } from './page.js';

export const myRightsRoutes: readonly WebRoute[] = [
  showPage({ path: '/my/rights', action: readMyRights, render: (rights, view) => <MyRightsPage view={view} rights={rights} /> }),
  formPage({
    path: '/my/rights/request',
    load: openRequestForm,
    render: (form, view, attempt) => <RequestPage view={view} attempt={attempt} form={form} />,
    action: requestRight,
    done: () => ({ to: '/my/rights', notice: SENT }),
  }),
  button({ path: '/my/rights/withdraw', action: withdrawMyRequest, done: () => ({ to: '/my/rights', notice: WITHDRAWN }) }),
  download({
    path: '/access/requests/:id/file',
    action: readBasisFile,
    // Whatever it claims to be, it is saved and not opened here: an attachment must not run as a page of ours.
    file: ({ name, content }) => ({ name, type: 'application/octet-stream', content }),
  }),
];

const SENT: Text = { lv: 'Pieprasījums ir iesniegts.', en: 'The request has been submitted.' };
const WITHDRAWN: Text = { lv: 'Pieprasījums ir atsaukts.', en: 'The request has been withdrawn.' };
