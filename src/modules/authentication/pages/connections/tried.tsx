import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { Notice } from '#ui/notice.js';
import type { View } from '#web/view.js';
import { DIRECTORY_SETTING_FAULTS } from '../../outside/active-directory/texts.js';
import type { DirectoryFault } from '../../outside/active-directory/directory.js';
import type { TriedResult } from './connection.js';

/** What trying a connection showed, controller by controller. */
export function Tried({ view: { lang, t }, result }: { view: View; result: TriedResult }): VNode {
  if (result.kind === 'openid') return <Notice lang={lang} tone={result.refusal ? 'warning' : 'success'} title={result.refusal ?? PROVIDER_ANSWERS} announced />;
  const { hosts, unknownGroups, readsTickets } = result.tried;
  const well = wentWell(result);
  return (
    <Notice lang={lang} tone={well ? 'success' : 'warning'} title={well ? ALL_WELL : NOT_ALL_WELL} announced>
      <ul>
        {hosts.map(({ name, fault }) => (
          <li key={name}>{`${name}: ${t(fault === null ? HOST_ANSWERS : FAULTS[fault])}`}</li>
        ))}
        {unknownGroups.map((group) => (
          <li key={group}>{t({ lv: `Grupas “${group}” domēnā nav.`, en: `The domain has no group “${group}”.` })}</li>
        ))}
        {readsTickets === false && <li>{t(DIRECTORY_SETTING_FAULTS['tickets-not-read-here'])}</li>}
      </ul>
    </Notice>
  );
}

/** Whether nothing is left that would keep people out. */
export function wentWell(result: TriedResult): boolean {
  if (result.kind === 'openid') return result.refusal === null;
  const { hosts, unknownGroups, readsTickets } = result.tried;
  return hosts.every(({ fault }) => fault === null) && unknownGroups.length === 0 && readsTickets !== false;
}

const PROVIDER_ANSWERS: Text = { lv: 'Sniedzējs atbild, un mūsu noslēpumu tas nenoraida.', en: 'The provider answers, and does not turn our secret down.' };
const ALL_WELL: Text = { lv: 'Savienojums darbojas.', en: 'The connection works.' };
const NOT_ALL_WELL: Text = { lv: 'Ne viss darbojas.', en: 'Not everything works.' };
const HOST_ANSWERS: Text = { lv: 'atbild un pieņem apkalpes kontu.', en: 'answers and lets the service account in.' };
const FAULTS: Readonly<Record<DirectoryFault, Text>> = {
  unreachable: { lv: 'nav sasniedzams. Pārbaudiet nosaukumu, portu un ugunsmūri.', en: 'cannot be reached. Check the name, the port and the firewall.' },
  'untrusted-certificate': { lv: 'sertifikātam nevar uzticēties, tāpēc nekas nav sūtīts. Pārbaudiet iestādes sertifikātu un kontrollera nosaukumu.', en: 'its certificate cannot be trusted, so nothing was sent. Check the authority’s certificate and the controller’s name.' },
  'service-account-refused': { lv: 'nepieņem apkalpes kontu. Pārbaudiet tā nosaukumu un paroli.', en: 'does not let the service account in. Check its name and password.' },
  'cannot-read': { lv: 'apkalpes konts nevar lasīt. Pārbaudiet, kur meklēt (DN), un konta tiesības.', en: 'the service account cannot read. Check where to look (DN) and the account’s rights.' },
};
