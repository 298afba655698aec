import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { instant } from '#ui/format.js';
import { DataTable } from '#ui/table/data-table.js';
import type { View } from '#web/view.js';
import type { Means } from '../../actions/my-means.js';
import { OutsideWays } from '../outside/ways.js';
import { WORDS } from '../words.js';

/** The identities elsewhere that open this account, each with the way to take it off, and those that were taken off. */
export function Identities({ view, means: { identities, takenBack, outside } }: { view: View; means: Means }): VNode | null {
  const { lang, t } = view;
  if (identities.length === 0 && takenBack.length === 0) return null;
  return (
    <>
      <h2>{t(LINKED)}</h2>
      <DataTable
        lang={lang}
        caption={LINKED}
        captionHidden
        rows={identities}
        rowKey={(identity) => identity.id}
        empty={{ title: NONE }}
        columns={[
          { key: 'method', header: WAY, rowHeader: true, cell: (identity) => t(identity.title) },
          { key: 'linked', header: LINKED_AT, cell: (identity) => instant(identity.linkedAt) },
          { key: 'used', header: USED, cell: (identity) => (identity.lastUsedAt ? instant(identity.lastUsedAt) : '–') },
          { key: 'unlink', header: WORDS.unlink, cell: (identity) => <a href={`/my/sign-in/identities/${identity.id}/unlink`}>{t(WORDS.unlink)}<span class="visually-hidden">: {t(identity.title)}</span></a> },
        ]}
      />
      {takenBack.length > 0 && (
        <>
          <h3>{t(TAKEN_BACK)}</h3>
          <ul>
            {takenBack.map((one) => (
              <li key={one.id}>{t({ lv: `${one.title.lv}, atsaistīta ${instant(one.unlinkedAt)}`, en: `${one.title.en}, unlinked ${instant(one.unlinkedAt)}` })}</li>
            ))}
          </ul>
          <p>{t(AGAIN)}</p>
          <OutsideWays view={view} ways={outside.filter(({ method }) => takenBack.some((one) => one.method === method))} purpose="link" to="/my/sign-in" />
        </>
      )}
    </>
  );
}

const LINKED: Text = { lv: 'Saistītās identitātes', en: 'Linked identities' };
const NONE: Text = { lv: 'Neviena identitāte pašlaik nav saistīta.', en: 'No identity is linked now.' };
const WAY: Text = { lv: 'Veids', en: 'Way' };
const LINKED_AT: Text = { lv: 'Saistīta', en: 'Linked' };
const USED: Text = { lv: 'Pēdējoreiz lietota', en: 'Last used' };
const TAKEN_BACK: Text = { lv: 'Atsaistītās', en: 'Unlinked' };
const AGAIN: Text = { lv: 'Šīs identitātes kontu vairs neatver. Ja vēlaties, saistiet no jauna; pašvaldības kontu – ar pogu “Saistīt pašvaldības kontu”.', en: 'These identities open the account no more. If you wish, link them again; an account of a municipality by “Link the municipal account”.' };
