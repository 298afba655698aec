import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { PostButton } from '#ui/form/post-button.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import type { View } from '#web/view.js';
import type { AccountRow } from '../../actions/read-choice.js';

/** One person, several employments: as whom to enter. */
export const ChoosePage = ({ view, accounts, to }: { view: View; accounts: readonly AccountRow[]; to: string }): VNode => (
  <Page {...view.frame} title={view.t(TITLE)}>
    <h1>{view.t(TITLE)}</h1>
    <Lead>{view.t(LEAD)}</Lead>
    <ul class="ways">
      {accounts.map(({ id, login, organisation }) => (
        <li key={id}>
          <PostButton action="/sign-in/choose" csrf={view.csrf} hidden={{ user: id, to }}>
            {organisation ? `${organisation} (${login})` : login}
          </PostButton>
        </li>
      ))}
    </ul>
  </Page>
);

const TITLE: Text = { lv: 'Ar kuru kontu turpināt?', en: 'Which account to go on with?' };
const LEAD: Text = { lv: 'Jums ir vairāki konti. Izvēlieties, kurā darbavietā tagad strādāsiet.', en: 'You have several accounts. Choose the workplace you will work for now.' };
