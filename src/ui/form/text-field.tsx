import type { VNode } from 'preact';
import { controlAttributes, FieldFrame, fieldId, type FieldProps } from './field-frame.js';

export interface TextFieldProps extends FieldProps {
  readonly value?: string | undefined;
  readonly type?: 'text' | 'email' | 'tel' | 'password' | 'number' | undefined;
  /** As wide as what is expected in it. */
  readonly width?: 'short' | 'medium' | 'full' | undefined;
  readonly inputMode?: 'numeric' | 'decimal' | 'text' | undefined;
  readonly autoComplete?: 'name' | 'email' | 'username' | 'current-password' | 'new-password' | 'one-time-code' | 'tel' | 'off' | undefined;
  readonly maxLength?: number | undefined;
  /** Offered while typing; what is chosen stands in the field as it is. */
  readonly suggestions?: readonly string[] | undefined;
}

/** One line of text. A password that was typed is never shown again. (Preact's types know each type of input apart, not a choice of them.) */
export const TextField = ({ value, type = 'text', width = 'medium', inputMode, autoComplete, maxLength, suggestions, ...field }: TextFieldProps): VNode => (
  <FieldFrame {...field}>
    <input
      {...controlAttributes(field)}
      class={`control control-${width}`}
      type={type as 'text'}
      value={type === 'password' ? undefined : value}
      inputmode={inputMode}
      autocomplete={autoComplete}
      maxlength={maxLength}
      list={suggestions && `${fieldId(field.name)}-list`}
      spellcheck={false}
    />
    {suggestions && (
      <datalist id={`${fieldId(field.name)}-list`}>
        {suggestions.map((value) => (
          <option key={value} value={value} />
        ))}
      </datalist>
    )}
  </FieldFrame>
);
