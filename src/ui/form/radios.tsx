import type { VNode } from 'preact';
import { Choices, type ChoicesProps } from './choices.js';

/** One of a few values, all in sight. */
export const Radios = ({ value, ...field }: ChoicesProps & { value?: string | undefined }): VNode => (
  <Choices {...field} type="radio" chosen={value === undefined ? [] : [value]} />
);
