import type { VNode } from 'preact';
import { fill, type Text } from '#kernel/text.js';
import { Button, ButtonLink, ButtonRow } from '#ui/form/button.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { Form } from '#ui/form/form.js';
import { TextArea } from '#ui/form/text-area.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import { SummaryList } from '#ui/summary-list.js';
import type { Attempt } from '#web/page-route.js';
import type { View } from '#web/view.js';
import type { WithdrawForm } from '../../actions/delegate.js';
import type { RemoteRow } from '../../actions/remote-courses.js';
import { titleOf, WORDS } from '../words.js';
import { CANCEL, crumbsOf, whenOf } from './list-page.js';

/** Asks why before a remote course is called off. */
export function CancelPage({ view, attempt, remote }: { view: View; attempt: Attempt; remote: RemoteRow }): VNode {
  const { lang, t } = view;
  const field = fieldsOf({ lang, ...attempt });
  return (
    <Page {...view.frame} title={t(CANCEL)} breadcrumbs={crumbsOf(remote, CANCEL)}>
      <ErrorSummary lang={lang} errors={attempt.errors} />
      <h1>{t(CANCEL)}</h1>
      <Lead>{`${t(titleOf(remote))}, ${whenOf(remote)}`}</Lead>
      <p>{t(fill(CANCEL_HINT, { sent: remote.confirmed + remote.waiting }))}</p>
      <Form csrf={view.csrf}>
        <TextArea {...field('why')} label={WHY} rows={2} />
        <ButtonRow>
          <Button variant="danger">{t(CANCEL)}</Button>
          <ButtonLink href={`/training/remote/${remote.id}`} variant="quiet">
            {t(BACK)}
          </ButtonLink>
        </ButtonRow>
      </Form>
    </Page>
  );
}

/** Asks once more before a seat is given up or taken back. */
export function WithdrawPage({ view, attempt, form: { participant, remote, own } }: { view: View; attempt: Attempt; form: WithdrawForm }): VNode {
  const { lang, t } = view;
  const title = own ? GIVE_UP : WITHDRAW;
  return (
    <Page {...view.frame} title={t(title)} breadcrumbs={crumbsOf(remote, title)}>
      <ErrorSummary lang={lang} errors={attempt.errors} />
      <h1>{t(title)}</h1>
      <SummaryList
        lang={lang}
        items={[
          { key: WORDS.course, value: t(titleOf(remote)) },
          { key: WORDS.when, value: whenOf(remote) },
          { key: WORDS.name, value: participant.name },
        ]}
      />
      <p>{t(participant.state === 'confirmed' ? SEAT_GOES_ON : PLACE_IS_LOST)}</p>
      <Form csrf={view.csrf}>
        <ButtonRow>
          <Button variant="danger">{t(title)}</Button>
          <ButtonLink href={own ? '/training' : `/training/remote/${remote.id}/delegate`} variant="quiet">
            {t(BACK)}
          </ButtonLink>
        </ButtonRow>
      </Form>
    </Page>
  );
}

const CANCEL_HINT: Text = { lv: 'Visi deleģētie ({sent}) saņems paziņojumu ar iemeslu. Atceltas mācības atjaunot nevar.', en: 'All who were sent ({sent}) will be told with the reason. A cancelled course cannot be brought back.' };
const WHY: Text = { lv: 'Iemesls (to redzēs dalībnieki)', en: 'Reason (participants will see it)' };
const BACK: Text = { lv: 'Atpakaļ', en: 'Back' };
const GIVE_UP: Text = { lv: 'Atteikties no mācībām', en: 'Give up the course' };
const WITHDRAW: Text = { lv: 'Atsaukt dalību', en: 'Withdraw the participation' };
const SEAT_GOES_ON: Text = { lv: 'Vietu uzreiz saņems tas, kurš gaida visilgāk.', en: 'The seat goes at once to whoever has waited longest.' };
const PLACE_IS_LOST: Text = { lv: 'Vieta gaidītāju rindā zudīs.', en: 'The place in the waiting list is lost.' };
