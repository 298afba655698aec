import type { VNode } from 'preact';
import { dayInRiga } from '#kernel/clock.js';
import { readableDay } from '#kernel/iso-date.js';
import { fill, type Text } from '#kernel/text.js';
import { isNowhere } from '#platform/actions/actor.js';
import { scopeOf } from '#platform/actions/permission.js';
import { duration, instant, number } from '#ui/format.js';
import { ButtonLink, ButtonRow } from '#ui/form/button.js';
import { PostButton } from '#ui/form/post-button.js';
import { Lead } from '#ui/lead.js';
import { Notice } from '#ui/notice.js';
import { Page } from '#ui/page.js';
import { Progress } from '#ui/progress.js';
import { StatTiles } from '#ui/stat-tiles.js';
import { StatusTag, type StatusTone } from '#ui/status-tag.js';
import { DataTable } from '#ui/table/data-table.js';
import { pagingByKey } from '#web/list-links.js';
import type { View } from '#web/view.js';
import type { Proofs } from '../../actions/renewals.js';
import { NIGHTLY, RENEWAL_WORDS, type RenewalState } from '../../domain/renewals.js';
import { sealCertificates } from '../../permissions.js';
import { CERTIFICATES, certificatePath, PROOFS, SEALINGS, W } from '../words.js';

const TONES: Readonly<Record<RenewalState, StatusTone>> = { renewing: 'info', paused: 'warning', stuck: 'danger', done: 'success' };

/** Until when certificates can be proven, what is being added so that it is longer, and what cannot be helped. */
export function ProofsPage({ view, found }: { view: View; found: Proofs }): VNode {
  const { lang, t } = view;
  const { endings, due, dueFor, renewals, faults, faulty, nextFaulty } = found;
  const maySeal = !isNowhere(scopeOf(view.actor, sealCertificates));
  const [latest] = renewals;
  const open = latest && latest.state !== 'done' ? latest : undefined;
  const proofs = endings.reduce((sum, one) => sum + one.proofs, 0);
  const archived = endings.reduce((sum, one) => sum + one.archived, 0);
  return (
    <Page {...view.frame} title={t(W.proofs)} width="work" {...(open?.state === 'renewing' && { refreshSeconds: 3 })} breadcrumbs={[{ text: W.certificates, href: CERTIFICATES }, ...(maySeal ? [{ text: W.sealing, href: SEALINGS }] : []), { text: W.proofs }]}>
      <h1>{t(W.proofs)}</h1>
      <Lead>{t(LEAD)}</Lead>
      {open?.state === 'stuck' && (
        <Notice lang={lang} tone="danger" title={STUCK}>
          <p>{lang === 'lv' ? open.stuckLv : open.stuckEn}</p>
          <p>{t(open.mayPass ? TRIES_EACH_MINUTE : TRIES_EACH_NIGHT)}</p>
        </Notice>
      )}
      {open && <Progress lang={lang} label={ADDED} done={open.renewed} total={open.renewed + due} words={wordsOfTime(open, due)} />}
      <StatTiles
        lang={lang}
        tiles={[
          { value: number(proofs, lang), label: PROVEN, detail: endings[0] && fill(FIRST_ENDS, { day: readableDay(dayInRiga(endings[0].first)) }) },
          { value: number(archived, lang), label: WITH_STAMPS },
          { value: number(due, lang), label: DUE, detail: fill(DUE_HINT, { day: readableDay(dayInRiga(dueFor.endsBefore)), bits: dueFor.hashBits }) },
          ...(faults > 0 ? [{ value: number(faults, lang), label: LOST }] : []),
        ]}
      />
      {maySeal && <ButtonRow>
        {!open && due > 0 && <PostButton action={`${PROOFS}/renew`} csrf={view.csrf} variant="primary">{t(ADD)}</PostButton>}
        {open && (open.state === 'paused' || open.state === 'stuck') && <PostButton action={`${PROOFS}/${open.id}/resume`} csrf={view.csrf} variant="primary">{t(open.state === 'stuck' ? RETRY : RESUME)}</PostButton>}
        {open && open.state !== 'paused' && <PostButton action={`${PROOFS}/${open.id}/pause`} csrf={view.csrf}>{t(PAUSE)}</PostButton>}
        <ButtonLink href={`${CERTIFICATES}/parameters`} variant="secondary">{t(W.numbers)}</ButtonLink>
      </ButtonRow>}
      <h2>{t(ENDS)}</h2>
      <DataTable
        lang={lang}
        caption={ENDS}
        captionHidden
        rows={endings}
        rowKey={({ year }) => String(year)}
        empty={{ title: NO_PROOFS, hint: NO_PROOFS_HINT }}
        columns={[
          { key: 'year', header: YEAR, rowHeader: true, cell: ({ year }) => year },
          { key: 'first', header: FIRST, cell: ({ first }) => instant(first) },
          { key: 'proofs', header: PROVEN, number: true, cell: (one) => number(one.proofs, lang) },
          { key: 'archived', header: WITH_STAMPS, number: true, cell: (one) => number(one.archived, lang) },
        ]}
      />
      {renewals.length > 0 && (
        <>
          <h2>{t(RUNS)}</h2>
          <DataTable
            lang={lang}
            caption={RUNS}
            captionHidden
            rows={renewals}
            rowKey={({ id }) => id}
            columns={[
              { key: 'when', header: W.when, rowHeader: true, cell: ({ orderedAt }) => instant(orderedAt) },
              { key: 'who', header: BEGUN_BY, cell: ({ orderedBy }) => (orderedBy === NIGHTLY ? t(BY_ITSELF) : orderedBy) },
              { key: 'state', header: W.state, cell: ({ state }) => <StatusTag tone={TONES[state]}>{t(RENEWAL_WORDS[state])}</StatusTag> },
              { key: 'renewed', header: ADDED, number: true, cell: ({ renewed }) => number(renewed, lang) },
              { key: 'ended', header: ENDED, cell: ({ finishedAt }) => (finishedAt ? instant(finishedAt) : '–') },
            ]}
          />
        </>
      )}
      {faulty.length > 0 && (
        <>
          <h2>{t(LOST)}</h2>
          <DataTable
            lang={lang}
            caption={LOST}
            captionHidden
            rows={faulty}
            rowKey={({ id }) => id}
            paging={pagingByKey(view, { shown: faulty.length, next: nextFaulty })}
            columns={[
              { key: 'number', header: W.number, rowHeader: true, cell: ({ id, number: nr }) => <a href={certificatePath(id)}>{nr}</a> },
              { key: 'version', header: W.version, number: true, cell: ({ version }) => version },
              { key: 'why', header: WHY, cell: ({ faultLv, faultEn }) => (lang === 'lv' ? faultLv : faultEn) },
            ]}
          />
        </>
      )}
    </Page>
  );
}

function wordsOfTime({ state, renewed, renewedInRuns, runMs }: Proofs['renewals'][number], due: number): Text {
  const said = (lang: 'lv' | 'en', of: string, left: string) => {
    const base = `${number(renewed, lang)} ${of} ${number(renewed + due, lang)}`;
    return state !== 'renewing' || renewedInRuns === 0 || due === 0 ? base : `${base}; ${left} ${duration((runMs / renewedInRuns) * due, lang)}`;
  };
  return { lv: said('lv', 'no', 'vēl aptuveni'), en: said('en', 'of', 'left about') };
}

const LEAD: Text = {
  lv: 'Sertifikāts ir derīgs gadu desmitiem, bet laika zīmoga izdevēja sertifikāts beidzas agrāk. Pirms tā beigām programma pati pievieno arhīva laika zīmogu, kas pierādījumu pagarina; saturs un aģentūras zīmogs nemainās.',
  en: 'A certificate holds for decades, but the certificate of a time stamp’s authority ends sooner. Before it does, the program adds an archive time stamp by itself, which lengthens the proof; content and seal of the agency stay as they are.',
};
const STUCK: Text = { lv: 'Arhīva laika zīmogu pievienošana ir aizķērusies', en: 'The adding of archive time stamps is stuck' };
const TRIES_EACH_MINUTE: Text = { lv: 'Programma mēģina vēlreiz ik pēc minūtes.', en: 'The program tries again every minute.' };
const TRIES_EACH_NIGHT: Text = { lv: 'Programma mēģina vēlreiz ik nakti; kad novērsts, kas traucē, spiediet “Mēģināt vēlreiz”.', en: 'The program tries again every night; when what is in the way is mended, press “Try again”.' };
const PROVEN: Text = { lv: 'Sertifikāti ar pierādījumu', en: 'Certificates with a proof' };
const FIRST_ENDS: Text = { lv: 'pirmais beidzas {day}', en: 'the first ends on {day}' };
const WITH_STAMPS: Text = { lv: 'No tiem ar arhīva laika zīmogu', en: 'Of these with an archive time stamp' };
const DUE: Text = { lv: 'Jāpagarina', en: 'To be lengthened' };
const DUE_HINT: Text = { lv: 'beidzas līdz {day} vai jaucējfunkcija īsāka par {bits} bitiem', en: 'ends before {day}, or has a hash shorter than {bits} bits' };
const LOST: Text = { lv: 'Nav iespējams pagarināt', en: 'Cannot be lengthened' };
const ADD: Text = { lv: 'Pievienot tagad', en: 'Add now' };
const PAUSE: Text = { lv: 'Apturēt', en: 'Pause' };
const RESUME: Text = { lv: 'Turpināt', en: 'Go on' };
const RETRY: Text = { lv: 'Mēģināt vēlreiz', en: 'Try again' };
const ENDS: Text = { lv: 'Kad pierādījumi beidzas', en: 'When proofs end' };
const YEAR: Text = { lv: 'Gads', en: 'Year' };
const FIRST: Text = { lv: 'Pirmais', en: 'The first' };
const NO_PROOFS: Text = { lv: 'Pierādījumi vēl nav apzināti', en: 'Proofs have not been looked through yet' };
const NO_PROOFS_HINT: Text = { lv: 'Programma tos apzina katru nakti plkst. 3.17.', en: 'The program does so every night at 3:17.' };
const RUNS: Text = { lv: 'Pievienošanas reizes', en: 'Times of adding' };
const BEGUN_BY: Text = { lv: 'Kas sāka', en: 'Begun by' };
const BY_ITSELF: Text = { lv: 'programma pati', en: 'the program itself' };
const ADDED: Text = { lv: 'Pievienoti arhīva laika zīmogi', en: 'Archive time stamps added' };
const ENDED: Text = { lv: 'Beidzās', en: 'Ended' };
const WHY: Text = { lv: 'Kas traucē', en: 'What is in the way' };
