import type { VNode } from 'preact';
import { fill } from '#kernel/text.js';
import { isNowhere } from '#platform/actions/actor.js';
import { scopeOf } from '#platform/actions/permission.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { Lead } from '#ui/lead.js';
import { Notice } from '#ui/notice.js';
import { Page } from '#ui/page.js';
import type { Attempt } from '#web/page-route.js';
import type { View } from '#web/view.js';
import type { ShownCalendar } from '../../actions/show-calendar.js';
import { keepCalendar } from '../../permissions.js';
import { CountForm } from './count-form.js';
import { DrawnYear } from './drawn-year.js';
import { Moves } from './moves.js';
import { WORDS } from './words.js';
import { YearChoice } from './year-choice.js';

export interface CalendarPageProps {
  readonly view: View;
  readonly attempt: Attempt;
  /** Null where what was asked cannot be answered. */
  readonly shown: ShownCalendar | null;
}

/** The working days of a year for everyone; those who keep the calendar also see what it lacks. */
export function CalendarPage({ view, attempt, shown }: CalendarPageProps): VNode {
  const { t, lang } = view;
  const mayKeep = !isNowhere(scopeOf(view.actor, keepCalendar));
  return (
    <Page {...view.frame} title={t(WORDS.title)} width="work">
      <ErrorSummary lang={lang} errors={attempt.errors} />
      <h1>{t(WORDS.title)}</h1>
      <Lead>{t(WORDS.lead)}</Lead>
      {shown && <MissingOrders view={view} missing={shown.missing} mayKeep={mayKeep} />}
      <YearChoice view={view} shown={shown} attempt={attempt} />
      {shown && <DrawnYear view={view} shown={shown} />}
      <CountForm view={view} shown={shown} attempt={attempt} />
      {shown && <Moves view={view} shown={shown} mayKeep={mayKeep} />}
    </Page>
  );
}

const MissingOrders = ({ view: { t, lang }, missing, mayKeep }: { view: View; missing: readonly number[]; mayKeep: boolean }): VNode | null =>
  missing.length === 0 ? null : (
    <Notice lang={lang} tone="warning" title={fill(WORDS.missingTitle, { years: missing.join(', ') })}>
      <p>{t(WORDS.missing)}</p>
      {mayKeep && (
        <ul>
          {missing.map((year) => (
            <li key={year}>
              <a href={`/calendar/orders/${year}`}>{t(fill(WORDS.recordFor, { year }))}</a>
            </li>
          ))}
        </ul>
      )}
    </Notice>
  );
