import type { VNode } from 'preact';
import { controlAttributes, FieldFrame, type FieldProps } from './field-frame.js';

export interface DateFieldProps extends FieldProps {
  readonly value?: string | undefined;
  readonly min?: string | undefined;
  readonly max?: string | undefined;
}

/** A calendar day by the browser's own field: it types and picks without script, and sends `YYYY-MM-DD` in any language. */
export const DateField = ({ value, min, max, ...field }: DateFieldProps): VNode => (
  <FieldFrame {...field}>
    <input {...controlAttributes(field)} class="control control-date" type="date" value={value} min={min} max={max} />
  </FieldFrame>
);
