import type { VNode } from 'preact';
import { LOOK_REASONS } from '#modules/persons/public.js';
import { InvalidInput } from '#kernel/errors.js';
import type { Text } from '#kernel/text.js';
import type { Action } from '#platform/actions/action.js';
import type { Actor } from '#platform/actions/actor.js';
import { type Permission, scopeOf } from '#platform/actions/permission.js';
import { Button } from '#ui/form/button.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { HiddenFields } from '#ui/form/form.js';
import { SelectField } from '#ui/form/select-field.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import { type Attempt, custom, type RawInput, type WebRoute } from '#web/page-route.js';
import type { View } from '#web/view.js';
import { seePupils } from '../permissions.js';

/** Why the staff of one institution look at its own pupils: their office is the reason. Everyone else chooses one. */
export const STANDING_REASONS = { 'own-pupils': { lv: 'Darbs ar savas iestādes izglītojamajiem', en: 'Work with the learners of one’s own institution' } } as const satisfies Record<string, Text>;

/** The standing reason of whoever is responsible for institutions alone; undefined for municipalities and the ministry. */
export function standingReasonOf(actor: Actor, permission: Permission = seePupils): string | undefined {
  const scope = scopeOf(actor, permission);
  return !scope.everywhere && scope.unitIds.length === 0 && scope.institutionIds.length > 0 ? 'own-pupils' : undefined;
}

interface NamedPage<Input, Output> {
  readonly method?: 'GET' | 'POST';
  readonly path: string;
  readonly action: Action<Input, Output>;
  readonly render: (output: Output, view: View, raw: RawInput) => VNode;
  readonly whenInvalid?: (attempt: Attempt, view: View) => VNode;
}

const NOTHING: readonly [] = [];

/** A page that shows named pupils: with a standing reason at once, else after a reason was chosen (its code alone stands in the address). */
export const namedPage = <Input, Output>({ method = 'GET', path, action, render, whenInvalid }: NamedPage<Input, Output>): WebRoute =>
  custom({
    method,
    path,
    async handle(_request, _reply, at) {
      const { view, raw } = at;
      const chosen = typeof raw['reason'] === 'string' && Object.hasOwn(LOOK_REASONS, raw['reason']) ? raw['reason'] : undefined;
      const reason = standingReasonOf(view.actor, action.permission) ?? chosen ?? '';
      try {
        return at.send(render(await at.perform(action, raw, reason), view, raw));
      } catch (error) {
        if (!(error instanceof InvalidInput)) throw error;
        if (whenInvalid) return at.send(whenInvalid({ values: raw, errors: error.fields }, view), error.status);
        if (!error.fields.some(({ field }) => field === 'reason')) throw error;
        const asked = 'reason' in view.query;
        return at.send(<ReasonPage view={view} attempt={{ values: raw, errors: asked ? error.fields : NOTHING }} />, asked ? error.status : 200);
      }
    },
  });

export const REASON_OPTIONS = Object.entries(LOOK_REASONS).map(([value, label]) => ({ value, label }));

const ReasonPage = ({ view, attempt }: { view: View; attempt: Attempt }): VNode => {
  const { reason: _reason, lang: _lang, ...rest } = view.query;
  return (
    <Page {...view.frame} title={view.t(TITLE)}>
      <ErrorSummary lang={view.lang} errors={attempt.errors} />
      <h1>{view.t(TITLE)}</h1>
      <Lead>{view.t(LEAD)}</Lead>
      <form class="form" method="get">
        <HiddenFields values={rest} />
        <SelectField {...fieldsOf({ lang: view.lang, ...attempt })('reason')} label={REASON} options={REASON_OPTIONS} emptyOption={CHOOSE} />
        <Button>{view.t(OPEN)}</Button>
      </form>
    </Page>
  );
};

const TITLE: Text = { lv: 'Kādēļ skatāties šos datus?', en: 'Why do you look at this data?' };
const LEAD: Text = { lv: 'Iemesls paliek audita žurnālā, un to redz arī tie, kuru dati ir lapā.', en: 'The reason stays in the audit log, and those whose data is on the page see it too.' };
const REASON: Text = { lv: 'Iemesls', en: 'Reason' };
const CHOOSE: Text = { lv: 'Izvēlieties', en: 'Choose' };
const OPEN: Text = { lv: 'Atvērt', en: 'Open' };
