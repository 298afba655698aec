import type { VNode } from 'preact';
import type { Children } from './words.js';

/** More of the same for those who want it, folded away. */
export const Details = ({ summary, open = false, children }: { summary: Children; open?: boolean | undefined; children: Children }): VNode => (
  <details class="details" open={open}>
    <summary>{summary}</summary>
    <div class="details-body">{children}</div>
  </details>
);
