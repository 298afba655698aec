import { z } from 'zod';
import { schoolScope } from '#modules/education/public.js';
import { invalid } from '#kernel/errors.js';
import type { Text } from '#kernel/text.js';
import type { ReportContext, ReportField, ReportOption } from '#platform/reports/report-kind.js';
import { listExamPlaces } from '../store/report-choices.js';
import { NO_SUCH_PLACE } from '../texts.js';

const AS_CHOSEN = /^(?:.*\()?(\d{10})\)?$/;

/** An institution as it stands in the list, or its registration number alone; empty is every institution that the asker may see. */
export const RegNr = z.string().trim().regex(/^$|^(?:.*\()?\d{10}\)?$/, 'not-of-the-list').default('').transform((words) => AS_CHOSEN.exec(words)?.[1] ?? null);

export const INSTITUTION_FIELD = {
  name: 'regNr', label: { lv: 'Izglītības iestāde', en: 'Institution' }, kind: 'place', options: placeOptions, optional: true,
  hint: { lv: 'Sāciet rakstīt nosaukumu vai reģistrācijas numuru un izvēlieties no saraksta. Tukšs – visas, ko drīkstat redzēt.', en: 'Begin to type its name or registration number and choose from the list. Empty: all that you may see.' },
} as const satisfies ReportField;

/** Institutions of the asker in which somebody was registered for exams. */
async function placeOptions(context: ReportContext): Promise<ReportOption[]> {
  return (await listExamPlaces(context.tx, await schoolScope(context))).map(({ regNr, name }) => {
    const value = `${name} (${regNr})`;
    return { value, text: { lv: value, en: value } };
  });
}

/** @throws InvalidInput for an institution that is not among those to choose from */
export async function refuseOtherPlaces(context: ReportContext, regNr: string | null): Promise<void> {
  if (regNr !== null && !(await listExamPlaces(context.tx, await schoolScope(context))).some((one) => one.regNr === regNr)) throw invalid('regNr', NO_SUCH_PLACE);
}

export const ALL_PLACES: Text = { lv: 'visas, ko drīkst redzēt', en: 'all that may be seen' };
