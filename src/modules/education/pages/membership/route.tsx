import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import type { WriteAction } from '#platform/actions/action.js';
import { type Attempt, formPage, type WebRoute } from '#web/page-route.js';
import type { View } from '#web/view.js';
import { enrol, openEnrolForm } from '../../actions/enrol.js';
import { correctMembershipOf, endMembershipOf, type MembershipForm, openMembershipForm, placeInClass, reopen, withdraw } from '../../actions/memberships.js';
import { openPlacementForm, withdrawPlacement } from '../../actions/withdraw-placement.js';
import { CorrectPage, EndPage, EnrolPage, PlacePage, ReopenPage, WithdrawPage, WithdrawPlacementPage } from './pages.js';

const changing = <Input, Done extends { readonly personId: string }>(path: string, action: WriteAction<Input, Done>, Screen: (props: { view: View; attempt: Attempt; form: MembershipForm }) => VNode, notice: Text): WebRoute =>
  formPage({
    path: `/education/memberships/:id/${path}`,
    load: openMembershipForm,
    loadInput: (raw) => ({ id: raw['id'] }),
    render: (form, view, attempt) => <Screen view={view} attempt={attempt} form={form} />,
    action,
    done: ({ personId }) => ({ to: `/education/pupils/${personId}`, notice }),
  });

export const membershipRoutes: readonly WebRoute[] = [
  formPage({
    path: '/education/institutions/:regNr/enrol',
    load: openEnrolForm,
    render: (form, view, attempt) => <EnrolPage view={view} attempt={attempt} form={form} />,
    action: enrol,
    done: ({ personId }) => ({ to: `/education/pupils/${personId}`, notice: ENROLLED }),
  }),
  changing('place', placeInClass, PlacePage, { lv: 'Klase saglabāta.', en: 'The class has been saved.' }),
  changing('end', endMembershipOf, EndPage, { lv: 'Piederība izbeigta.', en: 'The membership has been ended.' }),
  changing('correct', correctMembershipOf, CorrectPage, { lv: 'Piederība labota.', en: 'The membership has been corrected.' }),
  changing('reopen', reopen, ReopenPage, { lv: 'Izbeigšana atcelta.', en: 'The ending has been taken back.' }),
  changing('withdraw', withdraw, WithdrawPage, { lv: 'Piederība atsaukta.', en: 'The membership has been taken back.' }),
  formPage({
    path: '/education/placements/:id/withdraw',
    load: openPlacementForm,
    loadInput: (raw) => ({ id: raw['id'] }),
    render: (form, view, attempt) => <WithdrawPlacementPage view={view} attempt={attempt} form={form} />,
    action: withdrawPlacement,
    done: ({ personId }) => ({ to: `/education/pupils/${personId}`, notice: PLACEMENT_WITHDRAWN }),
  }),
];

const PLACEMENT_WITHDRAWN: Text = { lv: 'Klases ieraksts atsaukts.', en: 'The placement has been taken back.' };
const ENROLLED: Text = { lv: 'Izglītojamais uzņemts.', en: 'The learner has been enrolled.' };
