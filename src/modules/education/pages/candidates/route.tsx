import { fill, type Text } from '#kernel/text.js';
import { button, formPage, type RawInput, type WebRoute } from '#web/page-route.js';
import { addCandidate, enrolCandidates, openCandidates, removeCandidate } from '../../actions/candidates.js';
import { CandidatesView } from './page.js';

const PATH = '/education/institutions/:regNr/candidates';
const listOf = (raw: RawInput) => `/education/institutions/${String(raw['regNr'])}/candidates`;

export const candidateRoutes: readonly WebRoute[] = [
  formPage({
    path: PATH,
    load: openCandidates,
    loadInput: (raw) => ({ regNr: raw['regNr'], year: raw['year'] }),
    render: (page, view, attempt) => <CandidatesView view={view} attempt={attempt} page={page} />,
    action: addCandidate,
    done: (_, _view, raw) => ({ to: listOf(raw), notice: ADDED }),
  }),
  button({ path: `${PATH}/remove`, action: removeCandidate, input: (raw) => ({ id: raw['id'], reason: raw['removal'] }), done: (_, _view, raw) => ({ to: listOf(raw), notice: REMOVED }) }),
  button({ path: `${PATH}/enrol`, action: enrolCandidates, done: ({ enrolled }, _view, raw) => ({ to: listOf(raw), notice: fill(ENROLLED, { n: enrolled.length }) }) }),
];

const ADDED: Text = { lv: 'Pretendents pievienots.', en: 'The candidate has been added.' };
const REMOVED: Text = { lv: 'Pretendents izņemts; tagad viņu var pievienot cita skola.', en: 'The candidate has been removed; now another school can add them.' };
const ENROLLED: Text = { lv: 'Uzņemti: {n}.', en: 'Enrolled: {n}.' };
