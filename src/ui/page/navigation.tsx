import type { VNode } from 'preact';
import type { Lang } from '#kernel/text.js';
import { wordsIn } from '../words.js';
import type { NavigationGroup } from './frame.js';

interface NavigationProps {
  readonly lang: Lang;
  readonly groups: readonly NavigationGroup[];
}

/** The main navigation: all in sight where there is room, behind "Menu" on a narrow screen; the stylesheet shows one of the two. */
export function Navigation({ lang, groups }: NavigationProps): VNode | null {
  const shown = groups.filter(({ items }) => items.length > 0);
  if (shown.length === 0) return null;
  const list = <Groups lang={lang} groups={shown} />;
  return (
    <>
      <nav class="nav nav-wide" aria-label={MAIN[lang]}>
        {list}
      </nav>
      <nav class="nav nav-narrow" aria-label={MAIN[lang]}>
        <details>
          <summary>{MENU[lang]}</summary>
          {list}
        </details>
      </nav>
    </>
  );
}

const Groups = ({ lang, groups }: NavigationProps): VNode => (
  <div class="nav-groups">
    {groups.map(({ title, items }, index) => (
      <div key={index} class="nav-group">
        {title !== undefined && groups.length > 1 && <p class="nav-title">{wordsIn(lang, title)}</p>}
        <ul>
          {items.map(({ href, text, current }) => (
            <li key={href}>
              <a href={href} aria-current={current ? 'page' : undefined}>
                {wordsIn(lang, text)}
              </a>
            </li>
          ))}
        </ul>
      </div>
    ))}
  </div>
);

const MAIN = { lv: 'Galvenā izvēlne', en: 'Main navigation' };
const MENU = { lv: 'Izvēlne', en: 'Menu' };
