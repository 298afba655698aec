import type { VNode } from 'preact';
import { wordsIn } from '../words.js';
import { AccountBar } from './account-bar.js';
import type { PageFrame } from './frame.js';
import { Mark } from './mark.js';
import { Navigation } from './navigation.js';

/** What kind of place this is, the name of the place, the other language, who is signed in, and where one can go. */
export const PageHeader = (frame: PageFrame): VNode => (
  <header class="head">
    {frame.environment.length > 0 && (
      <ul class="environment">
        {frame.environment.map((words, index) => (
          <li key={index}>{wordsIn(frame.lang, words)}</li>
        ))}
      </ul>
    )}
    <div class="head-bar">
      <a class="wordmark" href="/">
        <Mark />
        <span>
          <span class="wordmark-name">Vienkopus</span>{' '}
          <span class="wordmark-what">{WHAT[frame.lang]}</span>
        </span>
      </a>
      <div class="head-side">
        <AccountBar {...frame} />
        <a class="language" href={frame.langHref} lang={OTHER[frame.lang].code} hreflang={OTHER[frame.lang].code}>
          {OTHER[frame.lang].name}
        </a>
      </div>
    </div>
    <Navigation lang={frame.lang} groups={frame.navigation} allRooms={frame.allRooms} />
  </header>
);

const WHAT = { lv: 'valsts un pašvaldību reģistri', en: 'state and municipal registers' };
const OTHER = { lv: { code: 'en', name: 'English' }, en: { code: 'lv', name: 'Latviski' } };
