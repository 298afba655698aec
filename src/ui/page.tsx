import type { ComponentChildren, VNode } from 'preact';
import type { Lang } from '#kernel/text.js';

export interface PageFrame {
  readonly lang: Lang;
}

export const Page = ({ lang, title, children }: PageFrame & { title: string; children: ComponentChildren }): VNode => (
  <html lang={lang}>
    <head>
      <title>{title}</title>
    </head>
    <body>
      <main>{children}</main>
    </body>
  </html>
);
