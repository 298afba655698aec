import { namedPage } from '#modules/education/public.js';
import type { Text } from '#kernel/text.js';
import { button, download, formPage, type WebRoute } from '#web/page-route.js';
import { exportRoster } from '../../actions/oneroster/export-roster.js';
import { dropPackage, releasePackage, showPackages, takePackage, viewPackage } from '../../actions/oneroster/packages.js';
import { connectServer, disconnectServer, showServers, startPull } from '../../actions/oneroster/servers.js';
import { PackagesPage } from './list-page.js';
import { PackagePage } from './package-page.js';
import { ServersPage } from './servers-page.js';

export const oneRosterPages: readonly WebRoute[] = [
  formPage({
    path: '/intake/oneroster',
    load: showPackages,
    loadInput: (raw) => ({ before: raw['before'] }),
    render: (shown, view, attempt) => <PackagesPage view={view} shown={shown} attempt={attempt} />,
    action: takePackage,
    done: ({ id }) => ({ to: `/intake/oneroster/${id}` }),
  }),
  download({ path: '/intake/oneroster/export', action: exportRoster, file: ({ name, content }) => ({ name, type: 'application/zip', content }) }),
  formPage({
    path: '/intake/oneroster/servers',
    load: showServers,
    loadInput: () => ({}),
    render: (shown, view, attempt) => <ServersPage view={view} shown={shown} attempt={attempt} />,
    action: connectServer,
    done: () => ({ to: '/intake/oneroster/servers', notice: CONNECTED }),
  }),
  button({ path: '/intake/oneroster/servers/:id/fetch', action: startPull, done: () => ({ to: '/intake/oneroster/servers', notice: FETCHING }) }),
  button({ path: '/intake/oneroster/servers/:id/disconnect', action: disconnectServer, done: () => ({ to: '/intake/oneroster/servers', notice: DISCONNECTED }) }),
  namedPage({ path: '/intake/oneroster/:id', action: viewPackage, render: (shown, view) => <PackagePage view={view} shown={shown} /> }),
  button({ path: '/intake/oneroster/:id/send', action: releasePackage, done: ({ id }) => ({ to: `/intake/oneroster/${id}`, notice: SENDING }) }),
  button({ path: '/intake/oneroster/:id/drop', action: dropPackage, done: () => ({ to: '/intake/oneroster', notice: DROPPED }) }),
];

const SENDING: Text = { lv: 'Pakete tiek nodota reģistram.', en: 'The package is being sent into the register.' };
const DROPPED: Text = { lv: 'Pakete ir atmesta; reģistrā nekas nav mainīts.', en: 'The package has been dropped; nothing in the register has changed.' };
const CONNECTED: Text = { lv: 'Serveris ir pieslēgts. Pirmo reizi ielasīs šonakt vai ar pogu “Ielasīt tūlīt”.', en: 'The server is connected. It is first fetched from tonight, or by “Fetch now”.' };
const FETCHING: Text = { lv: 'Ielasīšana ir sākta.', en: 'Fetching has begun.' };
const DISCONNECTED: Text = { lv: 'Serveris ir atslēgts; ielasītie vērtējumi paliek.', en: 'The server is disconnected; marks fetched from it stay.' };
