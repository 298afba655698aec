import type { Text } from '#kernel/text.js';
import { button, formPage, showPage, type WebRoute } from '#web/page-route.js';
import { parameterRoutes } from '#web/parameters/routes.js';
import { keyPaceActions } from '../../actions/key-pace.js';
import { changeSigningKey, readSigningKeys } from '../../actions/signing-keys.js';
import { WORDS } from '../words.js';
import { LeakedKeyPage } from './leaked.js';
import { KeysPage } from './page.js';

export const keysRoutes: readonly WebRoute[] = [
  showPage({ path: '/apps/keys', action: readSigningKeys, render: (keys, view) => <KeysPage view={view} keys={keys} /> }),
  ...parameterRoutes({ path: '/apps/keys/parameters', title: WORDS.keyPace, above: [{ text: WORDS.keys, href: '/apps/keys' }] }, keyPaceActions),
  button({ path: '/apps/keys/new', action: changeSigningKey, input: () => ({}), done: () => ({ to: '/apps/keys', notice: MADE }) }),
  formPage({
    path: '/apps/keys/leaked',
    load: readSigningKeys,
    loadInput: () => ({}),
    render: (_settings, view, attempt) => <LeakedKeyPage view={view} attempt={attempt} />,
    action: changeSigningKey,
    input: (raw) => ({ leaked: 'true', why: raw['why'] ?? '' }),
    done: () => ({ to: '/apps/keys', notice: REPLACED }),
  }),
];

const MADE: Text = { lv: 'Jaunā atslēga ir izveidota un publicēta.', en: 'The new key has been made and published.' };
const REPLACED: Text = { lv: 'Līdzšinējās atslēgas ir izņemtas; paraksta jaunā.', en: 'The present keys have been withdrawn; the new one signs.' };
