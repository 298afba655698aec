import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { Button, ButtonRow } from '#ui/form/button.js';
import { Checkboxes } from '#ui/form/checkboxes.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { Form } from '#ui/form/form.js';
import { TextArea } from '#ui/form/text-area.js';
import { TextField } from '#ui/form/text-field.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import type { Attempt } from '#web/page-route.js';
import type { View } from '#web/view.js';
import type { Connections, ShownConnection } from '../../actions/connections.js';
import type { OfferedRow } from '../../actions/handovers.js';
import type { OpenIdSettings } from '../../actions/openid-settings.js';
import { HandoverNotice } from './handovers.js';
import { pathOf, trailOf } from './list.js';
import { WORDS } from './words.js';

/** How a municipality's OpenID provider is reached and what of it is believed, new or changed. */
export function OpenIdFormPage({ view, found, connection, attempt, offered }: { view: View; found: Connections; connection: ShownConnection | null; attempt: Attempt; offered?: OfferedRow }): VNode {
  const { lang, t } = view;
  const field = fieldsOf({ lang, ...attempt });
  const set = connection ? (connection.settings as OpenIdSettings) : null;
  const title = t(offered ? WORDS.takeOver : connection ? CHANGE : ADD);
  return (
    <Page {...view.frame} title={title} breadcrumbs={[...trailOf(found), { text: WORDS.connections, href: pathOf(found.unitId) }, { text: title }]}>
      <ErrorSummary lang={lang} errors={attempt.errors} />
      <h1>{title}</h1>
      {offered ? <HandoverNotice view={view} offered={offered} /> : <Lead>{t(LEAD)}</Lead>}
      <Form csrf={view.csrf}>
        <TextField {...field('title', connection?.title)} label={WORDS.title} hint={WORDS.titleHint} />
        <TextField {...field('issuer', set?.issuer)} label={ISSUER} hint={ISSUER_HINT} width="full" />
        <TextField {...field('clientId', set?.clientId)} label={CLIENT} autoComplete="off" />
        <TextField {...field('clientSecret')} label={SECRET} {...(set?.hasSecret && !offered && { hint: WORDS.secretKept })} type="password" autoComplete="off" />
        <Checkboxes {...field('withoutSecret', set && !set.hasSecret ? ['yes'] : [])} label={PUBLIC} options={[{ value: 'yes', label: PUBLIC_YES }]} optional />
        <TextField {...field('scopes', set?.scopes.join(' ') ?? 'profile')} label={SCOPES} hint={SCOPES_HINT} optional />
        <TextField {...field('personCodeClaim', set?.personCodeClaim ?? '')} label={CODE} hint={CODE_HINT} optional />
        <Checkboxes {...field('believesFactors', set?.believesFactors ? ['yes'] : [])} label={FACTORS} options={[{ value: 'yes', label: FACTORS_YES }]} optional />
        <TextArea {...field('acrLevels', linesOf(set?.acrLevels))} label={ACR} hint={ACR_HINT} rows={3} optional />
        <TextArea {...field('mustSay', linesOf(set?.mustSay))} label={MUST} hint={MUST_HINT} rows={3} optional />
        <ButtonRow>
          <Button>{t(offered ? WORDS.takeOver : WORDS.save)}</Button>
        </ButtonRow>
      </Form>
    </Page>
  );
}

export const linesOf = (pairs: Readonly<Record<string, string>> = {}): string => Object.entries(pairs).map((pair) => pair.join(' = ')).join('\n');

const ADD: Text = { lv: 'Pieslēgt OpenID', en: 'Connect OpenID' };
const CHANGE: Text = { lv: 'Mainīt OpenID savienojumu', en: 'Change the connection to OpenID' };
const LEAD: Text = {
  lv: 'Atgriešanās adresi, kas jāreģistrē pašvaldības pusē, redzēsiet pēc saglabāšanas.',
  en: 'The address of return, to be registered on the side of the municipality, is shown once this is saved.',
};
const ISSUER: Text = { lv: 'Izdevējs (issuer)', en: 'Issuer' };
const ISSUER_HINT: Text = {
  lv: 'Tieši tā, kā to raksta sniedzējs: https://login.microsoftonline.com/<tenant>/v2.0 vai https://adfs.pasv.lv/adfs',
  en: 'Exactly as the provider writes it: https://login.microsoftonline.com/<tenant>/v2.0 or https://adfs.pasv.lv/adfs',
};
const CLIENT: Text = { lv: 'Klienta identifikators (client_id)', en: 'Client identifier (client_id)' };
const SECRET: Text = { lv: 'Klienta noslēpums (client_secret)', en: 'Client secret (client_secret)' };
const PUBLIC: Text = { lv: 'Noslēpuma nav', en: 'No secret' };
const PUBLIC_YES: Text = { lv: 'Klientam noslēpuma nav', en: 'The client has no secret' };
const SCOPES: Text = { lv: 'Tvērumi (scope)', en: 'Scopes' };
const SCOPES_HINT: Text = { lv: 'Atdaliet ar atstarpi; openid ir vienmēr', en: 'Separated by spaces; openid is always among them' };
const CODE: Text = { lv: 'Personas koda apgalvojums (claim)', en: 'Claim with the personal code' };
const CODE_HINT: Text = { lv: 'Tikai tad, ja pašvaldība kodus ir pārbaudījusi. Ar to atrod vienīgi šīs pašvaldības darbiniekus.', en: 'Only where the municipality has checked the codes. It finds people of this municipality alone.' };
const FACTORS: Text = { lv: 'Divi līdzekļi', en: 'Two means' };
const FACTORS_YES: Text = { lv: 'Ticēt sniedzējam, ja tas saka, ka lietoti divi līdzekļi (amr)', en: 'Believe the provider when it says that two means were used (amr)' };
const ACR: Text = { lv: 'Drošības klases (acr)', en: 'Classes of assurance (acr)' };
const ACR_HINT: Text = { lv: 'Katrā rindā “klase = substantial” vai “klase = low”', en: 'On each line “class = substantial” or “class = low”' };
const MUST: Text = { lv: 'Obligātie apgalvojumi', en: 'Claims that must be so' };
const MUST_HINT: Text = { lv: 'Katrā rindā “apgalvojums = vērtība”; bez tiem neielaiž', en: 'On each line “claim = value”; nobody is let in without them' };
