import { withBrowser } from './browser.js';
import { holdsEveryPage } from './holds-every-page.js';

holdsEveryPage(withBrowser(), 'wide, in Latvian', { narrow: false, script: true, lang: 'lv' });
