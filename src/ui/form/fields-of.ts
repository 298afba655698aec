import type { FieldError } from '#kernel/errors.js';
import type { Lang, Text } from '#kernel/text.js';

/** What a form remembers between two tries, and the language of its words. */
export interface FormState {
  readonly lang: Lang;
  readonly values: Readonly<Record<string, unknown>>;
  readonly errors: readonly FieldError[];
}

/** What a field gets from its form: to be spread into `<TextField {...field('name')} label=…>`. */
export interface FieldState {
  readonly lang: Lang;
  readonly name: string;
  readonly value: string;
  readonly values: readonly string[];
  readonly error: Text | undefined;
}

/** Gives each field what was typed into it before (else its first value) and what was wrong with it. */
export const fieldsOf =
  ({ lang, values, errors }: FormState) =>
  (name: string, first: string | readonly string[] = ''): FieldState => {
    const sent = Object.keys(values).length > 0;
    const all = asList(values[name] ?? (sent && errors.length > 0 ? '' : first));
    return { lang, name, value: all[0] ?? '', values: all, error: errors.find(({ field }) => field === name)?.message };
  };

const asList = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : value === '' ? [] : [String(value)]);
