import { escaped, page, type Said } from '../web.js';
import { type Account, documentOf, ENDS } from './accounts.js';
import { codeOf, type Session } from './sessions.js';

const SYSTEM = 'Smart-ID';
const button = (action: string, words: string, main = false) => `<button name="action" value="${escaped(action)}"${main ? ' class="main"' : ''}>${escaped(words)}</button>`;

const USUAL: ReadonlySet<string> = new Set(['USER_REFUSED', 'WRONG_VC', 'TIMEOUT']);
const isUsual = ({ endResult }: (typeof ENDS)[number]) => USUAL.has(endResult);
const buttonsOf = (ends: typeof ENDS) => ends.map(({ endResult, words }) => button(endResult, words)).join('');

/** The phone with what waits for it. */
export function inbox(sessions: readonly Session[]): Said {
  const items = sessions.map((session) => `<li><a href="/phone/${session.id}">${escaped(session.begin.relyingPartyName)} · ${session.identity ? escaped(session.identity) : 'jebkurš / anyone'} · ${session.link ? 'saite / link' : `kods / code ${codeOf(session)}`}</a></li>`);
  const list = items.length > 0 ? `<ul>${items.join('')}</ul>` : '<p>Neviens pieprasījums negaida. Sāciet pierakstīšanos un atsvaidziniet lapu.<br><small>Nothing waits. Begin to sign in and reload this page.</small></p>';
  return page(SYSTEM, 'Jūsu tālrunis', `${list}<p><a href="/">Atsvaidzināt / Reload</a></p>`);
}

/** What the phone shows before the PIN. `link` goes along, because it is what was scanned. */
export function asks(session: Session, accounts: readonly Account[], link: string, fault = ''): Said {
  const interactions = JSON.parse(Buffer.from(session.begin.interactions, 'base64').toString('utf8')) as Record<string, string>[];
  const text = interactions[0]!['displayText200'] ?? interactions[0]!['displayText60'] ?? '';
  const choice = session.identity === null;
  const who = choice
    ? `<label for="document">Kas ir tālruņa īpašnieks / Whose phone</label><select id="document" name="document">${accounts.map((account) => `<option value="${escaped(documentOf(account))}">${escaped(`${account.person.givenName} ${account.person.familyName} (${documentOf(account)})`)}</option>`).join('')}</select>
       <details><summary>Cita izdomāta persona / Another made-up person</summary>
       <label for="name">Vārds un uzvārds / Name</label><input id="name" name="name">
       <label for="code">Personas kods / Personal code</label><input id="code" name="code" autocomplete="off"></details>`
    : `<p><strong>${escaped(session.identity)}</strong></p>`;
  const code = session.link ? '' : `<p>Kontroles kods / Verification code</p><p class="code">${codeOf(session)}</p>`;
  return page(
    SYSTEM,
    session.begin.relyingPartyName,
    `${fault ? `<p role="alert"><strong>${escaped(fault)}</strong></p>` : ''}<p>${escaped(text)}</p>${code}
     <form method="post" action="/phone/${session.id}"><input type="hidden" name="link" value="${escaped(link)}">${who}
     ${button('OK', 'Ievadīt PIN1 un apstiprināt / Confirm', true)}
     ${buttonsOf(ENDS.filter(isUsual))}<details><summary>Citi iznākumi / Other ends</summary>${buttonsOf(ENDS.filter((end) => !isUsual(end)))}</details></form>`,
    fault ? 400 : 200,
  );
}

export const done = (words: string): Said => page(SYSTEM, words, '<p>Varat atgriezties pārlūkā.<br><small>You can go back to the browser.</small></p><p><a href="/">Tālrunis / Phone</a></p>');
export const refusedLink = (fault: string): Said => page(SYSTEM, 'Saite nav derīga', `<p role="alert">${escaped(fault)}</p><p><a href="/">Tālrunis / Phone</a></p>`, 400);
