import type { VNode } from 'preact';
import type { Children } from '../words.js';
import { Button, type ButtonVariant } from './button.js';
import { HiddenFields } from './form.js';

export interface PostButtonProps {
  readonly action: string;
  readonly csrf: string;
  readonly hidden?: Readonly<Record<string, string>> | undefined;
  readonly variant?: ButtonVariant | undefined;
  readonly children: Children;
}

/** A form that is one button. */
export const PostButton = ({ action, csrf, hidden = {}, variant = 'secondary', children }: PostButtonProps): VNode => (
  <form class="post-button" method="post" action={action}>
    <HiddenFields values={{ ...hidden, _csrf: csrf }} />
    <Button variant={variant}>{children}</Button>
  </form>
);
