import type { VNode } from 'preact';
import { useContext } from 'preact/hooks';
import type { FieldError } from '#kernel/errors.js';
import type { Lang } from '#kernel/text.js';
import { type Words, wordsIn } from '../words.js';
import { fieldId } from './field-frame.js';
import { FieldLabels } from './field-labels.js';

/** All errors of a form in one place, each naming its field and leading there; those of no single field stand as sentences. */
export function ErrorSummary({ lang, errors }: { lang: Lang; errors: readonly FieldError[] }): VNode | null {
  const labels = useContext(FieldLabels);
  if (errors.length === 0) return null;
  return (
    <section class="error-summary" role="alert" tabindex={-1} aria-labelledby="errors" autofocus>
      <h2 id="errors">{(errors.some(({ field }) => field !== '') ? TITLE : REFUSED)[lang]}</h2>
      <ul>
        {errors.map(({ field, message, link }) => (
          <li key={field}>
            {field === '' ? message[lang] : <a href={`#${fieldId(field)}`}>{named(lang, labels?.get(field), message[lang])}</a>}
            {link && (
              <>
                {' '}
                <a href={link.to} target="_blank" rel="noopener">
                  {link.text[lang]}
                </a>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** `Virsraksts: lauks ir jāaizpilda.` A word in capitals, such as an abbreviation, stays as it is, and so does a name before a colon. */
function named(lang: Lang, label: Words | undefined, message: string): string {
  if (label === undefined) return message;
  const sentence = /^\p{Lu}(?!\p{Lu})(?![^.:]{0,80}: )/u.test(message) ? message[0]!.toLocaleLowerCase(lang) + message.slice(1) : message;
  return `${wordsIn(lang, label).replace(/[:?.]\s*$/, '')}: ${sentence}`;
}

/** A button that was refused: nothing was entered that could be checked. */
const REFUSED = { lv: 'To nevarēja izdarīt', en: 'This could not be done' };
const TITLE = { lv: 'Pārbaudiet ievadīto', en: 'Check what you entered' };
