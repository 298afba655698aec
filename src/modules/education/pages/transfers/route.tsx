import type { Text } from '#kernel/text.js';
import { formPage, showPage, type WebRoute } from '#web/page-route.js';
import { openEnrolForm } from '../../actions/enrol.js';
import { answerTransferOf, askForTransfer, openTransfers, viewTransfer } from '../../actions/transfers.js';
import { AskPage, TransfersList, TransferView } from './pages.js';

export const transferRoutes: readonly WebRoute[] = [
  showPage({ path: '/education/institutions/:regNr/transfers', action: openTransfers, render: (page, view) => <TransfersList view={view} page={page} /> }),
  formPage({
    path: '/education/institutions/:regNr/transfers/ask',
    load: openEnrolForm,
    loadInput: (raw) => ({ regNr: raw['regNr'] }),
    render: (form, view, attempt) => <AskPage view={view} attempt={attempt} form={form} />,
    action: askForTransfer,
    done: ({ id }) => ({ to: `/education/transfers/${id}`, notice: ASKED }),
  }),
  formPage({
    path: '/education/transfers/:id',
    load: viewTransfer,
    loadInput: (raw) => ({ id: raw['id'] }),
    render: (page, view, attempt) => <TransferView view={view} attempt={attempt} page={page} />,
    action: answerTransferOf,
    done: (_, view) => ({ to: view.path, notice: ANSWERED }),
  }),
];

const ASKED: Text = { lv: 'Lūgums nosūtīts. Otra iestāde saņems paziņojumu.', en: 'The request has been sent. The other institution will be told.' };
const ANSWERED: Text = { lv: 'Atbilde saglabāta. Otra iestāde saņems paziņojumu.', en: 'The answer has been saved. The other institution will be told.' };
