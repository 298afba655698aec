import type { VNode } from 'preact';
import { namedPage } from '#modules/education/public.js';
import type { Text } from '#kernel/text.js';
import type { ReadAction, WriteAction } from '#platform/actions/action.js';
import { type Attempt, formPage, type WebRoute } from '#web/page-route.js';
import type { View } from '#web/view.js';
import { correctRecord, enterRecord, openCorrectForm, openEnterForm, type RecordDone, type RecordForm, withdrawRecord } from '../../actions/enter-record.js';
import { viewRecord } from '../../actions/view-record.js';
import { recordPath } from '../words.js';
import { CorrectPage, EnterPage, WithdrawPage } from './form-page.js';
import { RecordPage } from './page.js';

const PATH = '/marks/records/:kind/:year/:membershipId/:item/:period';

const ADDRESS = ['kind', 'year', 'membershipId', 'item', 'period'] as const;

const changing = <Input, Loading>(path: string, load: ReadAction<Loading, RecordForm>, action: WriteAction<Input, RecordDone>, Screen: (props: { view: View; attempt: Attempt; form: RecordForm }) => VNode, saved: Text): WebRoute =>
  formPage({
    path: `${PATH}/${path}`,
    load,
    loadInput: (raw) => Object.fromEntries(ADDRESS.map((name) => [name, raw[name]])),
    render: (form, view, attempt) => <Screen view={view} attempt={attempt} form={form} />,
    action,
    done: (done) => ({ to: recordPath(done), notice: done.warnings.length > 0 ? noted(saved, done) : saved }),
  });

export const recordRoutes: readonly WebRoute[] = [
  namedPage({ path: PATH, action: viewRecord, render: (found, view) => <RecordPage view={view} found={found} /> }),
  changing('enter', openEnterForm, enterRecord, EnterPage, { lv: 'Ievadīts.', en: 'Entered.' }),
  changing('correct', openCorrectForm, correctRecord, CorrectPage, { lv: 'Labots; iepriekšējā vērtība palika vēsturē.', en: 'Corrected; the earlier value stays in the history.' }),
  changing('withdraw', openCorrectForm, withdrawRecord, WithdrawPage, { lv: 'Atsaukts; vērtība palika vēsturē.', en: 'Taken back; the value stays in the history.' }),
];

const noted = (saved: Text, { warnings }: RecordDone): Text => ({ lv: [saved.lv, ...warnings.map(({ message }) => message.lv)].join(' '), en: [saved.en, ...warnings.map(({ message }) => message.en)].join(' ') });
