import type { VNode } from 'preact';
import { classWords, examName, TERM_WORDS } from '#modules/exams/public.js';
import { yearName } from '#modules/education/public.js';
import { readableDay } from '#kernel/iso-date.js';
import type { Text } from '#kernel/text.js';
import { instant, percent } from '#ui/format.js';
import { ButtonLink, ButtonRow } from '#ui/form/button.js';
import { PostButton } from '#ui/form/post-button.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import { StatusTag } from '#ui/status-tag.js';
import { Tabs } from '#ui/tabs.js';
import { DataTable } from '#ui/table/data-table.js';
import { pagingByKey } from '#web/list-links.js';
import { hrefWith, type View } from '#web/view.js';
import type { SittingCertificates } from '../../actions/view-certificates.js';
import { CHANNEL_WORDS, HOW_WORDS, STATE_WORDS } from '../../domain/states.js';
import { CERTIFICATES, certificatePath, schoolPath, sittingPath, W } from '../words.js';
import { NOTE, SEND } from './give-all.js';

type One = SittingCertificates['certificates'][number];

/** The state of a certificate in a word: revoked, not visible yet, or how far it is. */
export function StateTag({ view: { t }, one: { revokedAt, isVisible, state } }: { view: View; one: Pick<One, 'revokedAt' | 'isVisible' | 'state'> }): VNode {
  if (revokedAt) return <StatusTag tone="ended">{t(W.revoked)}</StatusTag>;
  if (state !== 'released') return <StatusTag tone="info">{t(STATE_WORDS[state])}</StatusTag>;
  return <StatusTag tone={isVisible ? 'success' : 'neutral'}>{t(isVisible ? PUBLISHED : NOT_YET)}</StatusTag>;
}

/** Everybody's certificates of a sitting, with who has theirs; all of them as one archive. */
export function SittingPage({ view, shown }: { view: View; shown: SittingCertificates }): VNode {
  const { lang, t } = view;
  const { sitting, certificates, next, withoutIt, mayHandOut, maySeeSitting } = shown;
  const title = t(examName(sitting));
  const reason = view.query['reason'];
  const card = (id: string) => certificatePath(id, reason ? `?reason=${reason}` : '');
  return (
    <Page {...view.frame} title={title} width="work" breadcrumbs={[{ text: W.certificates, href: CERTIFICATES }, { text: sitting.institution, href: schoolPath(sitting.regNr, sitting.year) }, { text: title }]}>
      <h1>{title}</h1>
      <Lead>{`${sitting.institution}, ${t(yearName(sitting.year))} ${t(MG)}. ${t(TERM_WORDS[sitting.term])}: ${readableDay(sitting.heldOn)}`}</Lead>
      {maySeeSitting && <p><a href={`/exams/sittings/${sitting.id}`}>{t(TAKERS)}</a></p>}
      {mayHandOut && certificates.some((one) => one.isVisible && !one.revokedAt) && (
        <ButtonRow>
          <PostButton action={sittingPath(sitting.id, '/archive')} csrf={view.csrf} variant="primary">{t(ALL)}</PostButton>
          <ButtonLink href={sittingPath(sitting.id, '/send')} variant="secondary">{t(SEND)}</ButtonLink>
          <ButtonLink href={sittingPath(sitting.id, '/handed-over')} variant="secondary">{t(NOTE)}</ButtonLink>
        </ButtonRow>
      )}
      <Tabs lang={lang} label={WHICH} items={[{ href: hrefWith(view, { show: '', after: '' }), text: EVERYBODY, current: !withoutIt }, { href: hrefWith(view, { show: 'missing', after: '' }), text: MISSING, current: withoutIt }]} />
      <DataTable
        lang={lang}
        caption={W.certificates}
        captionHidden
        rows={certificates}
        rowKey={({ id }) => id}
        empty={withoutIt ? { title: ALL_HAVE, hint: ALL_HAVE_HINT } : { title: NONE, hint: NONE_HINT, action: <a href={schoolPath(sitting.regNr, sitting.year)}>{t(OTHERS)}</a> }}
        paging={pagingByKey(view, { shown: certificates.length, next })}
        columns={[
          { key: 'name', header: W.name, rowHeader: true, cell: (one) => <a href={card(one.id)}>{`${one.family ?? '–'} ${one.given ?? ''}`}</a> },
          { key: 'class', header: W.class, cell: (one) => t(classWords(one)) },
          { key: 'number', header: W.number, cell: ({ number, version }) => <span class="whole">{version === 1 ? number : `${number} (${version})`}</span> },
          { key: 'total', header: W.total, number: true, cell: ({ total }) => percent(total / 100, lang) },
          { key: 'issued', header: W.issuedOn, cell: ({ issuedOn }) => readableDay(issuedOn) },
          { key: 'state', header: W.state, cell: (one) => <StateTag view={view} one={one} /> },
          { key: 'reached', header: W.reached, cell: (one) => <Reached view={view} one={one} /> },
        ]}
      />
    </Page>
  );
}

function Reached({ view: { t }, one: { hasIt, lastAt, lastHow, lastChannel } }: { view: View; one: One }): VNode {
  return (
    <>
      <StatusTag tone={hasIt ? 'success' : 'warning'}>{t(hasIt ? YES : NO)}</StatusTag>
      {lastAt && lastHow && lastChannel && ` ${instant(lastAt)} ${t(HOW_WORDS[lastHow])} (${t(CHANNEL_WORDS[lastChannel])})`}
    </>
  );
}

const MG: Text = { lv: 'mācību gads', en: 'school year' };
const PUBLISHED: Text = { lv: 'Izsniedzams', en: 'May be given' };
const NOT_YET: Text = { lv: 'Gatavs, nav paziņots', en: 'Ready, not published' };
const ALL: Text = { lv: 'Lejupielādēt sertifikātus (ZIP)', en: 'Download the certificates (ZIP)' };
const NONE: Text = { lv: 'Norisei nav redzamu sertifikātu', en: 'The sitting has no certificates to be seen' };
const NONE_HINT: Text = { lv: 'Tie parādās rezultātu paziņošanas brīdī tiem, kuru kopvērtējums sasniedz slieksni.', en: 'They appear when results are published, of those whose total reaches the threshold.' };
const TAKERS: Text = { lv: 'Norise un kārtotāji', en: 'The sitting and its candidates' };
const WHICH: Text = { lv: 'Kurus sertifikātus rādīt', en: 'Which certificates to show' };
const EVERYBODY: Text = { lv: 'Visi', en: 'Everybody' };
const MISSING: Text = { lv: 'Nav saņēmuši', en: 'Have not got theirs' };
const ALL_HAVE: Text = { lv: 'Visi ir saņēmuši', en: 'Everybody has theirs' };
const ALL_HAVE_HINT: Text = { lv: 'Norisei nav sertifikāta, kurš drīkst būt izsniegts un vēl nav saņemts.', en: 'The sitting has no certificate that may be given and has not been received.' };
const OTHERS: Text = { lv: 'Iestādes citas norises', en: 'Other sittings of the institution' };
const YES: Text = { lv: 'JĀ', en: 'YES' };
const NO: Text = { lv: 'NĒ', en: 'NO' };
