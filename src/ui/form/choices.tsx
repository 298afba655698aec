import type { VNode } from 'preact';
import { wordsIn } from '../words.js';
import { describedBy, FieldGroup, fieldId, type FieldProps } from './field-frame.js';
import type { Option } from './option.js';

export interface ChoicesProps extends FieldProps {
  readonly options: readonly Option[];
  /** Beside each other instead of one below the other. */
  readonly inline?: boolean | undefined;
}

/** The list that radios and checkboxes share. The first control carries the field's id, so the error summary leads to it. */
export const Choices = ({ type, chosen, options, inline = false, ...field }: ChoicesProps & { type: 'radio' | 'checkbox'; chosen: readonly string[] }): VNode => (
  <FieldGroup {...field}>
    <div class={inline ? 'choices choices-inline' : 'choices'}>
      {options.map((option, index) => {
        const id = index === 0 ? fieldId(field.name) : `${fieldId(field.name)}-${option.value}`;
        const about = `${fieldId(field.name)}-${option.value}-about`;
        return (
          <div key={option.value} class="choice">
            <input {...describedBy(about, option.hint)} type={type} id={id} name={field.name} value={option.value} checked={chosen.includes(option.value)} />
            <label for={id}>{wordsIn(field.lang, option.label)}</label>
            {option.hint !== undefined && (
              <p class="hint" id={`${about}-hint`}>
                {wordsIn(field.lang, option.hint)}
              </p>
            )}
          </div>
        );
      })}
    </div>
  </FieldGroup>
);
