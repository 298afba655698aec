import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { Details } from '#ui/details.js';
import { Button, ButtonRow } from '#ui/form/button.js';
import { Checkboxes } from '#ui/form/checkboxes.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { Fieldset } from '#ui/form/fieldset.js';
import { type FieldState, fieldsOf } from '#ui/form/fields-of.js';
import { FileField } from '#ui/form/file-field.js';
import { Form } from '#ui/form/form.js';
import { Radios } from '#ui/form/radios.js';
import { SelectField } from '#ui/form/select-field.js';
import { TextArea } from '#ui/form/text-area.js';
import { TextField } from '#ui/form/text-field.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import { SideBySide } from '#ui/side-by-side.js';
import type { Attempt } from '#web/page-route.js';
import type { View } from '#web/view.js';
import type { Connections, ShownConnection } from '../../actions/connections.js';
import type { OfferedRow } from '../../actions/handovers.js';
import type { DirectorySettings } from '../../actions/directory-settings.js';
import { HandoverNotice } from './handovers.js';
import { pathOf, trailOf } from './list.js';
import { WAY_NAMES, WORDS } from './words.js';

type Fields = (name: string, first?: string | readonly string[]) => FieldState;

/** How a municipality's Active Directory is reached and what of it is believed, new or changed. */
export function DirectoryFormPage({ view, found, connection, attempt, offered }: { view: View; found: Connections; connection: ShownConnection | null; attempt: Attempt; offered?: OfferedRow }): VNode {
  const { lang, t } = view;
  const field = fieldsOf({ lang, ...attempt });
  const set = connection ? (connection.settings as DirectorySettings) : null;
  const kept = connection !== null && !offered;
  const title = t(offered ? WORDS.takeOver : connection ? CHANGE : ADD);
  return (
    <Page {...view.frame} title={title} breadcrumbs={[...trailOf(found), { text: WORDS.connections, href: pathOf(found.unitId) }, { text: title }]}>
      <ErrorSummary lang={lang} errors={attempt.errors} />
      <h1>{title}</h1>
      {offered ? <HandoverNotice view={view} offered={offered} /> : <Lead>{t(LEAD)}</Lead>}
      <Details summary={t(TO_PREPARE)}>
        <ol>
          {PREPARATION.map((one) => (
            <li key={one.lv}>{t(one)}</li>
          ))}
        </ol>
      </Details>
      <Form csrf={view.csrf} upload>
        <TextField {...field('title', connection?.title)} label={WORDS.title} hint={WORDS.titleHint} />
        <Radios {...field('way', set?.kind ?? 'ldaps')} label={WAY} options={(['ldaps', 'spnego', 'ldaps+spnego'] as const).map((way) => ({ value: way, label: WAY_NAMES[way] }))} />
        <Reaching lang={lang} field={field} set={set} kept={kept} />
        <Believing lang={lang} field={field} set={set} found={found} />
        <Tickets lang={lang} field={field} set={set} kept={kept} publicUrl={found.publicUrl} />
        <Outage lang={lang} field={field} set={set} />
        <ButtonRow>
          <Button>{t(offered ? WORDS.takeOver : WORDS.save)}</Button>
        </ButtonRow>
      </Form>
    </Page>
  );
}

/** Whether what is secret stays where its field is left empty. */
interface Kept {
  readonly kept: boolean;
}

interface Part {
  readonly lang: View['lang'];
  readonly field: Fields;
  readonly set: DirectorySettings | null;
}

const Reaching = ({ lang, field, set, kept }: Part & Kept): VNode => (
  <Fieldset lang={lang} legend={REACHING}>
    <TextArea {...field('hosts', set?.hosts.map(lineOf).join('\n'))} label={HOSTS} hint={HOSTS_HINT} rows={3} />
    <TextArea {...field('caPem', set?.caPem ?? '')} label={CA} hint={CA_HINT} rows={5} optional />
    <TextField {...field('serviceName', set?.serviceName)} label={SERVICE} hint={SERVICE_HINT} autoComplete="off" />
    <TextField {...field('servicePassword')} label={SERVICE_PASSWORD} {...(kept && { hint: WORDS.secretKept })} type="password" autoComplete="off" />
    <SideBySide>
      <TextField {...field('connectWithinMs', String(set?.connectWithinMs ?? 3000))} label={CONNECT} inputMode="numeric" width="short" />
      <TextField {...field('answerWithinMs', String(set?.answerWithinMs ?? 5000))} label={ANSWER} inputMode="numeric" width="short" />
    </SideBySide>
  </Fieldset>
);

/** Room for new groups under those that are there. */
const MORE_ROWS = 3;

function Believing({ lang, field, set, found }: Part & { found: Connections }): VNode {
  const rows = Array.from({ length: (set?.groupRoles.length ?? 0) + MORE_ROWS }, (_, at) => ({ at: at + 1, ...set?.groupRoles[at] }));
  const roles = found.roles.map((role) => ({ value: role.code, label: { lv: role.titleLv, en: role.titleEn } }));
  return (
    <Fieldset lang={lang} legend={BELIEVING}>
      <TextField {...field('baseDn', set?.baseDn)} label={BASE} hint={BASE_HINT} />
      <TextField {...field('upnSuffixes', set?.upnSuffixes.join(', '))} label={SUFFIXES} hint={SUFFIXES_HINT} optional />
      <TextField {...field('requiredGroup', set?.requiredGroup ?? '')} label={REQUIRED} hint={REQUIRED_HINT} optional />
      <TextField {...field('personCodeAttribute', set?.personCodeAttribute ?? '')} label={CODE} hint={CODE_HINT} optional />
      <Fieldset lang={lang} legend={GROUPS} hint={GROUPS_HINT}>
        {rows.map(({ at, group, role }) => (
          <SideBySide key={at}>
            <TextField {...field(`group${at}`, group)} label={{ lv: `${at}. grupa`, en: `Group ${at}` }} optional />
            <SelectField {...field(`role${at}`, role)} label={{ lv: `${at}. grupas loma`, en: `Role of group ${at}` }} emptyOption="–" options={roles} optional />
          </SideBySide>
        ))}
      </Fieldset>
    </Fieldset>
  );
}

const Tickets = ({ lang, field, set, kept, publicUrl }: Part & Kept & { publicUrl: string }): VNode => (
  <Fieldset lang={lang} legend={TICKETS} hint={{ lv: `${TICKETS_HINT.lv} HTTP/${new URL(publicUrl).hostname}`, en: `${TICKETS_HINT.en} HTTP/${new URL(publicUrl).hostname}` }}>
    <TextField {...field('realm', set?.realm ?? '')} label={REALM} hint={REALM_HINT} optional />
    <FileField {...field('keytab')} label={KEYTAB} {...(kept && set?.hasKeytab && { hint: WORDS.secretKept })} accept=".keytab" optional />
    <Checkboxes {...field('secondFactorProven', set?.secondFactorProven ? ['yes'] : [])} label={TWO_FACTORS} hint={TWO_FACTORS_HINT} options={[{ value: 'yes', label: TWO_FACTORS_YES }]} optional />
  </Fieldset>
);

const Outage = ({ lang, field, set }: Part): VNode => (
  <Fieldset lang={lang} legend={OUTAGE} hint={OUTAGE_HINT}>
    <Radios {...field('outage', set?.outage.kind ?? 'refuse')} label={SESSIONS} options={[{ value: 'refuse', label: REFUSE }, { value: 'grace', label: GRACE }]} />
    <TextField {...field('outageMinutes', set?.outage.kind === 'grace' ? String(set.outage.minutes) : '')} label={MINUTES} hint={MINUTES_HINT} inputMode="numeric" width="short" optional />
  </Fieldset>
);

/** A controller as a line of the form has it. */
export const lineOf = ({ name, port, address }: DirectorySettings['hosts'][number]): string => `${name}${port === 636 ? '' : `:${port}`}${address ? ` ${address}` : ''}`;

const ADD: Text = { lv: 'Pieslēgt Active Directory', en: 'Connect Active Directory' };
const CHANGE: Text = { lv: 'Mainīt Active Directory savienojumu', en: 'Change the connection to Active Directory' };
const LEAD: Text = {
  lv: 'Saglabāts tas ir melnraksts. Darbinieki to ierauga tikai tad, kad to izmēģināsiet un ieslēgsiet.',
  en: 'Once saved it is a draft. People meet it only when you have tried it and switched it on.',
};
const TO_PREPARE: Text = { lv: 'Ko pašvaldībai vispirms sagatavot', en: 'What the municipality prepares first' };
const PREPARATION: readonly Text[] = [
  { lv: 'Apkalpes kontu: parastu domēna lietotāju bez grupu tiesībām, ar garu paroli, kas tikai lasa cilvēkus un grupas.', en: 'A service account: an ordinary domain user without group rights, with a long password, that only reads people and groups.' },
  { lv: 'LDAPS domēna kontrolleros (636. ports) un sertifikātu (PEM) iestādei, kas tos izdevusi.', en: 'LDAPS on the domain controllers (port 636), and the certificate (PEM) of the authority that issued theirs.' },
  { lv: 'Vēlams: grupu, kurā ir tie, kas drīkst pierakstīties.', en: 'Advised: a group of those who may sign in.' },
  { lv: 'Ja vajag: grupas, kas iesaka lomas. Tiesības katru reizi apstiprina administrators.', en: 'If wanted: groups that suggest roles. An administrator confirms each right.' },
  { lv: 'Ja vajag: atribūtu ar personas kodu, ko cilvēks par sevi nevar mainīt, piemēram, employeeID.', en: 'If wanted: an attribute with the personal code that people cannot write about themselves, such as employeeID.' },
  { lv: 'Windows biļetēm: kontu mūsu datora vārdam ar AES atslēgām, tā keytab datni un pārlūku iestatījumu.', en: 'For Windows tickets: an account for our host name with AES keys, its keytab, and the setting of the browsers.' },
];
const WAY: Text = { lv: 'Kā cilvēki pierakstās', en: 'How people sign in' };
const REACHING: Text = { lv: 'Kā domēnu sasniegt', en: 'How the domain is reached' };
const HOSTS: Text = { lv: 'Domēna kontrolleri', en: 'Domain controllers' };
const HOSTS_HINT: Text = {
  lv: 'Katrs savā rindā, kā sertifikātā: dc1.pasv.lv. Ja mūsu serveris nosaukumu nezina, aiz atstarpes IP adrese: dc1.pasv.lv 192.0.2.7',
  en: 'One on each line, as in its certificate: dc1.pasv.lv. Where our server does not know the name, an IP address after a space: dc1.pasv.lv 192.0.2.7',
};
const CA: Text = { lv: 'Sertifikācijas iestādes sertifikāts (PEM)', en: 'Certificate of the authority (PEM)' };
const CA_HINT: Text = { lv: 'Tās iestādes, kas izdevusi kontrolleru sertifikātus. Tukšs: tās, kurām uzticas šis serveris.', en: 'Of the authority that issued the controllers’ certificates. Empty: those this server trusts.' };
const SERVICE: Text = { lv: 'Apkalpes konts', en: 'Service account' };
const SERVICE_HINT: Text = { lv: 'Parasts domēna lietotājs, kas tikai lasa: vienkopus@pasv.lv', en: 'An ordinary domain user that only reads: vienkopus@pasv.lv' };
const SERVICE_PASSWORD: Text = { lv: 'Apkalpes konta parole', en: 'Password of the service account' };
const CONNECT: Text = { lv: 'Savienojumu gaida (ms)', en: 'Waits for a connection (ms)' };
const ANSWER: Text = { lv: 'Atbildi gaida (ms)', en: 'Waits for an answer (ms)' };
const BELIEVING: Text = { lv: 'Kurus cilvēkus ielaist', en: 'Whom to let in' };
const BASE: Text = { lv: 'Kur meklēt (DN)', en: 'Where to look (DN)' };
const BASE_HINT: Text = { lv: 'Viss domēns, piemēram, DC=pasv,DC=lv, vai viens tā zars', en: 'The whole domain, such as DC=pasv,DC=lv, or one branch of it' };
const SUFFIXES: Text = { lv: 'Lietotājvārdu galotnes aiz @', en: 'Endings of user names after @' };
const SUFFIXES_HINT: Text = { lv: 'Atdaliet ar komatu. Tukšs: jebkura.', en: 'Separated by commas. Empty: any.' };
const REQUIRED: Text = { lv: 'Obligātā grupa', en: 'Required group' };
const REQUIRED_HINT: Text = { lv: 'Pierakstās tikai tās dalībnieki, arī caur citām grupām', en: 'Only its members sign in, also through other groups' };
const CODE: Text = { lv: 'Personas koda atribūts', en: 'Attribute of the personal code' };
const CODE_HINT: Text = { lv: 'Tikai tāds, ko cilvēki paši nevar mainīt, piemēram, employeeID', en: 'Only one that people cannot change themselves, such as employeeID' };
const GROUPS: Text = { lv: 'Grupas, kas iesaka lomu', en: 'Groups that suggest a role' };
const GROUPS_HINT: Text = { lv: 'Tiesības no tā vien nerodas: katru ieteikumu apstiprina lietotāju administrators.', en: 'No right comes of it alone: a user administrator confirms each suggestion.' };
const TICKETS: Text = { lv: 'Pierakstīšanās ar Windows', en: 'Signing in by Windows' };
const TICKETS_HINT: Text = { lv: 'Tikai tad, ja izvēlēta Kerberos biļete. Pakalpojuma nosaukums:', en: 'Only where the Kerberos ticket was chosen. Name of the service:' };
const REALM: Text = { lv: 'Kerberos apgabals', en: 'Kerberos realm' };
const REALM_HINT: Text = { lv: 'Ar lielajiem burtiem, piemēram, PASV.LV', en: 'In capitals, such as PASV.LV' };
const KEYTAB: Text = { lv: 'Atslēgu fails (keytab)', en: 'Key file (keytab)' };
const TWO_FACTORS: Text = { lv: 'Divi līdzekļi', en: 'Two means' };
const TWO_FACTORS_HINT: Text = { lv: 'Pašvaldība par to atbild. Tad ar biļeti vien pietiek arī tur, kur prasa divus līdzekļus.', en: 'The municipality answers for it. A ticket alone is then enough also where two means are asked for.' };
const TWO_FACTORS_YES: Text = { lv: 'Windows pierakstīšanās mūsu domēnā vienmēr prasa divus līdzekļus (viedkarti, Windows Hello)', en: 'Windows sign-in in our domain always takes two means (smart card, Windows Hello)' };
const OUTAGE: Text = { lv: 'Kad domēns neatbild', en: 'When the domain is silent' };
const OUTAGE_HINT: Text = { lv: 'Jaunas sesijas tad nesāk neviens.', en: 'Nobody begins a new session then.' };
const SESSIONS: Text = { lv: 'Iesāktās sesijas', en: 'Sessions under way' };
const REFUSE: Text = { lv: 'gaida, līdz domēns atbild', en: 'wait until the domain answers' };
const GRACE: Text = { lv: 'vēl kādu laiku turpinās', en: 'go on for some time' };
const MINUTES: Text = { lv: 'Cik minūtes', en: 'How many minutes' };
const MINUTES_HINT: Text = { lv: '1–1440 kopš brīža, kad domēns kontu pēdējoreiz apstiprināja', en: '1–1440 since the domain last confirmed the account' };
