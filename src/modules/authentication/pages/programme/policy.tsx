import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { Button, ButtonRow } from '#ui/form/button.js';
import { Checkboxes } from '#ui/form/checkboxes.js';
import { DateField } from '#ui/form/date-field.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { Form } from '#ui/form/form.js';
import { TextArea } from '#ui/form/text-area.js';
import { TextField } from '#ui/form/text-field.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import type { Attempt } from '#web/page-route.js';
import type { View } from '#web/view.js';
import { unitInAddress } from '../../actions/people-of.js';
import type { Board } from '../../actions/read-board.js';
import { FACTOR_NAMES, FACTORS } from '../../domain/factors.js';
import { WORDS } from './words.js';

/** How the municipality signs in, from which days, by which means. */
export function PolicyPage({ view, board: { unitId, name, policy }, attempt }: { view: View; board: Board; attempt: Attempt }): VNode {
  const { lang, t } = view;
  const field = fieldsOf({ lang, ...attempt });
  return (
    <Page {...view.frame} title={t(WORDS.changePolicy)} breadcrumbs={[{ text: WORDS.title, href: '/sign-in-programme' }, { text: name, href: `/sign-in-programme/${unitInAddress(unitId)}` }, { text: WORDS.policy }]}>
      <ErrorSummary lang={lang} errors={attempt.errors} />
      <h1>{t(WORDS.changePolicy)}</h1>
      <Lead>{t(LEAD)}</Lead>
      <Form csrf={view.csrf}>
        <DateField {...field('administratorsFrom', policy.administratorsFrom ?? '')} label={WORDS.administratorsFrom} optional />
        <DateField {...field('secondFactorFrom', policy.secondFactorFrom ?? '')} label={WORDS.secondFactorFrom} optional />
        <DateField {...field('passwordsEndOn', policy.passwordsEndOn ?? '')} label={WORDS.passwordsEndOn} hint={END_HINT} optional />
        <Checkboxes {...field('allowed', policy.allowed)} label={ALLOWED} options={FACTORS.map((factor) => ({ value: factor, label: FACTOR_NAMES[factor] }))} />
        <TextArea {...field('innerNetworks', policy.innerNetworks.join('\n'))} label={NETWORKS} hint={NETWORKS_HINT} rows={3} optional />
        <TextField {...field('idleMinutes', policy.idleMinutes === null ? '' : String(policy.idleMinutes))} label={IDLE} inputMode="numeric" width="short" optional />
        <TextField {...field('absoluteMinutes', policy.absoluteMinutes === null ? '' : String(policy.absoluteMinutes))} label={ABSOLUTE} inputMode="numeric" width="short" optional />
        <TextField {...field('basis')} label={WORDS.basis} hint={BASIS_HINT} width="full" />
        <ButtonRow>
          <Button>{t(SAVE)}</Button>
        </ButtonRow>
      </Form>
    </Page>
  );
}

const LEAD: Text = { lv: 'Dienas var mainīt, kamēr tās nav pienākušas. Iepriekšējā kārtība paliek vēsturē.', en: 'Days can be changed until they have come. The earlier policy stays in the history.' };
const END_HINT: Text = { lv: 'Tajā naktī paroles izslēdzas, ja neviens nepaliek bez citas iespējas', en: 'That night passwords end, if nobody is left without another way' };
const ALLOWED: Text = { lv: 'Atļautie līdzekļi', en: 'Allowed means' };
const NETWORKS: Text = { lv: 'Pašvaldības tīkli', en: 'Networks of the municipality' };
const NETWORKS_HINT: Text = { lv: 'Piemēram, 192.0.2.0/24, katrs savā rindā. No citurienes otrs līdzeklis vajadzīgs uzreiz; tukšs – nav atšķirības.', en: 'As in 192.0.2.0/24, one a line. From elsewhere a second means is needed at once; empty – no difference.' };
const IDLE: Text = { lv: 'Sesija beidzas nelietota pēc (minūtes)', en: 'A session ends unused after (minutes)' };
const ABSOLUTE: Text = { lv: 'Sesija beidzas jebkurā gadījumā pēc (minūtes)', en: 'A session ends in any case after (minutes)' };
const BASIS_HINT: Text = { lv: 'Rīkojums vai lēmums', en: 'An order or decision' };
const SAVE: Text = { lv: 'Noteikt kārtību', en: 'Set the policy' };
