import type { Text } from '#kernel/text.js';
import { parameterActions } from '#platform/parameters/parameter-actions.js';
import { deliverPaper, keepParameters } from '../permissions.js';
import { certificateParameters } from '../store/parameters.js';

/** Minutes of a batch, fees and the term of copies on paper, with what held before and what is to hold. */
export const certificateParameterActions = parameterActions({
  module: 'certificates',
  store: certificateParameters,
  see: deliverPaper,
  keep: keepParameters,
  titles: {
    looked: { lv: 'Apskatīti zīmogošanas un papīra izsniegšanas skaitļi', en: 'Numbers of sealing and of copies on paper looked at' },
    changed: { lv: 'Mainīts zīmogošanas vai papīra izsniegšanas skaitlis', en: 'A number of sealing or of copies on paper changed' },
    takenBack: { lv: 'Atsaukta plānota zīmogošanas vai papīra izsniegšanas skaitļa maiņa', en: 'Planned change of a number of sealing or of copies on paper taken back' },
  },
  touches: async (_tx, name): Promise<Text> => (name === 'batch-minutes' ? SEALINGS : name === 'archive-lead-days' || name === 'archive-hash-bits' ? PROOFS : REQUESTS),
});

const SEALINGS: Text = { lv: 'Zīmogošanas, ko sāks no šīs dienas', en: 'Sealings that are begun from that day on' };
const PROOFS: Text = { lv: 'Visus izdotos sertifikātus: kuriem un kad pievieno arhīva laika zīmogu', en: 'All certificates that were issued: which of them get an archive time stamp, and when' };
const REQUESTS: Text = { lv: 'Pieprasījumus papīra formā, ko iesniegs no šīs dienas; agrākajiem maksa nemainās', en: 'Requests for paper made from that day on; the fee of earlier ones stays' };
