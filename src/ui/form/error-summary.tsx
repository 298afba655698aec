import type { VNode } from 'preact';
import type { FieldError } from '#kernel/errors.js';
import type { Lang } from '#kernel/text.js';
import { fieldId } from './field-frame.js';

/** All errors of a form in one place, each leading to its field; those of no single field stand as sentences. */
export const ErrorSummary = ({ lang, errors }: { lang: Lang; errors: readonly FieldError[] }): VNode | null =>
  errors.length === 0 ? null : (
    <section class="error-summary" role="alert" tabindex={-1} aria-labelledby="errors" autofocus>
      <h2 id="errors">{TITLE[lang]}</h2>
      <ul>
        {errors.map(({ field, message }) => (
          <li key={field}>{field === '' ? message[lang] : <a href={`#${fieldId(field)}`}>{message[lang]}</a>}</li>
        ))}
      </ul>
    </section>
  );

const TITLE = { lv: 'Pārbaudiet ievadīto', en: 'Check what you entered' };
