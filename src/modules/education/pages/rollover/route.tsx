import { fill, type Text } from '#kernel/text.js';
import { button, formPage, type RawInput, showPage, type WebRoute } from '#web/page-route.js';
import { applyRollover, openYearEnd, propose } from '../../actions/rollover.js';
import { decideFor, decideForClass, openClassDecision, openDecision } from '../../actions/rollover-decisions.js';
import { ClassDecisionView, DecisionView } from './decisions.js';
import { YearEndView } from './page.js';

const PATH = '/education/institutions/:regNr/year-end';
const back = (raw: RawInput) => `/education/institutions/${String(raw['regNr'])}/year-end`;

export const rolloverRoutes: readonly WebRoute[] = [
  showPage({ path: PATH, action: openYearEnd, input: (raw) => ({ regNr: raw['regNr'] }), render: (page, view) => <YearEndView view={view} page={page} /> }),
  formPage({
    path: `${PATH}/pupils/:membershipId`,
    load: openDecision,
    loadInput: (raw) => ({ regNr: raw['regNr'], membershipId: raw['membershipId'] }),
    render: (page, view, attempt) => <DecisionView view={view} attempt={attempt} page={page} />,
    action: decideFor,
    done: (_, _view, raw) => ({ to: back(raw), notice: DECIDED }),
  }),
  formPage({
    path: `${PATH}/classes/:classId`,
    load: openClassDecision,
    loadInput: (raw) => ({ regNr: raw['regNr'], classId: raw['classId'], fate: raw['fate'], toTitle: raw['toTitle'] }),
    render: (page, view, attempt) => <ClassDecisionView view={view} attempt={attempt} page={page} />,
    action: decideForClass,
    done: ({ changed }, _view, raw) => ({ to: back(raw), notice: fill(CLASS_DECIDED, { n: changed.length }) }),
  }),
  button({ path: `${PATH}/propose`, action: propose, done: ({ pupils, kept }, _view, raw) => ({ to: back(raw), notice: fill(kept > 0 ? PROPOSED_ANEW : PROPOSED, { n: pupils.length, kept }) }) }),
  button({ path: `${PATH}/apply`, action: applyRollover, done: ({ moved, left }, _view, raw) => ({ to: back(raw), notice: fill(APPLIED, { moved, left }) }) }),
];

const DECIDED: Text = { lv: 'Lēmums saglabāts.', en: 'The decision has been saved.' };
const CLASS_DECIDED: Text = { lv: 'Mainīti lēmumi: {n}.', en: 'Decisions changed: {n}.' };
const PROPOSED: Text = { lv: 'Priekšlikums sagatavots: {n} izglītojamie.', en: 'Proposal prepared: {n} learners.' };
const PROPOSED_ANEW: Text = { lv: 'Priekšlikums sagatavots: {n} izglītojamie. Skolas lēmumi paliek: {kept}.', en: 'Proposal prepared: {n} learners. Decisions of the school that stay: {kept}.' };
const APPLIED: Text = { lv: 'Pārcelti vai atkārto: {moved}. Pabeidza: {left}.', en: 'Moved or repeating: {moved}. Finished: {left}.' };
