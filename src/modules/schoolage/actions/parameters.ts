import { parameterActions } from '#platform/parameters/parameter-actions.js';
import { keepParameters, seeInquiries } from '../permissions.js';
import { schoolageParameters, whomNumbersTouch } from '../store/parameters.js';

/** Ages and days of the register, with what held before and what is to hold. */
export const schoolageParameterActions = parameterActions({
  module: 'schoolage',
  store: schoolageParameters,
  see: seeInquiries,
  keep: keepParameters,
  titles: {
    looked: { lv: 'Apskatīts obligātās izglītības vecums un termiņi', en: 'Compulsory school age and deadlines looked at' },
    changed: { lv: 'Mainīts obligātās izglītības vecums vai termiņš', en: 'Compulsory school age or a deadline changed' },
    takenBack: { lv: 'Atsaukta plānota obligātās izglītības vecuma vai termiņa maiņa', en: 'Planned change of compulsory school age or of a deadline taken back' },
  },
  touches: whomNumbersTouch,
});
