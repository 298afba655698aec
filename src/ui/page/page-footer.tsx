import type { VNode } from 'preact';
import { instant } from '../format.js';
import { wordsIn } from '../words.js';
import type { PageFrame } from './frame.js';
import { Mark } from './mark.js';

/** Accessibility, API, status and source; which version this is and of when the data is. */
export const PageFooter = ({ lang, footer }: Pick<PageFrame, 'lang' | 'footer'>): VNode => (
  <footer class="foot">
    <div class="foot-bar">
      <Mark />
      <ul>
        {footer.links.map(({ href, text }) => (
          <li key={href}>
            <a href={href}>{wordsIn(lang, text)}</a>
          </li>
        ))}
      </ul>
      <p>
        {`Vienkopus ${footer.version}`}
        {footer.dataMoment !== undefined && ` · ${DATA_OF[lang]} ${instant(footer.dataMoment)}`}
      </p>
    </div>
  </footer>
);

const DATA_OF = { lv: 'dati uz', en: 'data as of' };
