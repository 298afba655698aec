import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { ButtonLink, ButtonRow } from '#ui/form/button.js';
import { Notice } from '#ui/notice.js';
import { Page } from '#ui/page.js';
import type { View } from '#web/view.js';

/** Why nothing came of it, and where to go on. */
export const RefusedPage = ({ view, why, back }: { view: View; why: Text; back: string }): VNode => (
  <Page {...view.frame} title={view.t(TITLE)}>
    <h1>{view.t(TITLE)}</h1>
    <Notice lang={view.lang} tone="warning" title={why} announced />
    <ButtonRow>
      <ButtonLink href={back}>{view.t(BACK)}</ButtonLink>
    </ButtonRow>
  </Page>
);

const TITLE: Text = { lv: 'Neizdevās', en: 'It did not work' };
const BACK: Text = { lv: 'Atgriezties', en: 'Go back' };
