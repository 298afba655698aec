import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { Lead } from '#ui/lead.js';
import { Notice } from '#ui/notice.js';
import { Page } from '#ui/page.js';
import { StatusTag } from '#ui/status-tag.js';
import { DataTable } from '#ui/table/data-table.js';
import type { View } from '#web/view.js';
import { unitInAddress } from '../../actions/people-of.js';
import type { NeedThere, ProviderNeed } from '../../actions/country-providers.js';
import { WORDS } from './words.js';

export const PROVIDERS_PATH = '/sign-in-programme/providers';

/** Before the operator takes a provider of the country out: whom that would lock out, in every municipality. */
export function ProvidersPage({ view, needs }: { view: View; needs: readonly ProviderNeed[] }): VNode {
  const { lang, t } = view;
  return (
    <Page {...view.frame} title={t(WORDS.providers)} width="work" breadcrumbs={[{ text: WORDS.title, href: '/sign-in-programme' }, { text: WORDS.providers }]}>
      <h1>{t(WORDS.providers)}</h1>
      <Lead>{t(LEAD)}</Lead>
      <p>{t(GATE)}</p>
      <DataTable
        lang={lang}
        caption={WORDS.providers}
        captionHidden
        rows={needs}
        rowKey={keyOf}
        empty={{ title: NONE, hint: NONE_HINT }}
        columns={[
          { key: 'provider', header: PROVIDER, rowHeader: true, cell: ({ title }) => t(title) },
          { key: 'state', header: STATE, cell: (need) => <StatusTag tone={need.there ? 'success' : need.takenOut ? 'neutral' : 'warning'}>{t(need.there ? THERE : need.takenOut ? TAKEN_OUT : GONE)}</StatusTag> },
          { key: 'people', header: PEOPLE, number: true, cell: ({ people }) => people },
          { key: 'needed', header: NEEDED, number: true, cell: ({ needed }) => total(needed) },
          { key: 'may', header: MAY, cell: ({ needed }) => t(total(needed) === 0 ? YES : NOT_YET) },
        ]}
      />
      {needs.filter(({ needed }) => needed.length > 0).map((need) => (
        <Needed key={keyOf(need)} view={view} need={need} />
      ))}
      {needs.some(({ needed }) => needed.length > 0) && <Notice lang={lang} title={HELP_THEM}><p>{t(HOW)}</p></Notice>}
    </Page>
  );
}

const Needed = ({ view: { lang, t }, need: { title, needed } }: { view: View; need: ProviderNeed }): VNode => (
  <>
    <h2>{t({ lv: `Kam ir tikai ${title.lv}`, en: `Who has only ${title.en}` })}</h2>
    <DataTable
      lang={lang}
      caption={{ lv: `Kas paliktu ārā bez ${title.lv}`, en: `Who would be out without ${title.en}` }}
      captionHidden
      rows={needed}
      rowKey={({ unitId }) => unitInAddress(unitId)}
      columns={[
        { key: 'name', header: WORDS.municipality, rowHeader: true, cell: ({ unitId, name }) => <a href={`/sign-in-programme/${unitInAddress(unitId)}`}>{t(name)}</a> },
        { key: 'n', header: NEEDED, number: true, cell: ({ n }) => n },
        { key: 'names', header: WHO, cell: ({ names, n }) => [names.join(', '), ...(n > names.length ? [t({ lv: `un vēl ${n - names.length}`, en: `and ${n - names.length} more` })] : [])].join(' ') },
      ]}
    />
  </>
);

const keyOf = ({ provider: { method, issuer } }: ProviderNeed): string => issuer ?? method;
const total = (needed: readonly NeedThere[]): number => needed.reduce((sum, { n }) => sum + n, 0);

const LEAD: Text = {
  lv: 'Smart-ID, eParakstu, Latvija.lv un e-žurnālus ieslēdz un izņem sistēmas uzturētājs ar iestatījumiem. Te redzams, kas bez katra no tiem vairs nevarētu pierakstīties.',
  en: 'Smart-ID, eParaksts, Latvija.lv and school e-journals are set up and taken out by the operator of the system, in its settings. Here is who could no longer sign in without each.',
};
const GATE: Text = {
  lv: 'Skaitīts pēc katras pašvaldības kārtības: kam paroles ir izslēgtas vai paroles nav un nav cita atļauta līdzekļa. Kamēr kāds tāds ir, sistēma bez šī sniedzēja ar īstiem datiem nesākas, ja vien uzturētājs nav pateicis, ka to zina.',
  en: 'Counted by the policy of each municipality: those for whom passwords have ended, or who have none, and no other means that is allowed. While there is anybody, the system does not start without that provider with real people’s data, unless the operator has said that they know.',
};
const NONE: Text = { lv: 'Neviens sniedzējs nav iestatīts.', en: 'No provider is set up.' };
const NONE_HINT: Text = { lv: 'Tos iestata sistēmas uzturētājs.', en: 'They are set up by the operator of the system.' };
const PROVIDER: Text = { lv: 'Sniedzējs', en: 'Provider' };
const STATE: Text = { lv: 'Stāvoklis', en: 'State' };
const THERE: Text = { lv: 'iestatīts', en: 'set up' };
const GONE: Text = { lv: 'nav iestatīts', en: 'not set up' };
const TAKEN_OUT: Text = { lv: 'izņemts', en: 'taken out' };
const PEOPLE: Text = { lv: 'Cik konti ar to saistīti', en: 'Accounts linked to it' };
const NEEDED: Text = { lv: 'Bez tā paliktu ārā', en: 'Out without it' };
const MAY: Text = { lv: 'Vai drīkst izņemt', en: 'May be taken out' };
const YES: Text = { lv: 'jā, neviens nepaliks ārā', en: 'yes, nobody will be out' };
const NOT_YET: Text = { lv: 'vēl ne', en: 'not yet' };
const WHO: Text = { lv: 'Kas', en: 'Who' };
const HELP_THEM: Text = { lv: 'Kā viņiem palīdzēt', en: 'How to help them' };
const HOW: Text = {
  lv: 'Lai viņi, kamēr sniedzējs darbojas, lapā “Mani pierakstīšanās līdzekļi” pievieno piekļuves atslēgu vai apstiprina kontu ar citu līdzekli; kam tas nav iespējams, pašvaldība piešķir izņēmumu, kas palīdz, ja ir parole.',
  en: 'While the provider works, have them add a passkey or confirm their account by another means on the page “My means of sign-in”; where that is impossible the municipality gives an exception, which helps whoever has a password.',
};
