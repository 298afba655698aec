import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { instant } from '#ui/format.js';
import { Notice } from '#ui/notice.js';
import { Page } from '#ui/page.js';
import { SummaryList } from '#ui/summary-list.js';
import type { Attempt } from '#web/page-route.js';
import type { View } from '#web/view.js';
import type { OwnPasskey } from '../../actions/passkeys.js';
import { LAST_PASSKEY } from '../../texts.js';
import { WORDS } from '../words.js';
import { AddFirstOrKeep, ConfirmOrKeep } from './confirm-or-keep.js';

/** Asks once more, since a removed passkey opens nothing any more; says so plainly where it is the only second factor. */
export function RemovePasskeyPage({ view, passkey, attempt }: { view: View; passkey: OwnPasskey; attempt: Attempt }): VNode {
  const { lang, t } = view;
  return (
    <Page {...view.frame} title={t(TITLE)} breadcrumbs={[{ text: WORDS.means, href: '/my/sign-in' }, { text: TITLE }]}>
      <ErrorSummary lang={lang} errors={attempt.errors} />
      <h1>{`${t(TITLE)}: ${passkey.name}`}</h1>
      <SummaryList
        lang={lang}
        items={[
          { key: ADDED, value: instant(passkey.addedAt) },
          { key: USED, value: passkey.lastUsedAt ? instant(passkey.lastUsedAt) : '–' },
          { key: OTHERS, value: String(passkey.others) },
        ]}
      />
      {passkey.left.length === 0 && (
        <Notice lang={lang} tone="danger" title={LAST_WAY}>
          <p>{t(LAST_PASSKEY)}</p>
        </Notice>
      )}
      {passkey.left.length > 0 && passkey.others === 0 && !passkey.hasCode && (
        <Notice lang={lang} tone="warning" title={LAST}>
          <p>{t(LAST_WHY)}</p>
        </Notice>
      )}
      {passkey.left.length === 0 ? <AddFirstOrKeep view={view} keep={KEEP} /> : <ConfirmOrKeep view={view} what={WHAT} confirm={WORDS.remove} keep={KEEP} />}
    </Page>
  );
}

const TITLE: Text = { lv: 'Noņemt piekļuves atslēgu', en: 'Remove the passkey' };
const ADDED: Text = { lv: 'Pievienota', en: 'Added' };
const USED: Text = { lv: 'Pēdējoreiz lietota', en: 'Last used' };
const OTHERS: Text = { lv: 'Citas atslēgas paliks', en: 'Other keys that stay' };
const LAST_WAY: Text = { lv: 'Tā ir pēdējā iespēja pierakstīties', en: 'It is the last way in' };
const LAST: Text = { lv: 'Tā ir jūsu vienīgā atslēga', en: 'It is your only key' };
const LAST_WHY: Text = { lv: 'Pēc tam otra līdzekļa jums vairs nebūs. Vispirms pievienojiet citu, ja šo neesat pazaudējis.', en: 'Afterwards you have no second factor. Add another first, unless this one is lost.' };
const WHAT: Text = { lv: 'Ar šo atslēgu vairs nevarēs pierakstīties, un citas jūsu sesijas beigsies. Atjaunot to nevar, bet ierīci var pievienot no jauna.', en: 'This key will open nothing any more, and your other sessions end. It cannot be brought back, but the device can be added again.' };
const KEEP: Text = { lv: 'Atstāt', en: 'Keep it' };
