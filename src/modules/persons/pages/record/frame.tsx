import type { ComponentChildren, VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { Button } from '#ui/form/button.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { Form } from '#ui/form/form.js';
import { Page } from '#ui/page.js';
import type { Attempt, Redirect } from '#web/page-route.js';
import type { View } from '#web/view.js';
import type { Outcome } from '../../actions/outcome.js';
import type { PersonCard } from '../../actions/person-card.js';
import { nameOf } from '../card-sections.js';
import { WORDS } from '../words.js';

interface FrameProps {
  readonly view: View;
  readonly title: Text;
  readonly attempt: Attempt;
  /** Of a person who is in the register already. */
  readonly card?: PersonCard;
  /** For what weighs heavily on a person when it is wrong. */
  readonly danger?: boolean;
  /** What stands above the form: what it is about, or what will follow. */
  readonly before?: ComponentChildren;
  readonly fields: ComponentChildren;
  /** What the button says; "Record" when absent. */
  readonly save?: Text;
  /** Below the form: what is recorded now, or what else can be done. */
  readonly children?: ComponentChildren;
}

/** What every form for recording has: whose it is, what was wrong, the fields, one button. */
export const RecordPage = ({ view, title, attempt, card, danger, before, fields, save = WORDS.save, children }: FrameProps): VNode => (
  <Page
    {...view.frame}
    title={view.t(title)}
    breadcrumbs={[{ text: WORDS.persons, href: '/persons' }, ...(card ? [{ text: WORDS.records, href: recordsHref(card.person.id) }] : []), { text: title }]}
  >
    <ErrorSummary lang={view.lang} errors={attempt.errors} />
    <h1>{card ? `${view.t(title)}: ${nameOf(card)}` : view.t(title)}</h1>
    {before}
    <Form csrf={view.csrf}>
      {fields}
      <Button variant={danger ? 'danger' : 'primary'}>{view.t(save)}</Button>
    </Form>
    {children}
  </Page>
);

export const recordsHref = (id: string): string => `/persons/${id}/record`;

/** On to the person's entries, or back to the search when the person is no longer the recorder's to see. */
export const afterRecording = (notice: Text) => ({ id, stillSeen }: Outcome): Redirect => ({ to: stillSeen ? recordsHref(id) : '/persons', notice });
