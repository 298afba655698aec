import type { VNode } from 'preact';

/** A learning outcome by its code and words. The classifier has them in Latvian alone, so that their language is marked for whoever hears them. */
export const OutcomeWords = ({ outcome: { code, words } }: { outcome: { readonly code: string; readonly words: string } }): VNode => (
  <>
    {`${code} `}
    <span lang="lv">{words}</span>
  </>
);
