import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { instant, number } from '#ui/format.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import { DataTable } from '#ui/table/data-table.js';
import { showPage, type WebRoute } from '#web/page-route.js';
import type { View } from '#web/view.js';
import { type Receivers, viewReceivers } from '../../actions/changes.js';
import { CERTIFICATES, RECEIVERS, W } from '../words.js';

const TITLE: Text = W.receivers;

export const receiverRoutes: readonly WebRoute[] = [showPage({ path: RECEIVERS, action: viewReceivers, render: (found, view) => <ReceiversPage view={view} found={found} /> })];

interface Row {
  readonly key: string;
  readonly name: string;
  readonly isRegister: boolean;
  readonly consents: number | null;
  readonly lastReadAt: Date | null;
  readonly handedOver: number;
}

/** Each receiver with its purpose, its ground and the fields it gets. */
function ReceiversPage({ view, found: { universities, registers } }: { view: View; found: Receivers }): VNode {
  const { lang, t } = view;
  const rows: Row[] = [
    ...registers.map(({ userId, ...one }) => ({ ...one, key: userId, isRegister: true, consents: null })),
    ...universities.map(({ institutionId, institution, ...one }) => ({ ...one, key: institutionId, name: institution, isRegister: false })),
  ];
  return (
    <Page {...view.frame} title={t(TITLE)} width="work" breadcrumbs={[{ text: W.certificates, href: CERTIFICATES }, { text: TITLE }]}>
      <h1>{t(TITLE)}</h1>
      <Lead>{t(LEAD)}</Lead>
      <DataTable
        lang={lang}
        caption={TITLE}
        captionHidden
        rows={rows}
        rowKey={({ key }) => key}
        empty={{ title: NOBODY, hint: NOBODY_HINT }}
        columns={[
          { key: 'who', header: WHO, rowHeader: true, cell: ({ name }) => name },
          { key: 'purpose', header: PURPOSE, cell: ({ isRegister }) => t(isRegister ? REGISTER : ADMISSION) },
          { key: 'ground', header: GROUND, cell: ({ isRegister }) => t(isRegister ? BY_LAW : BY_CONSENT) },
          { key: 'consents', header: CONSENTS, number: true, cell: ({ consents }) => (consents === null ? t(EVERYBODY) : number(consents, lang)) },
          { key: 'given', header: HANDED_OVER, number: true, cell: ({ handedOver }) => number(handedOver, lang) },
          { key: 'last', header: LAST, cell: ({ lastReadAt }) => (lastReadAt ? instant(lastReadAt) : t(NEVER)) },
        ]}
      />
      <h2>{t(FIELDS)}</h2>
      <ul>{FIELD_LIST.map((field) => <li key={field.en}>{t(field)}</li>)}</ul>
      <p class="hint">{t(NOT_GIVEN)}</p>
    </Page>
  );
}

const LEAD: Text = { lv: 'Programmas saņem tikai to, kas jau paziņots. Katra saņemšana ir redzama cilvēka datu žurnālā.', en: 'Programs receive only what is published already. Each taking is seen in the person’s log.' };
const NOBODY: Text = { lv: 'Neviena programma rezultātus nesaņem', en: 'No program receives results' };
const NOBODY_HINT: Text = { lv: 'Tiesības programmai piešķir tiesību administrators.', en: 'A program is given the right by the administrator of rights.' };
const WHO: Text = { lv: 'Saņēmējs', en: 'Receiver' };
const PURPOSE: Text = { lv: 'Nolūks', en: 'Purpose' };
const REGISTER: Text = { lv: 'Izglītības reģistrs', en: 'Education register' };
const ADMISSION: Text = { lv: 'Uzņemšana augstskolā', en: 'Admission to a university' };
const GROUND: Text = { lv: 'Pamats', en: 'Ground' };
const BY_LAW: Text = { lv: 'reģistra uzdevums; jāsalīdzina ar noteikumiem', en: 'task of the register; to be compared with the regulation' };
const BY_CONSENT: Text = { lv: 'skolēna vai vecāka piekrišana', en: 'consent of the pupil or a parent' };
const CONSENTS: Text = { lv: 'Par cik cilvēkiem', en: 'About how many people' };
const EVERYBODY: Text = { lv: 'visiem', en: 'everybody' };
const HANDED_OVER: Text = { lv: 'Saņemtie fakti', en: 'Facts received' };
const LAST: Text = { lv: 'Pēdējoreiz', en: 'Last time' };
const NEVER: Text = { lv: 'vēl nekad', en: 'never yet' };
const FIELDS: Text = { lv: 'Ko saņem', en: 'What is received' };
const FIELD_LIST: readonly Text[] = [
  { lv: 'personas kods, mācību gads, eksāmena kods, līmenis un termiņš', en: 'personal code, school year, code, level and term of the exam' },
  { lv: 'procenti katrā daļā un kopā, vai sasniegts slieksnis, rezultāta versija', en: 'per cent of each part and in all, whether the threshold is reached, version of the result' },
  { lv: 'sertifikāta numurs, versija, .edoc datnes kontrolsumma, atsaukums', en: 'number and version of the certificate, checksum of the .edoc file, revocation' },
  { lv: 'atbrīvojums (bez pamata) un aizstāšana ar starptautisku dokumentu (līmenis)', en: 'exemption (without its ground) and replacement by an international document (its level)' },
];
const NOT_GIVEN: Text = { lv: 'Nesaņem vārdu, skolu, punktus, darbus un atbrīvojuma pamatu. Aizsargāta persona sarakstā nav.', en: 'Names, schools, points, works and grounds of exemptions are not given. A protected person stands in no list.' };
