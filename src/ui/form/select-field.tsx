import type { VNode } from 'preact';
import type { Lang } from '#kernel/text.js';
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
      {inGroups(options, field.lang).map(({ group, members }) => {
        const choices = members.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === value}>
            {wordsIn(field.lang, option.label)}
          </option>
        ));
        return group === null ? choices : <optgroup key={group} label={group}>{choices}</optgroup>;
      })}
    </select>
  </FieldFrame>
);

function inGroups(options: readonly Option[], lang: Lang): { readonly group: string | null; readonly members: Option[] }[] {
  const groups: { readonly group: string | null; readonly members: Option[] }[] = [];
  for (const option of options) {
    const group = option.group === undefined ? null : wordsIn(lang, option.group);
    const last = groups.at(-1);
    if (last && last.group === group) last.members.push(option);
    else groups.push({ group, members: [option] });
  }
  return groups;
}
