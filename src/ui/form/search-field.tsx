import type { VNode } from 'preact';
import { wordsIn } from '../words.js';
import { Button } from './button.js';
import { controlAttributes, FieldFrame, type FieldProps } from './field-frame.js';
import { HiddenFields } from './form.js';

export interface SearchFieldProps extends FieldProps {
  readonly value?: string | undefined;
  readonly action?: string | undefined;
  /** Choices that stay as they are while searching. */
  readonly hidden?: Readonly<Record<string, string>> | undefined;
  /** Id of the `LiveResults` that follows the typing where the `live-search` script runs. */
  readonly live?: string | undefined;
}

/** A search as a form of its own: its words stand in the address, so a result can be kept and sent on. */
export const SearchField = ({ value, action, hidden = {}, live, ...field }: SearchFieldProps): VNode => (
  <form class="search" role="search" aria-label={wordsIn(field.lang, field.label)} method="get" action={action} data-live={live}>
    <HiddenFields values={hidden} />
    <FieldFrame {...field}>
      <div class="search-row">
        <input {...controlAttributes(field)} class="control control-full" type="search" value={value} autocomplete="off" spellcheck={false} />
        <Button>{SEARCH[field.lang]}</Button>
      </div>
    </FieldFrame>
  </form>
);

const SEARCH = { lv: 'Meklēt', en: 'Search' };
