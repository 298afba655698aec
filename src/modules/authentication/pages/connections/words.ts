import type { Text } from '#kernel/text.js';
import type { ConnectionKind } from '../../actions/connections.js';

export const WORDS = {
  connections: { lv: 'Pašvaldības kontu savienojumi', en: 'Connections to municipal accounts' },
  suggestions: { lv: 'Domēna grupu lomu ieteikumi', en: 'Roles suggested by domain groups' },
  handovers: { lv: 'Pārņemamie pašvaldību kontu savienojumi', en: 'Connections to take over' },
  title: { lv: 'Nosaukums', en: 'Title' },
  titleHint: { lv: 'To redz cilvēki pierakstīšanās lapā, piemēram, “Pašvaldības domēns”', en: 'People see it on the sign-in page, such as “Domain of the municipality”' },
  kind: { lv: 'Veids', en: 'Kind' },
  state: { lv: 'Stāvoklis', en: 'State' },
  since: { lv: 'Iestatīts', en: 'Set up' },
  by: { lv: 'Kas', en: 'By' },
  until: { lv: 'Līdz', en: 'Until' },
  inUse: { lv: 'lietošanā', en: 'in use' },
  draft: { lv: 'melnraksts: vēl neredz neviens', en: 'draft: nobody sees it yet' },
  worked: { lv: 'Izmēģināts', en: 'Tried' },
  closed: { lv: 'slēgts', en: 'closed' },
  takeOver: { lv: 'Pārņemt savienojumu', en: 'Take the connection over' },
  save: { lv: 'Saglabāt', en: 'Save' },
  yes: { lv: 'jā', en: 'yes' },
  no: { lv: 'nē', en: 'no' },
  secretKept: { lv: 'Noslēpums ir saglabāts un netiek rādīts. Atstājiet tukšu, lai tas paliek.', en: 'The secret is kept and not shown. Leave empty to keep it.' },
} as const satisfies Record<string, Text>;

export const KIND_NAMES: Readonly<Record<ConnectionKind, Text>> = {
  'active-directory': { lv: 'Active Directory', en: 'Active Directory' },
  openid: { lv: 'OpenID Connect (Entra ID, AD FS)', en: 'OpenID Connect (Entra ID, AD FS)' },
};

export const WAY_NAMES = {
  ldaps: { lv: 'Domēna parole (LDAPS)', en: 'Domain password (LDAPS)' },
  spnego: { lv: 'Windows pierakstīšanās (Kerberos biļete)', en: 'Windows sign-in (Kerberos ticket)' },
  'ldaps+spnego': { lv: 'Abas: biļete un domēna parole', en: 'Both: ticket and domain password' },
} as const satisfies Record<string, Text>;
