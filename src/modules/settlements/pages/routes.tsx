import { namedPage } from '#modules/education/public.js';
import { fill, type Text } from '#kernel/text.js';
import { button, custom, download, formPage, showPage, type WebRoute } from '#web/page-route.js';
import { parameterRoutes } from '#web/parameters/routes.js';
import { approveSheet, putCost, removeCost } from '../actions/costs.js';
import { countLearners, listInstitutions, openInstitution } from '../actions/institutions.js';
import { prepareStatements } from '../actions/prepare.js';
import { settlementRuleActions } from '../actions/rules.js';
import { agree, answer, dispute, exportLearners, openStatement, readLearners, readStatements } from '../actions/statements.js';
import { InstitutionPage } from './institution.js';
import { InstitutionsPage } from './institutions.js';
import { learnersFile, LearnersPage } from './learners.js';
import { StatementsPage } from './list.js';
import { StatementPage, WordsPage } from './statement.js';
import { PATH, W } from './words.js';

const statementOf = (raw: Readonly<Record<string, unknown>>) => `${PATH}/statements/${String(raw['id'])}`;
const institutionOf = (raw: Readonly<Record<string, unknown>>, year: number) => `${PATH}/institutions/${String(raw['regNr'])}?year=${year}`;
const onlyId = (raw: Readonly<Record<string, unknown>>) => ({ id: raw['id'] });

export const settlementsRoutes: readonly WebRoute[] = [
  showPage({ path: PATH, action: readStatements, render: (found, view) => <StatementsPage view={view} found={found} /> }),
  formPage({
    path: `${PATH}/institutions`,
    load: listInstitutions,
    loadInput: (raw) => ({ counted: raw['counted'] }),
    render: (found, view, attempt) => <InstitutionsPage view={view} attempt={attempt} found={found} />,
    action: prepareStatements,
    done: (made) => ({ to: PATH, notice: made.length === 0 ? NOTHING_NEW : fill(PREPARED, { n: made.length }) }),
  }),
  custom({ method: 'GET', path: `${PATH}/institution`, handle: async (_request, _reply, { raw, redirect }) => redirect({ to: `${PATH}/institutions/${encodeURIComponent(String(raw['regNr'] ?? '').trim() || '-')}` }) }),
  formPage({
    path: `${PATH}/institutions/:regNr`,
    load: openInstitution,
    loadInput: (raw) => ({ regNr: raw['regNr'], year: raw['year'] }),
    render: (found, view, attempt) => <InstitutionPage view={view} attempt={attempt} found={found} />,
    action: putCost,
    done: ({ year }, _view, raw) => ({ to: institutionOf(raw, year), notice: RECORDED }),
  }),
  button({ path: `${PATH}/institutions/:regNr/costs/remove`, action: removeCost, done: ({ year }, _view, raw) => ({ to: institutionOf(raw, year), notice: REMOVED }) }),
  button({ path: `${PATH}/institutions/:regNr/costs/approve`, action: approveSheet, done: (_, _view, raw) => ({ to: institutionOf(raw, Number(raw['year'])), notice: APPROVED }) }),
  button({ path: `${PATH}/institutions/:regNr/count`, action: countLearners, done: ({ year, changed }, _view, raw) => ({ to: institutionOf(raw, year), notice: changed ? COUNTED : SAME_COUNT }) }),
  showPage({ path: `${PATH}/statements/:id`, action: openStatement, render: (found, view) => <StatementPage view={view} found={found} /> }),
  namedPage({ path: `${PATH}/statements/:id/learners`, action: readLearners, render: (found, view) => <LearnersPage view={view} found={found} /> }),
  download({ path: `${PATH}/statements/:id/export`, action: exportLearners, file: learnersFile }),
  button({ path: `${PATH}/statements/:id/agree`, action: agree, done: (_, _view, raw) => ({ to: statementOf(raw), notice: AGREED }) }),
  formPage({ path: `${PATH}/statements/:id/dispute`, load: openStatement, loadInput: onlyId, render: (found, view, attempt) => <WordsPage view={view} attempt={attempt} found={found} name="reason" />, action: dispute, done: (_, _view, raw) => ({ to: statementOf(raw), notice: SENT }) }),
  formPage({ path: `${PATH}/statements/:id/answer`, load: openStatement, loadInput: onlyId, render: (found, view, attempt) => <WordsPage view={view} attempt={attempt} found={found} name="answer" />, action: answer, done: (_, _view, raw) => ({ to: statementOf(raw), notice: SENT }) }),
  ...parameterRoutes({ path: `${PATH}/rules`, title: W.rules, above: [{ text: W.settlements, href: PATH }] }, settlementRuleActions),
];

const NOTHING_NEW: Text = { lv: 'Kopš iepriekšējiem pārskatiem nekas nav mainījies; jauni nav vajadzīgi.', en: 'Nothing has changed since the last statements; no new ones are needed.' };
const PREPARED: Text = { lv: 'Sagatavoto pārskatu skaits: {n}. Abas puses ir informētas.', en: 'Statements prepared: {n}. Both sides have been told.' };
const RECORDED: Text = { lv: 'Summa ir ierakstīta tāmes melnrakstā.', en: 'The amount is recorded in the draft of the cost sheet.' };
const REMOVED: Text = { lv: 'Summa ir izņemta no tāmes melnraksta.', en: 'The amount has been taken out of the draft of the cost sheet.' };
const APPROVED: Text = { lv: 'Tāme ir apstiprināta.', en: 'The cost sheet is approved.' };
const COUNTED: Text = { lv: 'Izglītojamie ir saskaitīti.', en: 'The learners have been counted.' };
const SAME_COUNT: Text = { lv: 'Skaits ir tāds pats kā iepriekš; jauna redakcija nav vajadzīga.', en: 'The count is the same as before; no new version is needed.' };
const AGREED: Text = { lv: 'Pārskats ir saskaņots.', en: 'The statement is agreed.' };
const SENT: Text = { lv: 'Nosūtīts; otra pašvaldība ir informēta.', en: 'Sent; the other municipality has been told.' };
