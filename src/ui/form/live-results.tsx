import type { VNode } from 'preact';
import type { Children } from '../words.js';

/** The part of a page that answers a search or a chosen day; its sentence is read out when it changes. */
export const LiveResults = ({ id, count, children }: { id: string; count: string; children: Children }): VNode => (
  <div class="results" id={id}>
    <p class="results-count" role="status">
      {count}
    </p>
    <div class="results-body">{children}</div>
  </div>
);
