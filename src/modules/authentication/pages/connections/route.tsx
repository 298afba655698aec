import type { Text } from '#kernel/text.js';
import { type Attempt, button, type CustomTools, custom, formPage, showPage, type RawInput, type WebRoute } from '#web/page-route.js';
import type { View } from '#web/view.js';
import { endConnection, readClosing } from '../../actions/close-connection.js';
import { addDirectory, addOpenId, changeConnection, type ConnectionDetails, readConnection, readConnections } from '../../actions/connections.js';
import { confirmSuggestion, declineSuggestion, readSuggestions } from '../../actions/directory-suggestions.js';
import { listHandovers, readHandover, takeOverConnection } from '../../actions/handovers.js';
import { beginTrying, giveUpSettings, putSettingsInForce, recordWorking, switchOn } from '../../actions/try-connection.js';
import { tryConnection } from '../../outside/active-directory/try-connection.js';
import { openIdOf } from '../../outside/openid/openid.js';
import { isRefusal } from '../../outside/proving.js';
import { ClosePage } from './close.js';
import { ConnectionPage, type TriedResult } from './connection.js';
import { DirectoryFormPage } from './directory-form.js';
import { HANDOVERS_PATH, HandoversPage } from './handovers.js';
import { ConnectionsPage, pathOf } from './list.js';
import { OpenIdFormPage } from './openid-form.js';
import { wentWell } from './tried.js';
import { SUGGESTIONS_PATH, SuggestionsPage } from './suggestions.js';

const ALL = '/sign-in-programme/:unit/connections';
const ONE = `${ALL}/:connection`;

const justUnit = (raw: RawInput) => ({ unit: raw['unit'] });
const justOne = (raw: RawInput) => ({ unit: raw['unit'], connection: raw['connection'] });
const toOne = (notice: Text) => (id: unknown, _view: View, raw: RawInput) => ({ to: `${pathOf(Number(raw['unit']))}/${typeof id === 'string' ? id : String(raw['connection'])}`, notice });

export const connectionsRoutes: readonly WebRoute[] = [
  showPage({ path: ALL, action: readConnections, render: (found, view) => <ConnectionsPage view={view} found={found} /> }),
  formPage({
    path: `${ALL}/new/active-directory`,
    load: readConnections,
    loadInput: justUnit,
    render: (found, view, attempt) => <DirectoryFormPage view={view} found={found} connection={null} attempt={attempt} />,
    action: addDirectory,
    done: toOne({ lv: 'Savienojums ir izveidots. Tagad to izmēģiniet.', en: 'The connection has been made. Now try it.' }),
  }),
  formPage({
    path: `${ALL}/new/openid`,
    load: readConnections,
    loadInput: justUnit,
    render: (found, view, attempt) => <OpenIdFormPage view={view} found={found} connection={null} attempt={attempt} />,
    action: addOpenId,
    done: toOne({ lv: 'Savienojums ir izveidots. Reģistrējiet atgriešanās adresi un izmēģiniet.', en: 'The connection has been made. Register the address of return and try it.' }),
  }),
  showPage({ path: ONE, action: readConnection, render: (found, view) => <ConnectionPage view={view} found={found} tried={null} /> }),
  formPage({ path: `${ONE}/change`, load: readConnection, loadInput: justOne, render: changeForm, action: changeConnection, done: ({ waits, toTry }, view, raw) => toOne(waits ? WAIT : toTry ? CHANGED : AT_ONCE)(null, view, raw) }),
  custom({ method: 'POST', path: `${ONE}/try`, handle: (_request, _reply, at) => tryIt(at) }),
  formPage({
    path: `${ONE}/switch-on`,
    load: readConnection,
    loadInput: justOne,
    render: (found, view, attempt) => <ConnectionPage view={view} found={found} tried={null} refusal={attempt.errors[0]?.message} />,
    action: switchOn,
    done: toOne({ lv: 'Savienojums ir ieslēgts: darbinieki to redz pierakstīšanās lapā.', en: 'The connection is on: people see it on the sign-in page.' }),
  }),
  formPage({
    path: `${ONE}/put-in-force`,
    load: readConnection,
    loadInput: justOne,
    render: (found, view, attempt) => <ConnectionPage view={view} found={found} tried={null} refusal={attempt.errors[0]?.message} />,
    action: putSettingsInForce,
    done: toOne({ lv: 'Jaunie iestatījumi ir spēkā; agrākie paliek redzami.', en: 'The new settings are in force; the earlier ones stay to be seen.' }),
  }),
  button({ path: `${ONE}/give-up`, action: giveUpSettings, done: toOne({ lv: 'Jaunie iestatījumi ir atmesti; spēkā paliek līdzšinējie.', en: 'The new settings have been given up; the present ones stay in force.' }) }),
  formPage({
    path: `${ONE}/close`,
    load: readClosing,
    loadInput: justOne,
    render: (found, view, attempt) => <ClosePage view={view} found={found} attempt={attempt} />,
    action: endConnection,
    done: (ended, _view, raw) => ({ to: pathOf(Number(raw['unit'])), notice: { lv: `Savienojums ir slēgts; izbeigtas sesijas: ${ended}.`, en: `The connection is closed; sessions ended: ${ended}.` } }),
  }),
  showPage({ path: HANDOVERS_PATH, action: listHandovers, render: (offered, view) => <HandoversPage view={view} offered={offered} /> }),
  formPage({
    path: `${HANDOVERS_PATH}/:id`,
    load: readHandover,
    loadInput: (raw) => ({ id: raw['id'] }),
    render: (found, view, attempt) => (found.offered.kind === 'openid' ? <OpenIdFormPage view={view} {...found} attempt={attempt} /> : <DirectoryFormPage view={view} {...found} attempt={attempt} />),
    action: takeOverConnection,
    done: ({ unitId, connectionId }) => ({ to: `${pathOf(unitId)}/${connectionId}`, notice: { lv: 'Savienojums ir pārņemts. Izmēģiniet to.', en: 'The connection has been taken over. Try it.' } }),
  }),
  ...suggestionRoutes(SUGGESTIONS_PATH),
  ...suggestionRoutes('/sign-in-programme/:unit/suggestions'),
];

const CHANGED: Text = { lv: 'Savienojums ir mainīts. Izmēģiniet to.', en: 'The connection has been changed. Try it.' };
const AT_ONCE: Text = { lv: 'Savienojums ir mainīts; izmēģināt nav ko.', en: 'The connection has been changed; there is nothing to try.' };
const WAIT: Text = { lv: 'Jaunie iestatījumi ir saglabāti un gaida. Izmēģiniet tos; līdz tam spēkā ir līdzšinējie.', en: 'The new settings are kept and wait. Try them; until then the present ones are in force.' };

/** Who changes what waits goes on from there. */
function changeForm(found: ConnectionDetails, view: View, attempt: Attempt) {
  const shown = { view, found, connection: found.waiting ?? found.connection, attempt };
  return found.connection.kind === 'openid' ? <OpenIdFormPage {...shown} /> : <DirectoryFormPage {...shown} />;
}

async function tryIt(at: CustomTools) {
  const begun = await at.perform(beginTrying, justOne(at.raw));
  const tried: TriedResult = begun.kind === 'openid' ? { kind: 'openid', refusal: await refusalOf(at, begun) } : { kind: 'directory', tried: await tryConnection(begun.directory) };
  if (wentWell(tried)) await at.perform(recordWorking, { ...justOne(at.raw), settingId: begun.settingId });
  return at.send(<ConnectionPage view={at.view} found={await at.perform(readConnection, justOne(at.raw))} tried={tried} />);
}

const SECRET_NOT_ACCEPTED: Text = { lv: 'Sniedzējs atbild, bet nepieņem mūsu lietotnes identifikatoru vai noslēpumu. Pārbaudiet abus.', en: 'The provider answers but does not accept our client id or secret. Check both.' };

/** A provider answers when it would let us begin and lets our own name and secret in; what the person does there is not tried. */
async function refusalOf(at: CustomTools, { provider, now, publicUrl }: Extract<Awaited<ReturnType<typeof beginTrying.run>>, { kind: 'openid' }>): Promise<Text | null> {
  const openId = openIdOf(provider);
  const begun = await openId.begin({ returnTo: publicUrl, lang: at.view.lang, now });
  if (isRefusal(begun)) return openId.say(begun.reason);
  // A code that cannot be good: a provider that answers so to a secret that is not (RFC 6749, 5.2) would turn everybody away.
  const answer = await openId.finish(begun.state, { state: (begun.state as { handle: string }).handle, code: 'trying-the-secret', iss: provider.issuer }, now);
  return isRefusal(answer) && answer.reason === 'system-not-accepted' ? SECRET_NOT_ACCEPTED : null;
}

function suggestionRoutes(path: string): WebRoute[] {
  const back = (notice: Text) => (_done: unknown, _view: View, raw: RawInput) => ({ to: path.replace(':unit', String(raw['unit'])), notice });
  return [
    showPage({ path, action: readSuggestions, input: justUnit, render: (found, view) => <SuggestionsPage view={view} found={found} /> }),
    button({ path: `${path}/confirm`, action: confirmSuggestion, done: back({ lv: 'Ieteikums ir apstiprināts.', en: 'The suggestion has been confirmed.' }) }),
    button({ path: `${path}/decline`, action: declineSuggestion, done: back({ lv: 'Ieteikums ir noraidīts; tas vairs netiks rādīts.', en: 'The suggestion has been declined; it will not come again.' }) }),
  ];
}
