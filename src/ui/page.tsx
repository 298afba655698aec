import type { VNode } from 'preact';
import { ErrorSummary } from './form/error-summary.js';
import { FieldLabels, holdsErrors, labelsIn } from './form/field-labels.js';
import { Notice } from './notice.js';
import { Breadcrumbs, type Crumb } from './page/breadcrumbs.js';
import type { PageFrame } from './page/frame.js';
import { PageFooter } from './page/page-footer.js';
import { PageHeader } from './page/page-header.js';
import { SessionEnd } from './page/session-end.js';
import { type Children, wordsIn } from './words.js';

export type { PageFrame } from './page/frame.js';

export interface PageProps extends PageFrame {
  readonly title: string;
  readonly breadcrumbs?: readonly Crumb[] | undefined;
  /** `text` is large and plain, for residents; `work` is dense and wide, for clerks. */
  readonly width?: 'text' | 'work' | undefined;
  /** Shows the page anew after so many seconds, while long work goes on: in place, or without script by loading it. */
  readonly refreshSeconds?: number | undefined;
  /** Small scripts that make this page quicker. */
  readonly islands?: readonly string[] | undefined;
  readonly children?: Children;
}

/** A whole HTML document; the page writes its own `<h1>`. */
export function Page({ title, breadcrumbs = [], width = 'text', refreshSeconds, islands = [], children, ...frame }: PageProps): VNode {
  const { lang, assets, notice } = frame;
  return (
    <html lang={lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        {refreshSeconds !== undefined && (
          <noscript>
            <meta http-equiv="refresh" content={String(refreshSeconds)} />
          </noscript>
        )}
        <title>{`${title} – Vienkopus`}</title>
        <link rel="icon" href={assets.icon} type="image/svg+xml" />
        <link rel="stylesheet" href={assets.stylesheet} />
        {[...islands, ...(refreshSeconds === undefined ? [] : ['live-progress']), ...(frame.session === null ? [] : ['session-end'])].flatMap((name) => assets.islands[name] ?? []).map((src) => (
          <script key={src} type="module" src={src} />
        ))}
      </head>
      <body class={`page-${width}`}>
        <a class="skip-link" href="#main">
          {SKIP[lang]}
        </a>
        <PageHeader {...frame} />
        <Breadcrumbs lang={lang} crumbs={breadcrumbs} />
        <main id="main" tabIndex={-1} data-refresh-seconds={refreshSeconds}>
          {notice !== null && (
            <Notice lang={lang} tone="success" announced>
              <p>{wordsIn(lang, notice)}</p>
            </Notice>
          )}
          {holdsErrors(children, ErrorSummary) ? <FieldLabels.Provider value={labelsIn(children)}>{children}</FieldLabels.Provider> : children}
        </main>
        {frame.session !== null && <SessionEnd lang={lang} csrf={frame.csrf} session={frame.session} />}
        <PageFooter lang={lang} footer={frame.footer} />
      </body>
    </html>
  );
}

const SKIP = { lv: 'Pāriet uz saturu', en: 'Skip to the content' };
