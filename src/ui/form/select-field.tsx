import type { VNode } from 'preact';
import { type Words, wordsIn } from '../words.js';
import { controlAttributes, FieldFrame, type FieldProps } from './field-frame.js';
import type { Option } from './option.js';

export interface SelectFieldProps extends FieldProps {
  readonly value?: string | undefined;
  readonly options: readonly Option[];
  /** A first choice that means "none" ("All kinds"). */
  readonly emptyOption?: Words | undefined;
}

/** One of many values; where there are up to six, prefer `Radios`. */
export const SelectField = ({ value, options, emptyOption, ...field }: SelectFieldProps): VNode => (
  <FieldFrame {...field}>
    <select {...controlAttributes(field)} class="control control-medium">
      {emptyOption !== undefined && <option value="">{wordsIn(field.lang, emptyOption)}</option>}
      {options.map((option) => (
        <option key={option.value} value={option.value} selected={option.value === value}>
          {wordsIn(field.lang, option.label)}
        </option>
      ))}
    </select>
  </FieldFrame>
);
