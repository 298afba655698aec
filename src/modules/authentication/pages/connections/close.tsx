import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { Button, ButtonLink, ButtonRow } from '#ui/form/button.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { Form } from '#ui/form/form.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import type { Attempt } from '#web/page-route.js';
import type { View } from '#web/view.js';
import type { ConnectionDetails } from '../../actions/connections.js';
import { pathOf, trailOf } from './list.js';
import { WORDS } from './words.js';

export const ClosePage = ({ view, found, attempt }: { view: View; found: ConnectionDetails; attempt: Attempt }): VNode => (
  <Page {...view.frame} title={view.t(TITLE)} breadcrumbs={[...trailOf(found), { text: WORDS.connections, href: pathOf(found.unitId) }, { text: found.connection.title }]}>
    <ErrorSummary lang={view.lang} errors={attempt.errors} />
    <h1>{`${view.t(TITLE)}: ${found.connection.title}`}</h1>
    <Lead>{view.t(LEAD)}</Lead>
    <Form csrf={view.csrf}>
      <ButtonRow>
        <Button variant="danger">{view.t(CLOSE)}</Button>
        <ButtonLink href={`${pathOf(found.unitId)}/${found.connection.id}`} variant="secondary">
          {view.t(KEEP)}
        </ButtonLink>
      </ButtonRow>
    </Form>
  </Page>
);

const TITLE: Text = { lv: 'Slēgt savienojumu', en: 'Close the connection' };
const LEAD: Text = {
  lv: 'Ar to vairs neviens nepierakstīsies, un tūlīt beigsies sesijas, kas sāktas ar to. Noslēpumi tiks izdzēsti; atvērt no jauna nevarēs, bet varēs izveidot jaunu.',
  en: 'Nobody will sign in by it any more, and sessions begun by it end at once. Its secrets are erased; it cannot be opened again, but a new one can be made.',
};
const CLOSE: Text = { lv: 'Slēgt', en: 'Close' };
const KEEP: Text = { lv: 'Atstāt', en: 'Keep it' };
