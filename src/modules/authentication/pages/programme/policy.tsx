import type { VNode } from 'preact';
import { readableDay } from '#kernel/iso-date.js';
import type { Text } from '#kernel/text.js';
import { Button, ButtonRow } from '#ui/form/button.js';
import { Checkboxes } from '#ui/form/checkboxes.js';
import { DateField } from '#ui/form/date-field.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { Form, HiddenFields } from '#ui/form/form.js';
import { TextArea } from '#ui/form/text-area.js';
import { TextField } from '#ui/form/text-field.js';
import { Lead } from '#ui/lead.js';
import { Notice } from '#ui/notice.js';
import { Page } from '#ui/page.js';
import type { Attempt } from '#web/page-route.js';
import type { View } from '#web/view.js';
import { unitInAddress } from '../../actions/people-of.js';
import type { Board } from '../../actions/read-board.js';
import { FACTOR_NAMES, FACTORS } from '../../domain/factors.js';
import { WORDS } from './words.js';

/** How the municipality signs in, from which days, by which means. */
export function PolicyPage({ view, board: { unitId, name, policy: own, nationalDay, help, offers }, attempt }: { view: View; board: Board; attempt: Attempt }): VNode {
  const { lang, t } = view;
  const field = fieldsOf({ lang, ...attempt });
  const adopted = offers.find(({ id }) => id === (attempt.values['adopted'] ?? view.query['adopt']));
  const policy = adopted?.policy ?? own;
  const asksAgain = 'sure' in attempt.values || attempt.errors.some((error) => error.field === 'sure');
  return (
    <Page {...view.frame} title={t(WORDS.changePolicy)} breadcrumbs={[{ text: WORDS.title, href: '/sign-in-programme' }, { text: name, href: `/sign-in-programme/${unitInAddress(unitId)}` }, { text: WORDS.policy }]}>
      <ErrorSummary lang={lang} errors={attempt.errors} />
      <h1>{t(WORDS.changePolicy)}</h1>
      <Lead>{t(LEAD)}</Lead>
      <p>{t({ lv: `Valstī otrs līdzeklis visiem vajadzīgs no ${readableDay(nationalDay)} Pašvaldība var noteikt agrāku dienu; ja lauks ir tukšs, spēkā ir valsts diena.`, en: `In the country everybody needs a second factor from ${readableDay(nationalDay)} The municipality may set an earlier day; where the field is empty, the country’s day holds.` })}</p>
      {adopted && <Notice lang={lang} title={{ lv: `Sākts ar kārtību, kas bija spēkā: ${adopted.fromName}`, en: `Begun with the policy that was in force in ${adopted.fromName}` }} />}
      <Form csrf={view.csrf} action={`/sign-in-programme/${unitInAddress(unitId)}/policy`}>
        {adopted && <HiddenFields values={{ adopted: adopted.id }} />}
        <DateField {...field('administratorsFrom', policy.administratorsFrom ?? '')} label={WORDS.administratorsFrom} max={nationalDay} optional />
        <DateField {...field('secondFactorFrom', policy.secondFactorFrom ?? '')} label={WORDS.secondFactorFrom} max={nationalDay} optional />
        <DateField {...field('passwordsEndOn', policy.passwordsEndOn ?? '')} label={WORDS.passwordsEndOn} hint={END_HINT} optional />
        <Checkboxes {...field('allowed', policy.allowed)} label={WORDS.allowed} options={FACTORS.map((factor) => ({ value: factor, label: FACTOR_NAMES[factor] }))} />
        <TextArea {...field('innerNetworks', policy.innerNetworks.join('\n'))} label={WORDS.networks} hint={NETWORKS_HINT} rows={3} optional />
        <TextField {...field('idleMinutes', policy.idleMinutes === null ? '' : String(policy.idleMinutes))} label={IDLE} inputMode="numeric" width="short" optional />
        <TextField {...field('absoluteMinutes', policy.absoluteMinutes === null ? '' : String(policy.absoluteMinutes))} label={ABSOLUTE} inputMode="numeric" width="short" optional />
        <TextField {...field('help', help)} label={WORDS.help} hint={HELP_HINT} width="full" optional />
        <TextField {...field('basis')} label={WORDS.basis} hint={BASIS_HINT} width="full" />
        {asksAgain && <Checkboxes {...field('sure')} label={SURE} options={[{ value: 'yes', label: SURE_YES }]} />}
        <ButtonRow>
          <Button>{t(SAVE)}</Button>
        </ButtonRow>
      </Form>
    </Page>
  );
}

const LEAD: Text = { lv: 'Jauna diena nav agrāka par šodienu. Iepriekšējā kārtība paliek vēsturē.', en: 'A new day is today or later. The earlier policy stays in the history.' };
const END_HINT: Text = { lv: 'Tajā naktī paroles izslēdzas, ja neviens nepaliek bez citas iespējas', en: 'That night passwords end, if nobody is left without another way' };
const HELP_HINT: Text = { lv: 'Tālrunis, telpa, laiks: stāvēs vēstulēs un atgādinājumos', en: 'Telephone, room, hours: stands in letters and reminders' };
const SURE: Text = { lv: 'Apstiprinājums', en: 'Confirmation' };
const SURE_YES: Text = { lv: 'Zinu, kas notiks, un vēlos to', en: 'I know what will happen, and want it' };
const NETWORKS_HINT: Text = { lv: 'Piemēram, 192.0.2.0/24, katrs savā rindā. No citurienes otrs līdzeklis vajadzīgs uzreiz; tukšs – nav atšķirības.', en: 'As in 192.0.2.0/24, one a line. From elsewhere a second factor is needed at once; empty – no difference.' };
const IDLE: Text = { lv: 'Sesija beidzas nelietota pēc (minūtes)', en: 'A session ends unused after (minutes)' };
const ABSOLUTE: Text = { lv: 'Sesija beidzas jebkurā gadījumā pēc (minūtes)', en: 'A session ends in any case after (minutes)' };
const BASIS_HINT: Text = { lv: 'Rīkojums vai lēmums', en: 'An order or decision' };
const SAVE: Text = { lv: 'Noteikt kārtību', en: 'Set the policy' };
