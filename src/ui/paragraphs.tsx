import type { VNode } from 'preact';

/** Text that a person typed, in the paragraphs and lines they typed it in. */
export const Paragraphs = ({ text }: { text: string }): VNode => (
  <>
    {text.trim().split(/\r?\n[ \t]*\r?\n\s*/).map((paragraph, at) => (
      <p key={at}>{paragraph.split(/\r?\n/).flatMap((line, row) => (row === 0 ? [line] : [<br key={row} />, line]))}</p>
    ))}
  </>
);
