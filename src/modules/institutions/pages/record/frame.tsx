import type { ComponentChildren, VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { Button } from '#ui/form/button.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { Form } from '#ui/form/form.js';
import { Page } from '#ui/page.js';
import type { Attempt } from '#web/page-route.js';
import type { View } from '#web/view.js';
import { WORDS } from '../words.js';

interface FrameProps {
  readonly view: View;
  readonly title: Text;
  readonly attempt: Attempt;
  /** Of an institution that is there already. */
  readonly institution?: { readonly name: string; readonly regNr: string };
  readonly danger?: boolean;
  /** What stands above the form: what it is about, or what will follow. */
  readonly before?: ComponentChildren;
  /** What else can be done instead, below the form. */
  readonly after?: ComponentChildren;
  /** What the button says; "Record" when absent. */
  readonly save?: Text;
  readonly children: ComponentChildren;
}

/** What every form of the registrar has: whose it is, what was wrong, the fields, one button. */
export const RecordPage = ({ view, title, attempt, institution, danger, before, after, save = WORDS.save, children }: FrameProps): VNode => {
  const whose = institution ? [{ text: institution.name, href: `/institutions/${institution.regNr}` }] : [];
  return (
    <Page {...view.frame} title={view.t(title)} breadcrumbs={[{ text: WORDS.institutions, href: '/institutions' }, ...whose, { text: title }]}>
      <ErrorSummary lang={view.lang} errors={attempt.errors} />
      <h1>{institution ? `${view.t(title)}: ${institution.name}` : view.t(title)}</h1>
      {before}
      <Form csrf={view.csrf}>
        {children}
        <Button variant={danger ? 'danger' : 'primary'}>{view.t(save)}</Button>
      </Form>
      {after}
    </Page>
  );
};
