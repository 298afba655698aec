import type { VNode } from 'preact';
import type { Children } from '../words.js';

/** `primary` once on a page; `danger` for what cannot be taken back; `quiet` among other text. */
export type ButtonVariant = 'primary' | 'secondary' | 'danger' | 'quiet';

interface Look {
  readonly variant?: ButtonVariant | undefined;
  readonly children: Children;
}

/** Sends its form; with `name` and `value` it also says which of several buttons it was, with `to` it sends it to another address. */
export const Button = ({ variant = 'primary', name, value, to, children }: Look & { name?: string | undefined; value?: string | undefined; to?: string | undefined }): VNode => (
  <button class={`button button-${variant}`} type="submit" name={name} value={value} formaction={to}>
    {children}
  </button>
);

/** A link that starts something, drawn as a button; in a new tab where this page must not be lost. */
export const ButtonLink = ({ href, variant = 'primary', newTab = false, children }: Look & { href: string; newTab?: boolean | undefined }): VNode => (
  <a class={`button button-${variant}`} href={href} {...(newTab && { target: '_blank', rel: 'noopener' })}>
    {children}
  </a>
);

/** Buttons and links beside each other. */
export const ButtonRow = ({ children }: { children: Children }): VNode => <div class="button-row">{children}</div>;

/** Prints the page as it is shown; it appears with the script of the island `print-page`, and without it the browser's own print command does the same. */
export const PrintButton = ({ children }: { children: Children }): VNode => (
  <button class="button button-secondary" type="button" data-print hidden>
    {children}
  </button>
);
