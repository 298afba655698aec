import { fill, type Text } from '#kernel/text.js';
import { formPage, showPage, type WebRoute } from '#web/page-route.js';
import { announceEnd, announceMove, readAddress, readAddresses, readMoved } from '../../actions/keep-addresses.js';
import { AddressesPage, EndOfAddressPage, MovedPage } from './page.js';

export const addressRoutes: readonly WebRoute[] = [
  formPage({
    path: '/intake/addresses',
    load: readAddresses,
    render: (board, view, attempt) => <AddressesPage view={view} board={board} attempt={attempt} />,
    action: announceMove,
    done: ({ told }) => ({ to: '/intake/addresses', notice: fill(ANNOUNCED, { told }) }),
  }),
  formPage({
    path: '/intake/addresses/:id/end',
    load: readAddress,
    loadInput: ({ id }) => ({ id }),
    render: (move, view, attempt) => <EndOfAddressPage view={view} move={move} attempt={attempt} />,
    action: announceEnd,
    done: ({ told }) => ({ to: '/intake/addresses', notice: fill(END_ANNOUNCED, { told }) }),
  }),
  showPage({ path: '/intake/moved', action: readMoved, render: (moved, view) => <MovedPage view={view} moved={moved} /> }),
];

const ANNOUNCED: Text = { lv: 'Pārcelšana izziņota. Nosūtītās vēstules: {told}.', en: 'The move has been announced. Letters sent: {told}.' };
const END_ANNOUNCED: Text = { lv: 'Beigas izziņotas. Nosūtītās vēstules: {told}.', en: 'The end has been announced. Letters sent: {told}.' };
