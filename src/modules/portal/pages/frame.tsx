import type { VNode } from 'preact';
import type { Lang, Text } from '#kernel/text.js';
import type { Children } from '#ui/words.js';
import { wordsIn } from '#ui/words.js';
import type { View } from '#web/view.js';

interface PortalPageProps {
  readonly view: Pick<View, 'frame' | 'csrf'>;
  readonly lang: Lang;
  readonly title: Text;
  /** This page in the other language. */
  readonly otherHref: string;
  /** Who is signed in; nobody on pages that are the same for all. */
  readonly name?: string;
  /** The island that makes more of the page, by its name. */
  readonly script?: string;
  readonly children: Children;
}

/** A page of the portal: a small document with one stylesheet, so that a rush costs little. */
export function PortalPage({ view: { frame, csrf }, lang, title, otherHref, name, script, children }: PortalPageProps): VNode {
  const t = (text: Text) => text[lang];
  const other: Lang = lang === 'lv' ? 'en' : 'lv';
  return (
    <html lang={lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{title === PORTAL ? `${t(PORTAL)} – Vienkopus` : `${t(title)} – ${t(PORTAL)}`}</title>
        <link rel="icon" href={frame.assets.icon} type="image/svg+xml" />
        <link rel="stylesheet" href={frame.assets.alone['portal']} />
        {script !== undefined && <script type="module" src={frame.assets.islands[script]} />}
      </head>
      <body>
        <a class="skip" href="#main">{t(SKIP)}</a>
        {frame.environment.length > 0 && <div class="strip"><p>{frame.environment.map((words) => wordsIn(lang, words)).join(' · ')}</p></div>}
        <header class="top">
          <p class="brand">{t(PORTAL)}</p>
          <p><a href={otherHref} lang={other} hreflang={other}>{LANGUAGE[other]}</a></p>
          {name !== undefined && (
            <form method="post" action="/sign-out">
              <input type="hidden" name="_csrf" value={csrf} />
              {name} · <button class="quiet" type="submit">{t(SIGN_OUT)}</button>
            </form>
          )}
        </header>
        <main id="main" tabIndex={-1}>{children}</main>
        <footer class="foot">
          <p>
            <a href="/accessibility">{t(ACCESSIBILITY)}</a>
            <a href="/">Vienkopus</a>
          </p>
        </footer>
      </body>
    </html>
  );
}

export const PORTAL: Text = { lv: 'Pārbaudījumu rezultāti', en: 'Exam results' };
const LANGUAGE: Readonly<Record<Lang, string>> = { lv: 'Latviski', en: 'English' };
const SKIP: Text = { lv: 'Pāriet uz saturu', en: 'Skip to the content' };
const SIGN_OUT: Text = { lv: 'Beigt darbu', en: 'Sign out' };
const ACCESSIBILITY: Text = { lv: 'Piekļūstamība', en: 'Accessibility' };
