import type { VNode } from 'preact';
import { examName } from '#modules/exams/public.js';
import { readableDay } from '#kernel/iso-date.js';
import type { Text } from '#kernel/text.js';
import { bytes, instant, percent } from '#ui/format.js';
import { ButtonLink, ButtonRow } from '#ui/form/button.js';
import { PostButton } from '#ui/form/post-button.js';
import { Notice } from '#ui/notice.js';
import { Page } from '#ui/page.js';
import { SummaryList } from '#ui/summary-list.js';
import { DataTable } from '#ui/table/data-table.js';
import type { View } from '#web/view.js';
import type { CertificateCard } from '../../actions/view-certificates.js';
import { CHANNEL_WORDS, HOW_WORDS } from '../../domain/states.js';
import { CERTIFICATES, certificatePath, sittingPath, W } from '../words.js';
import { StateTag } from './sitting.js';

/** One certificate and its ledger; the file itself is opened by those who may, with a reason. */
export function CardPage({ view, card }: { view: View; card: CertificateCard }): VNode {
  const { lang, t } = view;
  const { certificate: one, handOuts, archiveStamps, mayHandOut, mayLookInside } = card;
  const reason = view.query['reason'];
  const hidden = reason ? { reason } : {};
  const name = `${one.given ?? ''} ${one.family ?? ''}`.trim();
  return (
    <Page {...view.frame} title={name} width="work" breadcrumbs={[{ text: W.certificates, href: CERTIFICATES }, { text: examName(one), href: sittingPath(one.sittingId, reason ? `?reason=${reason}` : '') }, { text: name }]}>
      <h1>{name}</h1>
      {one.revokedAt && <Notice lang={lang} tone="warning" title={W.revoked}><p>{`${instant(one.revokedAt)} ${one.revokedWhy}`}</p></Notice>}
      <SummaryList
        lang={lang}
        items={[
          { key: W.exam, value: t(examName(one)) },
          { key: W.number, value: one.number },
          { key: W.version, value: String(one.version) },
          { key: W.total, value: percent(one.total / 100, lang) },
          { key: W.issuedOn, value: readableDay(one.issuedOn) },
          { key: W.state, value: <StateTag view={view} one={one} /> },
          ...(one.edocSha256 ? [{ key: W.hash, value: <><code>{one.edocSha256}</code>{` (${bytes(one.edocSize ?? 0, lang)})`}</> }] : []),
        ]}
      />
      <ButtonRow>
        {mayHandOut && one.isVisible && <PostButton action={certificatePath(one.id, '/download')} csrf={view.csrf} hidden={hidden} variant="primary">{t(W.download)}</PostButton>}
        {mayHandOut && one.isVisible && !one.revokedAt && <ButtonLink href={certificatePath(one.id, '/handed-over')} variant="secondary">{t(HANDED)}</ButtonLink>}
        {mayLookInside && one.state === 'released' && <ButtonLink href={certificatePath(one.id, '/inside')} variant="secondary">{t(OPEN)}</ButtonLink>}
      </ButtonRow>
      {archiveStamps.length > 0 && (
        <>
          <h2>{t(STAMPS)}</h2>
          <p>{t(STAMPS_LEAD)}</p>
          <DataTable
            lang={lang}
            caption={STAMPS}
            captionHidden
            rows={archiveStamps}
            rowKey={({ place }) => String(place)}
            columns={[
              { key: 'place', header: W.nr, number: true, rowHeader: true, cell: ({ place }) => place },
              { key: 'at', header: W.when, cell: ({ stampedAt }) => instant(stampedAt) },
              { key: 'until', header: W.goodUntil, cell: ({ goodUntil }) => instant(goodUntil) },
              { key: 'hash', header: W.hash, cell: ({ sha256 }) => <span title={sha256}>{`${sha256.slice(0, 12)}…`}</span> },
            ]}
          />
        </>
      )}
      <h2>{t(LEDGER)}</h2>
      <DataTable
        lang={lang}
        caption={LEDGER}
        captionHidden
        rows={handOuts}
        rowKey={({ id }) => id}
        empty={{ title: NOBODY, hint: NOBODY_HINT }}
        columns={[
          { key: 'when', header: W.when, rowHeader: true, cell: ({ at }) => instant(at) },
          { key: 'how', header: W.how, cell: ({ how, channel }) => `${t(HOW_WORDS[how])} (${t(CHANNEL_WORDS[channel])})` },
          { key: 'who', header: W.who, cell: ({ actor }) => actor },
          { key: 'version', header: W.version, number: true, cell: ({ version }) => version },
          { key: 'remark', header: W.remark, cell: ({ remark }) => remark || '–' },
          { key: 'hash', header: W.hash, cell: ({ sha256, stamps }) => <><span title={sha256}>{`${sha256.slice(0, 12)}…`}</span>{stamps > 0 && ` ${t(withStamps(stamps))}`}</> },
        ]}
      />
    </Page>
  );
}

const HANDED: Text = { lv: 'Atzīmēt, ka izsniegts citādi', en: 'Record that it was given another way' };
const OPEN: Text = { lv: 'Atvērt saturu', en: 'Open its content' };
const STAMPS: Text = { lv: 'Arhīva laika zīmogi', en: 'Archive time stamps' };
const STAMPS_LEAD: Text = {
  lv: 'Katrs pagarina pierādījumu pēc iepriekšējā laika zīmoga sertifikāta beigām; sertifikāta saturs un zīmogs nemainās. Izsniedz jaunāko datni, agrākās paliek.',
  en: 'Each lengthens the proof beyond the end of the certificate of the time stamp before it; content and seal stay as they are. The newest file is given, the earlier ones stay.',
};
const withStamps = (n: number): Text => ({ lv: `ar ${n}. arhīva laika zīmogu`, en: `with archive time stamp ${n}` });
const LEDGER: Text = { lv: 'Izsniegšanas žurnāls', en: 'Ledger' };
const NOBODY: Text = { lv: 'Sertifikātu vēl neviens nav saņēmis', en: 'Nobody has got the certificate yet' };
const NOBODY_HINT: Text = { lv: 'Saņēmējs to var lejupielādēt sadaļā “Mani un bērnu sertifikāti”; citādi to izsniedz skola.', en: 'Its holder can download it under “My and my children’s certificates”; otherwise the school gives it.' };
