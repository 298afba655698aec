import type { Text } from '#kernel/text.js';
import { button, formPage, type WebRoute } from '#web/page-route.js';
import { addOldAddress, readOldAddresses, removeOldAddress } from '../../actions/old-addresses.js';
import { OldAddressesPage } from './page.js';

export const oldAddressesRoutes: readonly WebRoute[] = [
  formPage({
    path: '/apps/old-addresses',
    load: readOldAddresses,
    render: (rows, view, attempt) => <OldAddressesPage view={view} rows={rows} attempt={attempt} />,
    action: addOldAddress,
    done: () => ({ to: '/apps/old-addresses', notice: ADDED }),
  }),
  button({ path: '/apps/old-addresses/remove', action: removeOldAddress, done: () => ({ to: '/apps/old-addresses', notice: REMOVED }) }),
];

const ADDED: Text = { lv: 'Adrese ir pievienota.', en: 'The address has been added.' };
const REMOVED: Text = { lv: 'Adrese ir izņemta.', en: 'The address has been taken out.' };
