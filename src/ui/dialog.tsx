import type { VNode } from 'preact';
import type { Lang } from '#kernel/text.js';
import { type Children, type Words, wordsIn } from './words.js';

export interface DialogProps {
  readonly lang: Lang;
  readonly id: string;
  /** The words of the button that opens it. */
  readonly trigger: Words;
  readonly title: Words;
  readonly children: Children;
}

/** A short side question over the page, by the browser's own popover: no script, Esc closes it. Older browsers show it in place. */
export const Dialog = ({ lang, id, trigger, title, children }: DialogProps): VNode => (
  <>
    <button class="button button-secondary" type="button" popovertarget={id}>
      {wordsIn(lang, trigger)}
    </button>
    <div class="dialog" id={id} popover="auto" role="dialog" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{wordsIn(lang, title)}</h2>
      {children}
      <button class="dialog-close" type="button" popovertarget={id} popovertargetaction="hide">
        {CLOSE[lang]}
      </button>
    </div>
  </>
);

const CLOSE = { lv: 'Aizvērt', en: 'Close' };
