import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { Button, ButtonLink, ButtonRow } from '#ui/form/button.js';
import { Form } from '#ui/form/form.js';
import type { View } from '#web/view.js';
import { WORDS } from '../words.js';

interface Props {
  readonly view: View;
  readonly keep: Text;
}

/** The last question before something of one's own means is gone, with the way back. */
export const ConfirmOrKeep = ({ view, what, confirm, keep }: Props & { readonly what: Text; readonly confirm: Text }): VNode => (
  <>
    <p>{view.t(what)}</p>
    <Form csrf={view.csrf}>
      <ButtonRow>
        <Button variant="danger">{view.t(confirm)}</Button>
        <Keep view={view} keep={keep} />
      </ButtonRow>
    </Form>
  </>
);

/** In its place where it may not be gone yet: what to add first. */
export const AddFirstOrKeep = ({ view, keep }: Props): VNode => (
  <ButtonRow>
    <ButtonLink href="/my/sign-in/passkeys">{view.t(WORDS.addPasskey)}</ButtonLink>
    <Keep view={view} keep={keep} />
  </ButtonRow>
);

const Keep = ({ view, keep }: Props): VNode => (
  <ButtonLink href="/my/sign-in" variant="secondary">
    {view.t(keep)}
  </ButtonLink>
);
