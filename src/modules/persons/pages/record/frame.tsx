import type { ComponentChildren, VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { Button } from '#ui/form/button.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { Form } from '#ui/form/form.js';
import { Page } from '#ui/page.js';
import type { Attempt } from '#web/page-route.js';
import type { View } from '#web/view.js';
import type { PersonCard } from '../../actions/person-card.js';
import { nameOf } from '../card-sections.js';
import { WORDS } from '../words.js';

/** What every form for recording has: whose it is, what was wrong, the fields, and below them what is recorded now. */
export const RecordPage = ({ view, title, card, attempt, fields, children }: {
  view: View; title: Text; card: PersonCard; attempt: Attempt; fields: ComponentChildren; children: ComponentChildren;
}): VNode => (
  <Page {...view.frame} title={view.t(title)} breadcrumbs={[{ text: WORDS.persons, href: '/persons' }, { text: title }]}>
    <ErrorSummary lang={view.lang} errors={attempt.errors} />
    <h1>{`${view.t(title)}: ${nameOf(card)}`}</h1>
    <Form csrf={view.csrf}>
      {fields}
      <Button>{view.t(WORDS.save)}</Button>
    </Form>
    {children}
  </Page>
);
