import type { VNode } from 'preact';
import { fill, same } from '#kernel/text.js';
import { Button, ButtonLink, ButtonRow } from '#ui/form/button.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { Fieldset } from '#ui/form/fieldset.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { Form, HiddenFields } from '#ui/form/form.js';
import { SelectField } from '#ui/form/select-field.js';
import { TextField } from '#ui/form/text-field.js';
import { instant } from '#ui/format.js';
import { Page } from '#ui/page.js';
import { SummaryList } from '#ui/summary-list.js';
import type { Attempt } from '#web/page-route.js';
import type { View } from '#web/view.js';
import type { NamedSuccession, openCorrection } from '../../actions/correct-succession.js';
import { CORRECTION } from '../../correction-texts.js';
import { TEXTS } from '../../texts.js';

type Found = Awaited<ReturnType<typeof openCorrection.run>>;

/** Lines for parishes and towns that the register does not know yet. */
const FREE_LINES = 3;

/** What is right of one old unit: chosen, not typed, as far as its parts are known. Who comes back from the preview finds what was chosen. */
export function CorrectionForm({ found, view, attempt }: { found: Found; view: View; attempt: Attempt }): VNode {
  const { reform, name, atvk, believed, before, targets } = found;
  const { lang, t, query } = view;
  const field = fieldsOf({ lang, ...attempt });
  const chosenBefore = (key: string, otherwise: string) => query[key] ?? otherwise;
  const options = targets.map((unit) => ({ value: unit.atvk, label: same(`${unit.name} (${unit.atvk})`) }));
  const list = `/reforms/${reform.id}/correction`;
  return (
    <Page {...view.frame} title={`${t(TEXTS.correct)}: ${name}`} breadcrumbs={[{ href: `/reforms/${reform.id}`, text: lang === 'lv' ? reform.titleLv : reform.titleEn }, { href: list, text: TEXTS.correct }, { text: name }]}>
      <ErrorSummary lang={lang} errors={attempt.errors} />
      <h1>{`${t(TEXTS.correct)}: ${name} (${atvk})`}</h1>
      <SummaryList
        lang={lang}
        items={[
          { key: CORRECTION.present, value: believed.map((one) => inWords(one, view)).join('; ') },
          ...before.map((one) => ({ key: CORRECTION.before, value: `${inWords(one, view)} – ${one.recordedBy}, ${instant(one.recordedAt)}` })),
        ]}
      />
      <Form csrf={view.csrf} action={`${list}/${atvk}`}>
        <SelectField {...field('successions', chosenBefore('successions', believed[0]?.extent === 'whole' ? believed[0].toAtvk : ''))} label={CORRECTION.wholeTo} hint={CORRECTION.wholeToHint} emptyOption={CORRECTION.divided} options={options} />
        <Fieldset lang={lang} legend={CORRECTION.parts} hint={CORRECTION.partsHint}>
          {found.parts.map((part, at) => (
            <div key={part}>
              <HiddenFields values={{ [`names${at}`]: part }} />
              <SelectField {...field(`to${at}`, chosenBefore(`to${at}`, believed.find(({ parts }) => parts.includes(part))?.toAtvk ?? ''))} label={fill(CORRECTION.partTo, { part })} emptyOption={CORRECTION.none} options={options} />
            </div>
          ))}
          {Array.from({ length: FREE_LINES }, (_, n) => found.parts.length + n).map((at, n) => (
            <div key={at}>
              <TextField {...field(`names${at}`, chosenBefore(`names${at}`, ''))} label={fill(CORRECTION.otherParts, { n: n + 1 })} width="full" maxLength={2_000} />
              <SelectField {...field(`to${at}`, chosenBefore(`to${at}`, ''))} label={fill(CORRECTION.othersTo, { n: n + 1 })} emptyOption={CORRECTION.none} options={options} />
            </div>
          ))}
        </Fieldset>
        <TextField {...field('reason', chosenBefore('reason', ''))} label={TEXTS.correctionReason} hint={CORRECTION.reasonHint} width="full" maxLength={1_000} />
        <ButtonRow>
          <Button>{t(CORRECTION.foretell)}</Button>
          <ButtonLink href={list} variant="quiet">
            {t(TEXTS.notNow)}
          </ButtonLink>
        </ButtonRow>
      </Form>
    </Page>
  );
}

/** `Smiltenes novads (viss)` or `Preiļu novads (Aglonas pagasts)`. */
const inWords = ({ to, extent, parts }: NamedSuccession, { t }: View): string => `${to} (${extent === 'whole' ? t(CORRECTION.whole) : parts.join(', ')})`;
