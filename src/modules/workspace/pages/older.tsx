import type { VNode } from 'preact';
import { ButtonLink, ButtonRow } from '#ui/form/button.js';
import { hrefWith, type View } from '#web/view.js';

/** The way on through a list that goes back in time, and back to its beginning. `by` is what the address calls the place. */
export const Older = ({ view, by, next }: { view: View; by: 'before' | 'after'; next: string | null }): VNode | null => {
  if (!next && !view.query[by]) return null;
  return (
    <ButtonRow>
      {view.query[by] && (
        <ButtonLink variant="quiet" href={hrefWith(view, { [by]: undefined })}>
          {view.t(NEWEST)}
        </ButtonLink>
      )}
      {next && (
        <ButtonLink variant="secondary" href={hrefWith(view, { [by]: next })}>
          {view.t(OLDER)}
        </ButtonLink>
      )}
    </ButtonRow>
  );
};

const NEWEST = { lv: '← Uz jaunākajiem', en: '← To the newest' };
const OLDER = { lv: 'Vecāki →', en: 'Older →' };
