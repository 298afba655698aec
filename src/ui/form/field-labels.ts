import { type ComponentChildren, createContext, Fragment, h, isValidElement, toChildArray } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Words } from '../words.js';

/** What the fields of a page are called, by their names, for the error summary that stands above them; null where nobody asks. */
export const FieldLabels = createContext<Map<string, Words> | null>(null);

/** Draws a page's content once unseen to hear what its fields are called. */
export function labelsIn(children: ComponentChildren): Map<string, Words> {
  const heard = new Map<string, Words>();
  renderToString(h(FieldLabels.Provider, { value: heard }, children));
  return heard;
}

/** Whether a summary with errors stands among the content, which asks for labels. */
export const holdsErrors = (children: ComponentChildren, summary: unknown): boolean =>
  toChildArray(children).some((one) => {
    if (!isValidElement(one)) return false;
    const props = one.props as { errors?: readonly unknown[]; children?: ComponentChildren };
    return one.type === Fragment ? holdsErrors(props.children, summary) : one.type === summary && (props.errors ?? []).length > 0;
  });
