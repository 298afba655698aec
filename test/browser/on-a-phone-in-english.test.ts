import { withBrowser } from './browser.js';
import { holdsEveryPage } from './holds-every-page.js';

holdsEveryPage(withBrowser(), 'on a phone, in English', { narrow: true, script: true, lang: 'en' });
