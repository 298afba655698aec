import type { Text } from '#kernel/text.js';
import { parameterRoutes } from '#web/parameters/routes.js';
import { examParameterActions } from '../../actions/exam-parameters.js';
import { RESULTS_OF_EXAMS, RESULTS_PATH } from '../results/event.js';

const NUMBERS: Text = { lv: 'Vērtēšanas un apelāciju skaitļi', en: 'Numbers of assessment and appeals' };
const NUMBERS_PATH = `${RESULTS_PATH}/parameters`;

export const parameterRoutesOfExams = parameterRoutes({ path: NUMBERS_PATH, title: NUMBERS, above: [{ text: RESULTS_OF_EXAMS, href: RESULTS_PATH }] }, examParameterActions);
