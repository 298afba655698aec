import type { VNode } from 'preact';
import { Choices, type ChoicesProps } from './choices.js';

/** Any of a few values; with one option it is a yes-or-no question. */
export const Checkboxes = ({ values = [], ...field }: ChoicesProps & { values?: readonly string[] | undefined }): VNode => (
  <Choices {...field} type="checkbox" chosen={values} />
);
