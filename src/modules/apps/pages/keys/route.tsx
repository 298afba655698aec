import type { Text } from '#kernel/text.js';
import { button, formPage, type WebRoute } from '#web/page-route.js';
import { changeProviderParameter, changeSigningKey, readProviderSettings } from '../../actions/signing-keys.js';
import { LeakedKeyPage } from './leaked.js';
import { KeysPage } from './page.js';

export const keysRoutes: readonly WebRoute[] = [
  formPage({
    path: '/apps/keys',
    load: readProviderSettings,
    render: (settings, view, attempt) => <KeysPage view={view} settings={settings} attempt={attempt} />,
    action: changeProviderParameter,
    done: () => ({ to: '/apps/keys', notice: CHANGED }),
  }),
  button({ path: '/apps/keys/new', action: changeSigningKey, input: () => ({}), done: () => ({ to: '/apps/keys', notice: MADE }) }),
  formPage({
    path: '/apps/keys/leaked',
    load: readProviderSettings,
    loadInput: () => ({}),
    render: (_settings, view, attempt) => <LeakedKeyPage view={view} attempt={attempt} />,
    action: changeSigningKey,
    input: (raw) => ({ leaked: 'true', why: raw['why'] ?? '' }),
    done: () => ({ to: '/apps/keys', notice: REPLACED }),
  }),
];

const CHANGED: Text = { lv: 'Noteikums ir mainīts.', en: 'The rule has been changed.' };
const MADE: Text = { lv: 'Jaunā atslēga ir izveidota un publicēta.', en: 'The new key has been made and published.' };
const REPLACED: Text = { lv: 'Līdzšinējās atslēgas ir izņemtas; paraksta jaunā.', en: 'The present keys have been withdrawn; the new one signs.' };
