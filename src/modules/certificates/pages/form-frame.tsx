import type { ComponentChildren, VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { Button, ButtonRow } from '#ui/form/button.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { Form } from '#ui/form/form.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import type { Attempt } from '#web/page-route.js';
import type { View } from '#web/view.js';
import { W } from './words.js';

interface FormFrameProps {
  readonly view: View;
  readonly attempt: Attempt;
  readonly title: Text;
  readonly back: readonly { readonly text: Text | string; readonly href: string }[];
  readonly lead?: Text | undefined;
  readonly save?: Text | undefined;
  /** Something to know before the fields. */
  readonly above?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** What every form about certificates has: what was wrong, the fields, one button. */
export const FormFrame = ({ view, attempt, title, back, lead, save = W.save, above, children }: FormFrameProps): VNode => (
  <Page {...view.frame} title={view.t(title)} breadcrumbs={[...back, { text: title }]}>
    <ErrorSummary lang={view.lang} errors={attempt.errors} />
    <h1>{view.t(title)}</h1>
    {lead && <Lead>{view.t(lead)}</Lead>}
    {above}
    <Form csrf={view.csrf}>
      {children}
      <ButtonRow>
        <Button>{view.t(save)}</Button>
      </ButtonRow>
    </Form>
  </Page>
);
