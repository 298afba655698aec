import type { VNode } from 'preact';
import { controlAttributes, FieldFrame, type FieldProps } from './field-frame.js';

export interface TextFieldProps extends FieldProps {
  readonly value?: string | undefined;
  readonly type?: 'text' | 'email' | 'tel' | 'password' | 'number' | undefined;
  /** As wide as what is expected in it. */
  readonly width?: 'short' | 'medium' | 'full' | undefined;
  readonly inputMode?: 'numeric' | 'decimal' | 'text' | undefined;
  readonly autoComplete?: 'name' | 'email' | 'username' | 'current-password' | 'new-password' | 'one-time-code' | 'tel' | 'off' | undefined;
  readonly maxLength?: number | undefined;
}

/** One line of text. A password that was typed is never shown again. (Preact's types know each type of input apart, not a choice of them.) */
export const TextField = ({ value, type = 'text', width = 'medium', inputMode, autoComplete, maxLength, ...field }: TextFieldProps): VNode => (
  <FieldFrame {...field}>
    <input
      {...controlAttributes(field)}
      class={`control control-${width}`}
      type={type as 'text'}
      value={type === 'password' ? undefined : value}
      inputmode={inputMode}
      autocomplete={autoComplete}
      maxlength={maxLength}
      spellcheck={false}
    />
  </FieldFrame>
);
