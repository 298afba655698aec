import type { Text } from '#kernel/text.js';
import type { Action } from '#platform/actions/action.js';
import { isNowhere } from '#platform/actions/actor.js';
import { scopeOf } from '#platform/actions/permission.js';
import { button, download, formPage, showPage, type RawInput, type WebRoute } from '#web/page-route.js';
import type { View } from '#web/view.js';
import { changePolicy } from '../../actions/change-policy.js';
import { approveReopening, askToReopen, endPasswords } from '../../actions/end-passwords.js';
import { giveException, takeException } from '../../actions/exceptions.js';
import { type Board, exportBoard, readBoard } from '../../actions/read-board.js';
import { changeNationalDay, readNationalDay } from '../../actions/national-day.js';
import { readCountryProviders } from '../../actions/country-providers.js';
import { readProgramme } from '../../actions/read-programme.js';
import { readLetters, type Reminded, remindNow } from '../../actions/remind.js';
import { leadProgramme } from '../../permissions.js';
import { BoardPage } from './board.js';
import { ExceptionPage } from './exception.js';
import { boardFile } from './file.js';
import { LettersPage } from './letters.js';
import { NATIONAL_DAY_PATH, NationalDayPage } from './national-day.js';
import { NationalPage } from './national.js';
import { PolicyPage } from './policy.js';
import { PROVIDERS_PATH, ProvidersPage } from './providers.js';

const leads = (view: View) => !isNowhere(scopeOf(view.actor, leadProgramme));
const leadsAll = (view: View) => scopeOf(view.actor, leadProgramme).everywhere;
const boardAgain = (notice: Text) => (_done: unknown, _view: View, raw: RawInput) => ({ to: `/sign-in-programme/${String(raw['unit'])}`, notice });
const justUnit = (raw: RawInput) => ({ unit: raw['unit'] });
const board = (content: Board, view: View, attempt = { values: {}, errors: [] } as Parameters<typeof BoardPage>[0]['attempt']) => <BoardPage view={view} board={content} attempt={attempt} leads={leads(view)} />;

const NATIONAL_DAY_SET: Text = { lv: 'Diena valstij ir noteikta.', en: 'The day for the country has been set.' };
const POLICY_SET: Text = { lv: 'Kārtība ir noteikta.', en: 'The policy has been set.' };
const EXCEPTED: Text = { lv: 'Izņēmums ir piešķirts.', en: 'The exception has been given.' };
const EXCEPTION_ENDED: Text = { lv: 'Izņēmums ir izbeigts.', en: 'The exception has ended.' };
const ENDED: Text = { lv: 'Paroles ir izslēgtas.', en: 'Passwords are off.' };
const ASKED: Text = { lv: 'Lūgums pierakstīts. Tagad to apstiprina cits atbildīgais.', en: 'The request is recorded. Now another responsible person approves it.' };
const REOPENED: Text = { lv: 'Paroles uz laiku ir atvērtas.', en: 'Passwords are open for a time.' };

export const programmeRoutes: readonly WebRoute[] = [
  showPage({ path: '/sign-in-programme', action: readProgramme, render: (programme, view) => <NationalPage view={view} programme={programme} leadsAll={leadsAll(view)} /> }),
  formPage({
    path: NATIONAL_DAY_PATH,
    load: readNationalDay,
    loadInput: () => ({}),
    render: (days, view, attempt) => <NationalDayPage view={view} days={days} attempt={attempt} leadsAll={leadsAll(view)} />,
    action: changeNationalDay,
    done: () => ({ to: '/sign-in-programme', notice: NATIONAL_DAY_SET }),
  }),
  showPage({ path: PROVIDERS_PATH, action: readCountryProviders, render: (needs, view) => <ProvidersPage view={view} needs={needs} /> }),
  showPage({ path: '/sign-in-programme/:unit', action: readBoard, render: (found, view) => board(found, view) }),
  download({ path: '/sign-in-programme/:unit/export', action: exportBoard, file: (exported, view) => boardFile(view, exported) }),
  formPage({
    path: '/sign-in-programme/:unit/policy',
    load: readBoard,
    loadInput: justUnit,
    render: (found, view, attempt) => <PolicyPage view={view} board={found} attempt={attempt} />,
    action: changePolicy,
    done: boardAgain(POLICY_SET),
  }),
  formPage({
    path: '/sign-in-programme/:unit/exceptions',
    load: readBoard,
    loadInput: justUnit,
    render: (found, view, attempt) => <ExceptionPage view={view} board={found} attempt={attempt} />,
    action: giveException,
    done: boardAgain(EXCEPTED),
  }),
  button({ path: '/sign-in-programme/:unit/exceptions/end', action: takeException, done: boardAgain(EXCEPTION_ENDED) }),
  showPage({ path: '/sign-in-programme/:unit/letters', action: readLetters, render: (letters, view) => <LettersPage view={view} letters={letters} /> }),
  button({
    path: '/sign-in-programme/:unit/remind',
    action: remindNow,
    done: (reminded, view, raw) => boardAgain(saidOf(reminded))(reminded, view, raw),
  }),
  onBoard('end-passwords', endPasswords, ENDED),
  onBoard('reopen', askToReopen, ASKED),
  onBoard('reopen/approve', approveReopening, REOPENED),
];

/** What was sent now, and why others got nothing. */
const saidOf = ({ sent, alreadyToday, withoutMail }: Reminded): Text => ({
  lv: [`Atgādinājumi nosūtīti: ${sent}.`, alreadyToday > 0 ? `Šodien jau bija atgādināts: ${alreadyToday}.` : '', withoutMail > 0 ? `Bez e-pasta, izdrukājiet vēstuli: ${withoutMail}.` : ''].filter(Boolean).join(' '),
  en: [`Reminders sent: ${sent}.`, alreadyToday > 0 ? `Reminded today already: ${alreadyToday}.` : '', withoutMail > 0 ? `Without e-mail, print a letter: ${withoutMail}.` : ''].filter(Boolean).join(' '),
});

/** A form that stands on the board, and comes back to it with what was wrong. */
function onBoard<Input, Done>(path: string, action: Action<Input, Done>, notice: Text): WebRoute {
  return formPage({
    path: `/sign-in-programme/:unit/${path}`,
    load: readBoard,
    loadInput: justUnit,
    render: (found, view, attempt) => board(found, view, attempt),
    action,
    done: boardAgain(notice),
  });
}
