import type { VNode } from 'preact';
import { fill, type Text } from '#kernel/text.js';
import { instant } from '#ui/format.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import { DataTable } from '#ui/table/data-table.js';
import type { View } from '#web/view.js';
import type { History } from '../../actions/my-history.js';
import { wayInWords } from '../../domain/sign-in-event.js';
import { LEVEL_NAMES } from '../level-names.js';
import { WORDS } from '../words.js';

/** All that happened at one's own door. */
export const HistoryPage = ({ view, history }: { view: View; history: History }): VNode => (
  <Page {...view.frame} title={view.t(WORDS.history)} width="work" breadcrumbs={[{ text: WORDS.means, href: '/my/sign-in' }, { text: WORDS.history }]}>
    <h1>{view.t(WORDS.history)}</h1>
    <Lead>{view.t(LEAD)}</Lead>
    <DataTable
      lang={view.lang}
      caption={WORDS.history}
      captionHidden
      rows={history.signIns}
      rowKey={(one) => one.id}
      columns={[
        { key: 'at', header: WHEN, rowHeader: true, cell: (one) => instant(one.createdAt) },
        { key: 'device', header: DEVICE, cell: (one) => one.device },
        { key: 'network', header: NETWORK, cell: (one) => one.addressPrefix },
        { key: 'by', header: BY, cell: (one) => one.by.map((way) => view.t(way)).join(' + ') || view.t(BY_LINK) },
        { key: 'level', header: SURENESS, cell: (one) => view.t(one.awaits === 'enrolment' ? ONLY_TO_ADD : one.raisedAt ? { lv: `zema; kopš ${instant(one.raisedAt)} ${LEVEL_NAMES[one.level].lv}`, en: `low; since ${instant(one.raisedAt)} ${LEVEL_NAMES[one.level].en}` } : LEVEL_NAMES[one.level]) },
        { key: 'end', header: ENDED, cell: (one) => (one.endedAt ? `${instant(one.endedAt)} ${view.t(ENDS[one.endedWhy] ?? OTHER)}` : '') },
      ]}
    />
    <h2>{view.t(FAILED)}</h2>
    <DataTable
      lang={view.lang}
      caption={FAILED}
      captionHidden
      rows={history.failed}
      rowKey={(one) => one.id}
      empty={{ title: NONE }}
      columns={[
        { key: 'at', header: WHEN, rowHeader: true, cell: (one) => instant(one.at) },
        { key: 'by', header: BY, cell: (one) => one.by.map((way) => view.t(way)).join(' + ') },
        { key: 'what', header: WHAT, cell: (one) => view.t(one.what) },
        { key: 'device', header: DEVICE, cell: (one) => one.device || '–' },
        { key: 'network', header: NETWORK, cell: (one) => one.addressPrefix || '–' },
      ]}
    />
    <h2>{view.t(ENTRIES)}</h2>
    <DataTable
      lang={view.lang}
      caption={ENTRIES}
      captionHidden
      rows={history.entries}
      rowKey={(one) => one.id}
      empty={{ title: NONE }}
      columns={[
        { key: 'at', header: WHEN, rowHeader: true, cell: (one) => instant(one.at) },
        { key: 'program', header: PROGRAM, cell: (one) => view.t({ lv: one.programLv, en: one.programEn }) },
        { key: 'by', header: HOW, cell: (one) => view.t(wayInWords(one.way)) },
        { key: 'device', header: DEVICE, cell: (one) => one.device || '–' },
        { key: 'network', header: NETWORK, cell: (one) => one.addressPrefix || '–' },
      ]}
    />
    {history.joinings.length > 0 && (
      <>
        <h2>{view.t(JOININGS)}</h2>
        <DataTable
          lang={view.lang}
          caption={JOININGS}
          captionHidden
          rows={history.joinings}
          rowKey={(one) => one.id}
          columns={[
            { key: 'at', header: WHEN, rowHeader: true, cell: (one) => instant(one.at) },
            { key: 'from', header: CLOSED, cell: (one) => one.fromLogin },
            { key: 'what', header: CAME_OVER, cell: (one) => view.t(fill(COUNTS, { rights: one.rights, passkeys: one.passkeys, identities: one.identities })) },
            { key: 'device', header: DEVICE, cell: (one) => one.device || '–' },
            { key: 'network', header: NETWORK, cell: (one) => one.addressPrefix || '–' },
          ]}
        />
      </>
    )}
    {history.links.length > 0 && (
      <>
        <h2>{view.t(LINKS)}</h2>
        <DataTable
          lang={view.lang}
          caption={LINKS}
          captionHidden
          rows={history.links}
          rowKey={(one) => one.id}
          columns={[
            { key: 'way', header: WAY, rowHeader: true, cell: (one) => view.t(one.title) },
            { key: 'linked', header: LINKED_AT, cell: (one) => instant(one.linkedAt) },
            { key: 'unlinked', header: UNLINKED, cell: (one) => (one.unlinkedAt ? `${instant(one.unlinkedAt)} ${one.unlinkedBy ? view.t(UNLINKED_BY[one.unlinkedBy]) : ''}`.trim() : '–') },
          ]}
        />
      </>
    )}
  </Page>
);

const BY: Text = { lv: 'Ar ko', en: 'By what' };
const LINKS: Text = { lv: 'Saistītās identitātes', en: 'Linked identities' };
const JOININGS: Text = { lv: 'Apvienotie konti', en: 'Joined accounts' };
const CLOSED: Text = { lv: 'Slēgtais konts', en: 'Closed account' };
const CAME_OVER: Text = { lv: 'Pārnests uz šo kontu', en: 'Came over to this account' };
const COUNTS: Text = { lv: 'tiesības: {rights}, piekļuves atslēgas: {passkeys}, saistītās identitātes: {identities}', en: 'rights: {rights}, passkeys: {passkeys}, linked identities: {identities}' };
const WAY: Text = { lv: 'Veids', en: 'Way' };
const LINKED_AT: Text = { lv: 'Saistīta', en: 'Linked' };
const UNLINKED: Text = { lv: 'Atsaistīta', en: 'Unlinked' };
const UNLINKED_BY = { owner: { lv: '(jūs pats)', en: '(by yourself)' }, administrator: { lv: '(lietotāju administrators)', en: '(by a user administrator)' } } as const satisfies Record<string, Text>;
const ENDS: Readonly<Record<string, Text>> = {
  'signed-out': { lv: '(izrakstījāties)', en: '(you signed out)' },
  revoked: { lv: '(izbeigta)', en: '(ended)' },
  'password-changed': { lv: '(mainīta parole)', en: '(password changed)' },
  'factor-changed': { lv: '(mainīts līdzeklis)', en: '(means changed)' },
  'user-suspended': { lv: '(konts apturēts)', en: '(account suspended)' },
  reset: { lv: '(atiestatīti līdzekļi)', en: '(means reset)' },
  'proven-anew': { lv: '(turpināta pēc apstiprinājuma)', en: '(went on after a new proof)' },
  'too-many': { lv: '(pārāk daudz sesiju)', en: '(too many sessions)' },
  'ran-out': { lv: '(beidzās laiks)', en: '(time ran out)' },
  directory: { lv: '(slēgta pašvaldības tīklā)', en: '(closed in the municipality’s network)' },
};
const OTHER: Text = { lv: '', en: '' };
const LEAD: Text = { lv: 'Ja kaut ko nepazīstat, izbeidziet visas sesijas, nomainiet līdzekļus un ziņojiet lietotāju administratoram. Katrā sarakstā ir jaunākie 100 ieraksti; sesijas glabā 90 dienas pēc to beigām, pārējo 400 dienas.', en: 'If you do not know something here, end all sessions, change your means and tell your user administrator. Each list has the latest 100; sessions are kept for 90 days after their end, all else for 400.' };
const WHEN: Text = { lv: 'Kad', en: 'When' };
const DEVICE: Text = { lv: 'Ierīce', en: 'Device' };
const NETWORK: Text = { lv: 'Tīkls', en: 'Network' };
const SURENESS: Text = { lv: 'Drošība', en: 'Assurance' };
const ENDED: Text = { lv: 'Beigusies', en: 'Ended' };
const FAILED: Text = { lv: 'Neizdevušies un noraidīti mēģinājumi', en: 'Tries that failed or were refused' };
const WHAT: Text = { lv: 'Kas notika', en: 'What happened' };
const ENTRIES: Text = { lv: 'Ieiešana citās programmās un ierīcēs', en: 'Entries into other programs and devices' };
const PROGRAM: Text = { lv: 'Programma', en: 'Program' };
const HOW: Text = { lv: 'Kā', en: 'How' };
const BY_LINK: Text = { lv: 'Saite no e-pasta', en: 'Mailed link' };
const ONLY_TO_ADD: Text = { lv: 'tikai līdzekļa pievienošanai', en: 'only to add a means' };
const NONE: Text = { lv: 'Tādu nav bijis.', en: 'There have been none.' };
