import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { Button, ButtonLink, ButtonRow } from '#ui/form/button.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { Form } from '#ui/form/form.js';
import { Lead } from '#ui/lead.js';
import { Notice } from '#ui/notice.js';
import { Page } from '#ui/page.js';
import type { Attempt } from '#web/page-route.js';
import type { View } from '#web/view.js';
import type { Closing } from '../../actions/close-connection.js';
import { pathOf, trailOf } from './list.js';
import { WORDS } from './words.js';

export const ClosePage = ({ view, found, attempt }: { view: View; found: Closing; attempt: Attempt }): VNode => (
  <Page {...view.frame} title={view.t(TITLE)} breadcrumbs={[...trailOf(found), { text: WORDS.connections, href: pathOf(found.unitId) }, { text: found.connection.title }]}>
    <ErrorSummary lang={view.lang} errors={attempt.errors} />
    <h1>{`${view.t(TITLE)}: ${found.connection.title}`}</h1>
    <Lead>{view.t(LEAD)}</Lead>
    {found.losers.n > 0 && <Needed view={view} found={found} />}
    <Form csrf={view.csrf}>
      <ButtonRow>
        {found.losers.n === 0 && <Button variant="danger">{view.t(CLOSE)}</Button>}
        <ButtonLink href={`${pathOf(found.unitId)}/${found.connection.id}`} variant="secondary">
          {view.t(KEEP)}
        </ButtonLink>
      </ButtonRow>
    </Form>
  </Page>
);

/** Whom it would lock out, and where they are helped. */
const Needed = ({ view: { lang, t }, found: { unitId, losers: { names, n } } }: { view: View; found: Closing }): VNode => (
  <Notice lang={lang} tone="danger" title={{ lv: `Vēl nevar slēgt: bez tā pierakstīties nevarētu (${n})`, en: `It cannot be closed yet: without it these could not sign in (${n})` }}>
    <ul>
      {names.map((name) => (
        <li key={name}>{name}</li>
      ))}
      {n > names.length && <li>{t({ lv: `un vēl ${n - names.length}`, en: `and ${n - names.length} more` })}</li>}
    </ul>
    <p>{t(HELP_THEM)}</p>
    <p>
      <a href={`/sign-in-programme/${unitId}`}>{t(WHO_IS_READY)}</a> · <a href={`/sign-in-programme/${unitId}/exceptions`}>{t(EXCEPT)}</a>
    </p>
  </Notice>
);

const HELP_THEM: Text = { lv: 'Vispirms palīdziet viņiem pievienot citu atļautu līdzekli vai piešķiriet izņēmumu. Izņēmums palīdz tikai tam, kam ir parole vai cits līdzeklis.', en: 'First help them add another means that is allowed, or give exceptions. An exception helps only those who have a password or another means.' };
const WHO_IS_READY: Text = { lv: 'Kam kas ir', en: 'Who has what' };
const EXCEPT: Text = { lv: 'Piešķirt izņēmumu', en: 'Give an exception' };
const TITLE: Text = { lv: 'Slēgt savienojumu', en: 'Close the connection' };
const LEAD: Text = {
  lv: 'Ar to vairs neviens nepierakstīsies, un tūlīt beigsies sesijas, kas sāktas ar to. Noslēpumi tiks izdzēsti; atvērt no jauna nevarēs, bet varēs izveidot jaunu.',
  en: 'Nobody will sign in by it any more, and sessions begun by it end at once. Its secrets are erased; it cannot be opened again, but a new one can be made.',
};
const CLOSE: Text = { lv: 'Slēgt', en: 'Close' };
const KEEP: Text = { lv: 'Atstāt', en: 'Keep it' };
