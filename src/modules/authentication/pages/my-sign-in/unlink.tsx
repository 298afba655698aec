import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { instant } from '#ui/format.js';
import { Notice } from '#ui/notice.js';
import { Page } from '#ui/page.js';
import { SummaryList } from '#ui/summary-list.js';
import type { Attempt } from '#web/page-route.js';
import type { View } from '#web/view.js';
import type { Unlinkable } from '../../actions/unlink-identity.js';
import { FACTOR_NAMES } from '../../domain/factors.js';
import { WORDS } from '../words.js';
import { AddFirstOrKeep, ConfirmOrKeep } from './confirm-or-keep.js';

/** Asks once more, saying by what one gets in afterwards; where that would be nothing, why not and what to add first. */
export function UnlinkPage({ view, found: { identity, left }, attempt }: { view: View; found: Unlinkable; attempt: Attempt }): VNode {
  const { lang, t } = view;
  return (
    <Page {...view.frame} title={t(WORDS.unlink)} breadcrumbs={[{ text: WORDS.means, href: '/my/sign-in' }, { text: WORDS.unlink }]}>
      <ErrorSummary lang={lang} errors={attempt.errors} />
      <h1>{`${t(WORDS.unlink)}: ${t(identity.title)}`}</h1>
      <SummaryList
        lang={lang}
        items={[
          { key: LINKED_AT, value: instant(identity.linkedAt) },
          { key: USED, value: identity.lastUsedAt ? instant(identity.lastUsedAt) : '–' },
          { key: LEFT, value: left.map((factor) => t(FACTOR_NAMES[factor])).join(', ') || t(NOTHING) },
        ]}
      />
      {left.length === 0 ? (
        <>
          <Notice lang={lang} tone="warning" title={LAST}>
            <p>{t(LAST_WHY)}</p>
          </Notice>
          <AddFirstOrKeep view={view} keep={KEEP} />
        </>
      ) : (
        <ConfirmOrKeep view={view} what={WHAT} confirm={WORDS.unlink} keep={KEEP} />
      )}
    </Page>
  );
}

const LINKED_AT: Text = { lv: 'Saistīta', en: 'Linked' };
const USED: Text = { lv: 'Pēdējoreiz lietota', en: 'Last used' };
const LEFT: Text = { lv: 'Pēc tam varēsiet pierakstīties ar', en: 'Afterwards you can sign in by' };
const NOTHING: Text = { lv: 'neko', en: 'nothing' };
const LAST: Text = { lv: 'Šo identitāti vēl nevar atsaistīt', en: 'This identity cannot be unlinked yet' };
const LAST_WHY: Text = {
  lv: 'Bez tās jūs vairs nevarētu pierakstīties: citas iespējas, ko jūsu pašvaldība atļauj, kontam nav. Vispirms pievienojiet piekļuves atslēgu vai saistiet citu identitāti.',
  en: 'Without it you could no longer sign in: the account has no other way that your municipality allows. First add a passkey or link another identity.',
};
const WHAT: Text = {
  lv: 'Ar šo identitāti kontu vairs neatvērs, arī ja tajā ir jūsu personas kods. Citas jūsu sesijas beigsies, un par to saņemsiet ziņu. Saistīt no jauna varēsiet jūs pats.',
  en: 'This identity will open the account no more, even if it carries your personal code. Your other sessions end, and you will be told. You can link it again yourself.',
};
const KEEP: Text = { lv: 'Atstāt', en: 'Keep it' };
