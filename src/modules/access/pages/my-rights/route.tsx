import { InvalidInput } from '#kernel/errors.js';
import type { Text } from '#kernel/text.js';
import { button, custom, formPage, showPage, type WebRoute } from '#web/page-route.js';
import { openRequestForm, readMyRights } from '../../actions/my-rights.js';
import { prepareApplication, requestRight, withdrawMyRequest } from '../../actions/request-right.js';
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
  custom({
    method: 'POST',
    path: '/my/rights/request/application',
    async handle(_request, reply, at) {
      try {
        const application = await at.perform(prepareApplication, at.raw);
        return reply.type('application/pdf').header('content-disposition', 'attachment; filename="iesniegums-par-tiesibam.pdf"').send(application);
      } catch (error) {
        if (!(error instanceof InvalidInput)) throw error;
        return at.send(<RequestPage view={at.view} form={await at.perform(openRequestForm, {})} attempt={{ values: at.raw, errors: error.fields }} />, error.status);
      }
    },
  }),
  button({ path: '/my/rights/withdraw', action: withdrawMyRequest, done: () => ({ to: '/my/rights', notice: WITHDRAWN }) }),
];

const SENT: Text = { lv: 'Pieprasījums ir iesniegts.', en: 'The request has been submitted.' };
const WITHDRAWN: Text = { lv: 'Pieprasījums ir atsaukts.', en: 'The request has been withdrawn.' };
