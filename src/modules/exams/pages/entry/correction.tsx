import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { TextField } from '#ui/form/text-field.js';
import { type Attempt, formPage, type RawInput, type WebRoute } from '#web/page-route.js';
import type { View } from '#web/view.js';
import { type CorrectionForm, correctResult, openCorrection } from '../../actions/correct-result.js';
import { examName } from '../../domain/exam-words.js';
import { pointsInWords } from '../../domain/scoring.js';
import { FormFrame } from '../frame.js';
import { partName } from '../results/sitting.js';
import { sittingPath } from '../sitting/tabs.js';
import { SITTINGS } from '../sittings/page.js';
import { CORRECT } from './versions.js';

/** Fields `points.1`, `points.2` … by the number of the part. */
export const pointsFields = (raw: RawInput): Record<string, string> =>
  Object.fromEntries(Object.entries(raw).flatMap(([name, words]) => (name.startsWith('points.') ? [[name.slice('points.'.length), String(words)]] : [])));

/** A field for the points of each part, with what they are now. */
export function PointsFields({ view, form, attempt }: { view: View; form: Pick<CorrectionForm, 'parts' | 'works'>; attempt: Attempt }): VNode {
  const field = fieldsOf({ lang: view.lang, ...attempt });
  return (
    <>
      {form.parts.map((part) => {
        const now = form.works.find((one) => one.part === part.number)?.halfPoints ?? null;
        const most: Text = { lv: `Ne vairāk kā ${pointsInWords(part.maxHalfPoints, 'lv')}`, en: `At most ${pointsInWords(part.maxHalfPoints, 'en')}` };
        return <TextField key={part.number} {...field(`points.${part.number}`, now === null ? '' : pointsInWords(now, view.lang))} label={{ lv: `Punkti: ${part.number}. ${part.nameLv}`, en: `Points: ${partName({ lang: 'en' }, part)}` }} hint={most} width="short" inputMode="decimal" maxLength={6} />;
      })}
    </>
  );
}

export const correctionRoutes: readonly WebRoute[] = [
  formPage({
    path: `${SITTINGS}/entries/:id/result`,
    load: openCorrection,
    loadInput: ({ id }) => ({ id }),
    render: (form, view, attempt) => {
      const field = fieldsOf({ lang: view.lang, ...attempt });
      const { entry, sitting } = form;
      return (
        <FormFrame view={view} attempt={attempt} title={CORRECT} lead={LEAD} back={[{ text: examName(sitting), href: sittingPath(sitting.id) }, { text: `${entry.given} ${entry.family}`, href: `${SITTINGS}/entries/${entry.id}` }]}>
          <PointsFields view={view} form={form} attempt={attempt} />
          <TextField {...field('decision')} label={DECISION} hint={DECISION_HINT} maxLength={300} />
        </FormFrame>
      );
    },
    action: correctResult,
    input: (raw) => ({ id: raw['id'], points: pointsFields(raw), decision: raw['decision'] }),
    done: ({ entry, version }) => ({ to: `${SITTINGS}/entries/${entry.id}`, notice: version ? NEW_VERSION : UNCHANGED }),
  }),
];

const LEAD: Text = { lv: 'Saglabājot rodas jauna rezultāta versija; iepriekšējā paliek. Ja mainās sertifikāta saturs, agrāko sertifikātu atsauc.', en: 'Saving makes a new version of the result; the earlier one stays. Where what the certificate says changes, the earlier one is revoked.' };
const DECISION: Text = { lv: 'Lēmums', en: 'Decision' };
const DECISION_HINT: Text = { lv: 'Numurs, datums un īss iemesls', en: 'Its number, date and the reason in short' };
const NEW_VERSION: Text = { lv: 'Ierakstīta jauna rezultāta versija.', en: 'A new version of the result has been recorded.' };
const UNCHANGED: Text = { lv: 'Rezultāts nemainījās.', en: 'The result did not change.' };
