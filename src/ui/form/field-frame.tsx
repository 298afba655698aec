import type { VNode } from 'preact';
import { useContext } from 'preact/hooks';
import type { Lang } from '#kernel/text.js';
import { type Children, type Words, wordsIn } from '../words.js';
import { FieldLabels } from './field-labels.js';

/** What every field has. */
export interface FieldProps {
  readonly lang: Lang;
  readonly name: string;
  readonly label: Words;
  readonly hint?: Words | undefined;
  readonly error?: Words | undefined;
  /** Says beside the label that the field may stay empty. */
  readonly optional?: boolean | undefined;
}

/** Where the error summary leads: the control of a field, or the first of several. */
export const fieldId = (name: string): string => `f-${name}`;

/** The attributes that tie a control to its hint and its error. */
export function controlAttributes({ name, hint, error }: Pick<FieldProps, 'name' | 'hint' | 'error'>) {
  const id = fieldId(name);
  return { ...describedBy(id, hint, error), id, name, 'aria-invalid': error === undefined ? undefined : ('true' as const) };
}

/** The attribute that reads out the hint and the error with what they belong to. */
export function describedBy(id: string, hint?: Words, error?: Words) {
  const ids = [hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`].filter((one) => one !== false);
  return { 'aria-describedby': ids.length > 0 ? ids.join(' ') : undefined };
}

/** A field with one control: label, hint, error, then the control. */
export function FieldFrame({ children, ...field }: FieldProps & { children: Children }): VNode {
  useLabel(field);
  return (
    <div class={field.error === undefined ? 'field' : 'field field-wrong'}>
      <label for={fieldId(field.name)}>
        {wordsIn(field.lang, field.label)}
        <OptionalMark lang={field.lang} optional={field.optional} />
      </label>
      <HintAndError {...field} id={fieldId(field.name)} />
      {children}
    </div>
  );
}

/** A field with several controls under one legend: radios, checkboxes. */
export function FieldGroup({ children, ...field }: FieldProps & { children: Children }): VNode {
  useLabel(field);
  return (
    <fieldset class={field.error === undefined ? 'field' : 'field field-wrong'} {...describedBy(fieldId(field.name), field.hint, field.error)}>
      <legend>
        {wordsIn(field.lang, field.label)}
        <OptionalMark lang={field.lang} optional={field.optional} />
      </legend>
      <HintAndError {...field} id={fieldId(field.name)} />
      {children}
    </fieldset>
  );
}

/** Tells the page what the field is called; where several share a name, the one that is wrong. */
function useLabel({ name, label, error }: FieldProps): void {
  const labels = useContext(FieldLabels);
  if (labels && (error !== undefined || !labels.has(name))) labels.set(name, label);
}

const OptionalMark = ({ lang, optional }: Pick<FieldProps, 'lang' | 'optional'>): VNode | null =>
  optional ? <span class="optional">{` (${OPTIONAL[lang]})`}</span> : null;

const HintAndError = ({ id, lang, hint, error }: FieldProps & { id: string }): VNode => (
  <>
    {hint !== undefined && (
      <p class="hint" id={`${id}-hint`}>
        {wordsIn(lang, hint)}
      </p>
    )}
    {error !== undefined && (
      <p class="error" id={`${id}-error`}>
        <span class="visually-hidden">{`${ERROR[lang]}: `}</span>
        {wordsIn(lang, error)}
      </p>
    )}
  </>
);

const OPTIONAL = { lv: 'nav obligāti', en: 'optional' };
const ERROR = { lv: 'Kļūda', en: 'Error' };
