import { fill, type Text } from '#kernel/text.js';
import { button, formPage, type RawInput, type WebRoute } from '#web/page-route.js';
import { applyRollover, decideFor, openYearEnd, propose } from '../../actions/rollover.js';
import { YearEndView } from './page.js';

const PATH = '/education/institutions/:regNr/year-end';
const back = (raw: RawInput) => `/education/institutions/${String(raw['regNr'])}/year-end`;

export const rolloverRoutes: readonly WebRoute[] = [
  formPage({
    path: PATH,
    load: openYearEnd,
    loadInput: (raw) => ({ regNr: raw['regNr'] }),
    render: (page, view, attempt) => <YearEndView view={view} attempt={attempt} page={page} />,
    action: decideFor,
    done: (_, _view, raw) => ({ to: back(raw), notice: DECIDED }),
  }),
  button({ path: `${PATH}/propose`, action: propose, done: ({ pupils }, _view, raw) => ({ to: back(raw), notice: fill(PROPOSED, { n: pupils.length }) }) }),
  button({ path: `${PATH}/apply`, action: applyRollover, done: ({ moved, left }, _view, raw) => ({ to: back(raw), notice: fill(APPLIED, { moved, left }) }) }),
];

const DECIDED: Text = { lv: 'Lēmums saglabāts.', en: 'The decision has been saved.' };
const PROPOSED: Text = { lv: 'Priekšlikums sagatavots: {n} izglītojamie.', en: 'Proposal prepared: {n} learners.' };
const APPLIED: Text = { lv: 'Pārcelti vai atkārto: {moved}. Pabeidza: {left}.', en: 'Moved or repeating: {moved}. Finished: {left}.' };
