import type { Text } from '#kernel/text.js';
import { formPage, showPage, type WebRoute } from '#web/page-route.js';
import { addExemption, correctExemptionOf, openExemptionForm, openExemptions, withdrawExemption } from '../../actions/exemptions.js';
import { ExemptionFormPage, ExemptionsView, WithdrawExemptionPage } from './pages.js';

const cardOf = ({ personId }: { personId: string }, notice: Text) => ({ to: `/education/pupils/${personId}`, notice });

export const exemptionRoutes: readonly WebRoute[] = [
  showPage({ path: '/education/institutions/:regNr/exemptions', action: openExemptions, render: (page, view) => <ExemptionsView view={view} page={page} /> }),
  formPage({
    path: '/education/memberships/:membershipId/exempt',
    load: openExemptionForm,
    loadInput: (raw) => ({ membershipId: raw['membershipId'] }),
    render: (form, view, attempt) => <ExemptionFormPage view={view} attempt={attempt} form={form} />,
    action: addExemption,
    done: (done) => cardOf(done, SAVED),
  }),
  formPage({
    path: '/education/exemptions/:id',
    load: openExemptionForm,
    loadInput: (raw) => ({ id: raw['id'] }),
    render: (form, view, attempt) => <ExemptionFormPage view={view} attempt={attempt} form={form} />,
    action: correctExemptionOf,
    done: (done) => cardOf(done, CORRECTED),
  }),
  formPage({
    path: '/education/exemptions/:id/withdraw',
    load: openExemptionForm,
    loadInput: (raw) => ({ id: raw['id'] }),
    render: (form, view, attempt) => <WithdrawExemptionPage view={view} attempt={attempt} form={form} />,
    action: withdrawExemption,
    done: (done) => cardOf(done, WITHDRAWN),
  }),
];

const SAVED: Text = { lv: 'Atbrīvojums reģistrēts.', en: 'The exemption has been recorded.' };
const CORRECTED: Text = { lv: 'Atbrīvojums labots.', en: 'The exemption has been corrected.' };
const WITHDRAWN: Text = { lv: 'Atbrīvojums atsaukts.', en: 'The exemption has been taken back.' };
