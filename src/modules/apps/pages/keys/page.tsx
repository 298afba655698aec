import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { ButtonLink, ButtonRow } from '#ui/form/button.js';
import { PostButton } from '#ui/form/post-button.js';
import { instant } from '#ui/format.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import { StatusTag, type StatusTone } from '#ui/status-tag.js';
import { DataTable } from '#ui/table/data-table.js';
import type { View } from '#web/view.js';
import type { ShownKey } from '../../actions/signing-keys.js';
import { WORDS } from '../words.js';

export function KeysPage({ view, keys }: { view: View; keys: readonly ShownKey[] }): VNode {
  const { lang, t, csrf } = view;
  return (
    <Page {...view.frame} title={t(WORDS.keys)} width="work">
      <h1>{t(WORDS.keys)}</h1>
      <Lead>{t(LEAD)}</Lead>
      <DataTable
        lang={lang}
        caption={WORDS.keys}
        captionHidden
        rows={keys}
        rowKey={(key) => key.kid}
        empty={{ title: NONE, hint: NONE_HINT }}
        columns={[
          { key: 'kid', header: KID, rowHeader: true, cell: (key) => <code>{key.kid}</code> },
          { key: 'use', header: WORDS.state, cell: (key) => <StatusTag tone={USES[key.use].tone}>{t(USES[key.use].text)}</StatusTag> },
          { key: 'from', header: FROM, cell: (key) => instant(key.signsFrom) },
          { key: 'made', header: MADE, cell: (key) => instant(key.madeAt) },
        ]}
      />
      <h2>{t(CHANGE_KEY)}</h2>
      <p>{t(CHANGE_KEY_HINT)}</p>
      <ButtonRow>
        <PostButton action="/apps/keys/new" csrf={csrf} variant="secondary">
          {t(MAKE)}
        </PostButton>
        <ButtonLink href="/apps/keys/leaked" variant="secondary">
          {t(LEAKED)}
        </ButtonLink>
      </ButtonRow>
      <h2>{t(WORDS.keyPace)}</h2>
      <p>
        <a href="/apps/keys/parameters">{t(PACE_LINK)}</a>
      </p>
    </Page>
  );
}

const USES: Readonly<Record<ShownKey['use'], { tone: StatusTone; text: Text }>> = {
  signs: { tone: 'success', text: { lv: 'paraksta', en: 'signs' } },
  'signs-later': { tone: 'info', text: { lv: 'publicēta, parakstīs vēlāk', en: 'published, signs later' } },
  'still-published': { tone: 'neutral', text: { lv: 'vairs neparaksta, vēl publicēta', en: 'signs no more, still published' } },
  withdrawn: { tone: 'danger', text: { lv: 'izņemta', en: 'withdrawn' } },
  over: { tone: 'ended', text: { lv: 'beigusies', en: 'over' } },
};

const LEAD: Text = { lv: 'Ar šīm atslēgām Vienkopus paraksta to, ko lietotnēm saka par cilvēku. Lietotnes jauno atslēgu uzzina pašas.', en: 'With these keys Vienkopus signs what it tells programs about a person. Programs learn of a new key by themselves.' };
const NONE: Text = { lv: 'Atslēgu vēl nav.', en: 'There are no keys yet.' };
const NONE_HINT: Text = { lv: 'Pirmo izveido pati programma, kad tā vajadzīga.', en: 'The program makes the first one when it is needed.' };
const KID: Text = { lv: 'Atslēga', en: 'Key' };
const FROM: Text = { lv: 'Paraksta no', en: 'Signs from' };
const MADE: Text = { lv: 'Izveidota', en: 'Made' };
const CHANGE_KEY: Text = { lv: 'Nomainīt pirms laika', en: 'Change before its time' };
const CHANGE_KEY_HINT: Text = {
  lv: 'Jauna atslēga vispirms tiek publicēta un sāk parakstīt pēc noteiktā laika. Ja atslēga varēja nonākt svešās rokās, tā tiek izņemta un jaunā paraksta uzreiz; dažās lietotnēs tad īsu brīdi nevar ienākt.',
  en: 'A new key is published first and begins to sign after the set time. Where a key may have leaked it is withdrawn and the new one signs at once; some programs then cannot be entered for a short while.',
};
const MAKE: Text = { lv: 'Izveidot jaunu atslēgu', en: 'Make a new key' };
const LEAKED: Text = { lv: 'Atslēga noplūdusi …', en: 'The key has leaked …' };
const PACE_LINK: Text = { lv: 'Cik bieži atslēgas mainās un cik ilgi iepriekš tās publicē', en: 'How often keys change and how long ahead they are published' };
