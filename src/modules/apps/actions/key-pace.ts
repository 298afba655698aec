import { parameterActions } from '#platform/parameters/parameter-actions.js';
import { manageProvider } from '../permissions.js';
import { keyPace, whomKeysTouch } from '../store/parameters.js';

/** How often signing keys change, and how long ahead they are told: dated, with their basis. */
export const keyPaceActions = parameterActions({
  module: 'apps',
  store: keyPace,
  see: manageProvider,
  keep: manageProvider,
  asksFreshProof: true,
  titles: {
    looked: { lv: 'Apskatīti parakstīšanas atslēgu parametri', en: 'Parameters of the signing keys looked at' },
    changed: { lv: 'Mainīts parakstīšanas atslēgu parametrs', en: 'Parameter of the signing keys changed' },
    takenBack: { lv: 'Atsaukta plānota parakstīšanas atslēgu parametra maiņa', en: 'Planned change of a parameter of the signing keys taken back' },
  },
  touches: whomKeysTouch,
});
