import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { LEVELS } from '#modules/authentication/public.js';
import { Checkboxes } from '#ui/form/checkboxes.js';
import type { fieldsOf } from '#ui/form/fields-of.js';
import { SelectField } from '#ui/form/select-field.js';
import { TextArea } from '#ui/form/text-area.js';
import { TextField } from '#ui/form/text-field.js';
import { type Kind, KIND_RULES, SCOPES } from '../../domain/client.js';
import type { ClientRow } from '../../actions/clients.js';
import { LEVEL_NAMES, SCOPE_NAMES, WORDS } from '../words.js';

interface FieldsProps {
  readonly field: ReturnType<typeof fieldsOf>;
  readonly kind: Kind;
  readonly client?: ClientRow;
  readonly everywhere: boolean;
}

/** What is asked about a program, as far as its kind has it. */
export function ClientFields({ field, kind, client, everywhere }: FieldsProps): VNode {
  const rules = KIND_RULES[kind];
  return (
    <>
      <TextField {...field('titleLv', client?.titleLv)} label={TITLE_LV} width="full" />
      <TextField {...field('titleEn', client?.titleEn)} label={TITLE_EN} width="full" />
      {rules.redirects && (
        <>
          <TextArea {...field('redirectUris', client?.redirectUris.join('\n'))} label={REDIRECTS} hint={kind === 'native' ? REDIRECTS_NATIVE : REDIRECTS_WEB} rows={3} />
          <TextArea {...field('postLogoutUris', client?.postLogoutUris.join('\n'))} label={POST_LOGOUT} hint={POST_LOGOUT_HINT} rows={2} optional />
        </>
      )}
      {kind === 'web' && <TextField {...field('backChannelUri', client?.backChannelUri ?? '')} label={BACK_CHANNEL} hint={BACK_CHANNEL_HINT} width="full" optional />}
      {rules.networks && <TextArea {...field('networks', client?.networks.join('\n'))} label={NETWORKS} hint={NETWORKS_HINT} rows={2} optional />}
      {rules.people && (
        <>
          <SelectField {...field('leastLevel', client?.leastLevel ?? 'low')} label={WORDS.level} options={LEVELS.map((value) => ({ value, label: LEVEL_NAMES[value] }))} />
          <Checkboxes {...field('scopes')} values={client?.scopes} label={DATA} hint={DATA_HINT} options={SCOPES.map((value) => ({ value, label: SCOPE_NAMES[value] }))} optional />
          <TextField {...field('sector', client?.sector)} label={SECTOR} hint={SECTOR_HINT} width="medium" optional />
        </>
      )}
      {kind === 'web' && everywhere && <Checkboxes {...field('firstParty')} values={client?.firstParty ? ['yes'] : []} label={FIRST_PARTY} options={[{ value: 'yes', label: FIRST_PARTY_YES, hint: FIRST_PARTY_HINT }]} optional />}
    </>
  );
}

const TITLE_LV: Text = { lv: 'Nosaukums latviski', en: 'Title in Latvian' };
const TITLE_EN: Text = { lv: 'Nosaukums angliski', en: 'Title in English' };
export const REDIRECTS: Text = { lv: 'Atgriešanās adreses', en: 'Addresses to return to' };
const REDIRECTS_WEB: Text = { lv: 'Katra savā rindā, precīzi tāda, kādu sūta lietotne: https://portals.example.lv/atpakal', en: 'One a line, exactly as the program sends it: https://portal.example.lv/back' };
const REDIRECTS_NATIVE: Text = { lv: 'Katra savā rindā: http://127.0.0.1/atpakal; ports var būt jebkurš', en: 'One a line: http://127.0.0.1/back; any port may be used' };
export const POST_LOGOUT: Text = { lv: 'Adreses pēc izrakstīšanās', en: 'Addresses after signing out' };
const POST_LOGOUT_HINT: Text = { lv: 'Katra savā rindā', en: 'One a line' };
export const BACK_CHANNEL: Text = { lv: 'Adrese paziņojumiem par izrakstīšanos', en: 'Address for notices of signing out' };
const BACK_CHANNEL_HINT: Text = { lv: 'Serveris, kam paziņot, ka cilvēka sesija ir beigusies (OpenID Connect Back-Channel Logout)', en: 'The server to tell that a person’s session ended (OpenID Connect Back-Channel Logout)' };
export const NETWORKS: Text = { lv: 'Tīkli, kuros ierīce atrodas', en: 'Networks where the device stands' };
const NETWORKS_HINT: Text = {
  lv: 'Katrs savā rindā, piemēram, 192.0.2.0/24. No citurienes kodu nedos: svešinieks nevarēs pierunāt to ievadīt. Tukšs: no jebkurienes.',
  en: 'One a line, as in 192.0.2.0/24. No code is given out elsewhere, so that no stranger can talk anybody into typing it. Empty: from anywhere.',
};
export const DATA: Text = { lv: 'Nododamie dati', en: 'Data handed over' };
const DATA_HINT: Text = { lv: 'Tikai tas, bez kā lietotne nevar strādāt', en: 'Only what the program cannot do without' };
export const SECTOR: Text = { lv: 'Sektors', en: 'Sector' };
const SECTOR_HINT: Text = {
  lv: 'Viena sektora lietotnes pazīst cilvēku pēc viena apzīmējuma, citas – ne. Tukšs: sava domēna vai tikai šai lietotnei.',
  en: 'Programs of one sector know a person by one identifier, others do not. Empty: that of its domain, or of this program alone.',
};
const FIRST_PARTY: Text = { lv: 'Datu nodošanas lapa', en: 'Page about the data' };
const FIRST_PARTY_YES: Text = { lv: 'Nerādīt: šī ir mūsu pašu lietotne', en: 'Do not show: this is a program of our own' };
const FIRST_PARTY_HINT: Text = { lv: 'Svešās lietotnēs cilvēks vispirms redz, kādi dati tiks nodoti', en: 'In programs of others a person first sees which data is handed over' };
