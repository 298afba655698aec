import type { VNode } from 'preact';
import type { Children } from './words.js';

export type StatusTone = 'neutral' | 'info' | 'success' | 'warning' | 'danger' | 'ended';

/** So short words stay on one line, whatever the column. */
const SHORT = 16;

/** The state of something in a word or two; the colour only repeats what the word says. */
export const StatusTag = ({ tone = 'neutral', children }: { tone?: StatusTone | undefined; children: Children }): VNode => (
  <strong class={`tag tag-${tone}${typeof children === 'string' && children.length <= SHORT ? ' tag-short' : ''}`}>{children}</strong>
);
