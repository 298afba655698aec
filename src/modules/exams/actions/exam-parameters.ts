import { parameterActions } from '#platform/parameters/parameter-actions.js';
import type { Text } from '#kernel/text.js';
import { keepExams } from '../permissions.js';
import { examParameters } from '../store/exam-parameters.js';

/** The numbers of assessment and appeals, with what held before and what is to hold. */
export const examParameterActions = parameterActions({
  module: 'exams',
  store: examParameters,
  see: keepExams,
  keep: keepExams,
  titles: {
    looked: { lv: 'Apskatīti vērtēšanas un apelāciju skaitļi', en: 'Numbers of assessment and appeals looked at' },
    changed: { lv: 'Mainīts vērtēšanas vai apelāciju skaitlis', en: 'Number of assessment or appeals changed' },
    takenBack: { lv: 'Atsaukta plānota vērtēšanas vai apelāciju skaitļa maiņa', en: 'Planned change of a number of assessment or appeals taken back' },
  },
  touches: () => Promise.resolve(WHOM),
});

const WHOM: Text = { lv: 'Visus pārbaudījumus, ko vērtē, aprēķina vai apstrīd no šīs dienas', en: 'All exams that are assessed, counted or contested from that day on' };
