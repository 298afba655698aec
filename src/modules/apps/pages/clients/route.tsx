import type { Text } from '#kernel/text.js';
import { formPage, showPage, type WebRoute } from '#web/page-route.js';
import { changeClient, closeClient, listOwnClients, openClientForm, readClient, registerClient, renewSecret } from '../../actions/clients.js';
import { KINDS, type Kind } from '../../domain/client.js';
import { ClientPage, SecretPage } from './card.js';
import { ChangeClientPage, NewClientPage, NewSecretPage } from './forms.js';
import { ChooseKindPage, ClientsPage } from './list.js';

export const clientsRoutes: readonly WebRoute[] = [
  showPage({ path: '/apps', action: listOwnClients, render: (found, view) => <ClientsPage view={view} found={found} /> }),
  showPage({ path: '/apps/new', action: openClientForm, render: (_, view) => <ChooseKindPage view={view} /> }),
  ...KINDS.map((kind) => newClient(kind)),
  formPage({
    path: '/apps/:id',
    load: readClient,
    render: (details, view, attempt) => <ClientPage view={view} details={details} attempt={attempt} />,
    action: closeClient,
    done: (_, view) => ({ to: view.path, notice: CLOSED }),
  }),
  formPage({
    path: '/apps/:id/change',
    load: readClient,
    render: (details, view, attempt) => <ChangeClientPage view={view} details={details} attempt={attempt} />,
    action: changeClient,
    done: (_, _view, raw) => ({ to: `/apps/${String(raw['id'])}`, notice: CHANGED }),
  }),
  formPage({
    path: '/apps/:id/secret',
    load: readClient,
    render: (details, view, attempt) => <NewSecretPage view={view} details={details} attempt={attempt} />,
    action: renewSecret,
    done: (given, view) => <SecretPage view={view} given={given} />,
  }),
];

/** A form of its own for each kind. */
function newClient(kind: Kind): WebRoute {
  return formPage({
    path: `/apps/new/${kind}`,
    load: openClientForm,
    render: (form, view, attempt) => <NewClientPage view={view} form={form} kind={kind} attempt={attempt} />,
    action: registerClient,
    input: (raw) => ({ ...raw, kind }),
    done: (given, view) => <SecretPage view={view} given={given} />,
  });
}

const CLOSED: Text = { lv: 'Lietotne ir slēgta.', en: 'The program has been closed.' };
const CHANGED: Text = { lv: 'Izmaiņas ir saglabātas.', en: 'The changes have been saved.' };
