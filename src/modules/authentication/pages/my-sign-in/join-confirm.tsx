import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { Button, ButtonLink, ButtonRow } from '#ui/form/button.js';
import { Form } from '#ui/form/form.js';
import { Notice } from '#ui/notice.js';
import { Page } from '#ui/page.js';
import { SummaryList } from '#ui/summary-list.js';
import type { View } from '#web/view.js';
import type { Judged, NotJoined } from '../../actions/join-accounts.js';
import { JOIN_NOT_CONFIRMED, JOIN_NOT_ENTERED, JOIN_SAME, JOIN_SEALED, JOIN_SOMEBODY_ELSE, JOIN_TOO_LATE, JOIN_WEAKER } from '../../texts.js';
import { WORDS } from '../words.js';

/** Where what was begun is given up. */
export const GIVE_UP_PATH = '/my/sign-in/join/give-up';

/** Asks once more, in the account that will be closed, saying which one stays. */
export function ConfirmJoinPage({ view, judged }: { view: View; judged: Judged }): VNode {
  const { lang, t } = view;
  return (
    <Page {...view.frame} title={t(WORDS.join)} breadcrumbs={[{ text: WORDS.means, href: '/my/sign-in' }, { text: WORDS.join }]}>
      <h1>{t(WORDS.join)}</h1>
      {judged.kind === 'ready' ? (
        <>
          <SummaryList
            lang={lang}
            items={[
              { key: CLOSED, value: `${judged.other.login} (${judged.other.name})` },
              { key: STAYS, value: `${judged.mine.login} (${judged.mine.name})` },
            ]}
          />
          <p>{t(WHAT)}</p>
          <Form csrf={view.csrf}>
            <ButtonRow>
              <Button variant="danger">{t(WORDS.join)}</Button>
              <Button variant="secondary" to={GIVE_UP_PATH}>
                {t(KEEP)}
              </Button>
            </ButtonRow>
          </Form>
        </>
      ) : (
        <>
          <Notice lang={lang} tone="warning" title={whyNotJoined(judged.kind)} />
          <ButtonRow>
            <ButtonLink href="/my/sign-in">{t(WORDS.means)}</ButtonLink>
          </ButtonRow>
        </>
      )}
    </Page>
  );
}

export const whyNotJoined = (why: NotJoined): Text =>
  ({
    same: JOIN_SAME,
    'not-confirmed': JOIN_NOT_CONFIRMED,
    'somebody-else': JOIN_SOMEBODY_ELSE,
    sealed: JOIN_SEALED,
    'not-entered': JOIN_NOT_ENTERED,
    'too-late': JOIN_TOO_LATE,
    weaker: JOIN_WEAKER,
  })[why];

const CLOSED: Text = { lv: 'Slēgs šo kontu', en: 'This account is closed' };
const STAYS: Text = { lv: 'Paliks šis konts', en: 'This account stays' };
const WHAT: Text = {
  lv: 'Uz kontu, kas paliek, pāries tiesības, neizlemtie tiesību pieprasījumi, nokārtotie kursi, piekļuves atslēgas un saistītie Smart-ID, eParaksts un Latvija.lv. To atcelt nevar.',
  en: 'Rights, undecided requests for rights, courses passed, passkeys, and linked Smart-ID, eParaksts and Latvija.lv go over to the account that stays. This cannot be undone.',
};
const KEEP: Text = { lv: 'Neapvienot', en: 'Do not join' };
