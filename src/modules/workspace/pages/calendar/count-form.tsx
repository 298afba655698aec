import type { VNode } from 'preact';
import { howCounted } from '#platform/calendar/how-counted.js';
import { DateField } from '#ui/form/date-field.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { Button } from '#ui/form/button.js';
import { HiddenFields } from '#ui/form/form.js';
import { TextField } from '#ui/form/text-field.js';
import { Notice } from '#ui/notice.js';
import type { CalendarPageProps } from './page.js';
import { WORDS } from './words.js';

/** A term counted in working days, with the sentence that says how. */
export function CountForm({ view, shown, attempt }: CalendarPageProps): VNode {
  const { lang, t, query, today } = view;
  const field = fieldsOf({ lang, ...attempt });
  const kept = Object.fromEntries(['year', 'whose'].flatMap((name) => (query[name] ? [[name, query[name]]] : [])));
  return (
    <section id="count" class="flow-text">
      <h2>{t(WORDS.count)}</h2>
      <form class="filters" method="get" action="#count" aria-label={t(WORDS.count)}>
        <HiddenFields values={kept} />
        <DateField {...field('from', query['from'] || today)} label={WORDS.from} />
        <TextField {...field('days', query['days'] || '10')} label={WORDS.days} hint={WORDS.daysHint} type="number" width="short" inputMode="numeric" />
        <div class="button-row">
          <Button variant="secondary">{t(WORDS.countButton)}</Button>
        </div>
      </form>
      {shown?.deadline && (
        <Notice lang={lang} tone="success">
          <p>{t(howCounted(shown.deadline))}</p>
        </Notice>
      )}
    </section>
  );
}
