import type { VNode } from 'preact';
import { controlAttributes, FieldFrame, type FieldProps } from './field-frame.js';

export interface TextAreaProps extends FieldProps {
  readonly value?: string | undefined;
  readonly rows?: number | undefined;
  readonly maxLength?: number | undefined;
}

/** Several lines of text. */
export const TextArea = ({ value, rows = 5, maxLength, ...field }: TextAreaProps): VNode => (
  <FieldFrame {...field}>
    <textarea {...controlAttributes(field)} class="control control-full" rows={rows} maxlength={maxLength} value={value} />
  </FieldFrame>
);
