import type { VNode } from 'preact';
import type { Children } from './words.js';

/** Two things to compare, beside each other where there is room. */
export const SideBySide = ({ children }: { children: Children }): VNode => <div class="side-by-side">{children}</div>;
