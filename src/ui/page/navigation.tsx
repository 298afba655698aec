import type { VNode } from 'preact';
import type { Lang } from '#kernel/text.js';
import { wordsIn } from '../words.js';
import type { AllRooms, NavigationGroup } from './frame.js';

interface NavigationProps {
  readonly lang: Lang;
  readonly groups: readonly NavigationGroup[];
  readonly allRooms: AllRooms | null;
}

/** The main navigation: all in sight where there is room, behind "Menu" on a narrow screen; the stylesheet shows one of the two. */
export function Navigation({ lang, groups, allRooms }: NavigationProps): VNode | null {
  const shown = groups.filter(({ items }) => items.length > 0);
  if (shown.length === 0) return null;
  const list = <Groups lang={lang} groups={shown} allRooms={allRooms} />;
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

const Groups = ({ lang, groups, allRooms }: NavigationProps): VNode => (
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
          {allRooms !== null && index === groups.length - 1 && (
            <li class="nav-all">
              <a href={allRooms.href} aria-current={allRooms.current ? 'page' : undefined}>
                {`${ALL[lang]} (${allRooms.count})`}
              </a>
            </li>
          )}
        </ul>
      </div>
    ))}
  </div>
);

const MAIN = { lv: 'Galvenā izvēlne', en: 'Main navigation' };
const ALL = { lv: 'Visas sadaļas', en: 'All sections' };
const MENU = { lv: 'Izvēlne', en: 'Menu' };
