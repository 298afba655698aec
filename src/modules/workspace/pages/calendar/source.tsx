import type { VNode } from 'preact';
import { sourceWords } from '#platform/calendar/source-words.js';
import type { View } from '#web/view.js';

/** A legal basis, and where it can be read: the act itself or only a report of it, and the link says which. */
export const Source = ({ view, legalRef, source }: { view: View; legalRef: string; source: string | null }): VNode =>
  source && /^https?:/.test(source) ? (
    <>
      {`${legalRef} (`}
      <a href={source}>{view.t(sourceWords(source))}</a>
      {')'}
    </>
  ) : (
    <>{legalRef}</>
  );
