import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { Button, ButtonRow } from '#ui/form/button.js';
import { DateField } from '#ui/form/date-field.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { Form } from '#ui/form/form.js';
import { TextField } from '#ui/form/text-field.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import type { Attempt } from '#web/page-route.js';
import type { View } from '#web/view.js';
import { unitInAddress } from '../../actions/people-of.js';
import type { Board } from '../../actions/read-board.js';
import { WORDS } from './words.js';

export function ExceptionPage({ view, board: { unitId, name, noticeDays }, attempt }: { view: View; board: Board; attempt: Attempt }): VNode {
  const { lang, t } = view;
  const field = fieldsOf({ lang, ...attempt });
  return (
    <Page {...view.frame} title={t(WORDS.exception)} breadcrumbs={[{ text: WORDS.title, href: '/sign-in-programme' }, { text: name, href: `/sign-in-programme/${unitInAddress(unitId)}` }, { text: WORDS.exception }]}>
      <ErrorSummary lang={lang} errors={attempt.errors} />
      <h1>{t(WORDS.exception)}</h1>
      <Lead>{t(LEAD)}</Lead>
      <Form csrf={view.csrf}>
        <TextField {...field('login')} label={WORDS.login} autoComplete="off" width="medium" />
        <TextField {...field('reason')} label={WORDS.reason} width="full" />
        <DateField {...field('validTo')} label={UNTIL} hint={untilHint(noticeDays)} />
        <ButtonRow>
          <Button>{t(WORDS.exception)}</Button>
        </ButtonRow>
      </Form>
    </Page>
  );
}

const LEAD: Text = { lv: 'Lietotājs līdz norādītajai dienai pierakstās kā līdz šim. Izņēmums beidzas pats.', en: 'Until the day the user signs in as before. The exception ends by itself.' };
const UNTIL: Text = { lv: 'Līdz (neieskaitot)', en: 'Until (not including)' };
const untilHint = (noticeDays: number): Text => ({
  lv: `Ne vairāk kā 92 dienas. Lai paroles varētu izslēgt, tam jābūt spēkā vēl vismaz ${noticeDays} dienas.`,
  en: `92 days at most. For passwords to end it must last ${noticeDays} more days at least.`,
});
