import type { VNode } from 'preact';
import type { Children } from './words.js';

/** What a page is for, in a sentence under its heading. */
export const Lead = ({ children }: { children: Children }): VNode => <p class="lead">{children}</p>;
