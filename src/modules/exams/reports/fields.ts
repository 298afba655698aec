import { z } from 'zod';
import type { ReportField } from '#platform/reports/report-kind.js';

/** A registration number; empty is every institution that the asker may see. */
export const RegNr = z.string().trim().regex(/^(\d{10})?$/).default('').transform((words) => (words === '' ? null : words));

export const INSTITUTION_FIELD = {
  name: 'regNr', label: { lv: 'Iestādes reģistrācijas numurs', en: 'Registration number of the institution' }, hint: { lv: 'Tukšs: visas iestādes, ko drīkstat redzēt.', en: 'Empty: all institutions that you may see.' }, kind: 'text', optional: true,
} as const satisfies ReportField;
