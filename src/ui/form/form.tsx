import type { VNode } from 'preact';
import type { Children } from '../words.js';

export interface FormProps {
  readonly csrf: string;
  /** This page's own address when absent. */
  readonly action?: string | undefined;
  /** With files. */
  readonly upload?: boolean | undefined;
  readonly children: Children;
}

/** A form that changes something. The server checks it and says what is wrong in our words, so the browser is told not to. */
export const Form = ({ csrf, action, upload = false, children }: FormProps): VNode => (
  <form class="form" method="post" action={action} enctype={upload ? 'multipart/form-data' : undefined} novalidate>
    <HiddenFields values={{ _csrf: csrf }} />
    {children}
  </form>
);

/** Values that go along unseen. */
export const HiddenFields = ({ values }: { values: Readonly<Record<string, string>> }): VNode => (
  <>
    {Object.entries(values).map(([name, value]) => (
      <input key={name} type="hidden" name={name} value={value} />
    ))}
  </>
);
