import type { VNode } from 'preact';
import type { Lang, Text } from '#kernel/text.js';
import { Button, ButtonLink } from '../form/button.js';
import { HiddenFields } from '../form/form.js';
import type { Children } from '../words.js';

export interface FilterFormProps {
  readonly lang: Lang;
  /** The same page without any filter; given only while there is one. */
  readonly clearHref?: string | undefined;
  /** What stays as it is, such as the sorting. */
  readonly hidden?: Readonly<Record<string, string>> | undefined;
  /** What the button says where it does more than narrow. */
  readonly submit?: Text | undefined;
  readonly children: Children;
}

/** Narrows what a table shows; the choice stands in the address. */
export const FilterForm = ({ lang, clearHref, hidden = {}, submit = APPLY, children }: FilterFormProps): VNode => (
  <form class="filters" method="get" aria-label={FILTER[lang]}>
    <HiddenFields values={hidden} />
    {children}
    <div class="button-row">
      <Button variant="secondary">{submit[lang]}</Button>
      {clearHref !== undefined && (
        <ButtonLink href={clearHref} variant="quiet">
          {CLEAR[lang]}
        </ButtonLink>
      )}
    </div>
  </form>
);

const FILTER = { lv: 'Atlase', en: 'Filter' };
const APPLY = { lv: 'Atlasīt', en: 'Apply' };
const CLEAR = { lv: 'Notīrīt', en: 'Clear' };
