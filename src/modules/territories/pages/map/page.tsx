import type { VNode } from 'preact';
import { readableDay } from '#kernel/iso-date.js';
import { readablePeriod } from '#kernel/period.js';
import type { ListOrder } from '#kernel/list-order.js';
import { fill } from '#kernel/text.js';
import { DateField } from '#ui/form/date-field.js';
import { DayTravel } from '#ui/form/day-travel.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { LiveResults } from '#ui/form/live-results.js';
import { number } from '#ui/format.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import { DataTable } from '#ui/table/data-table.js';
import { FilterForm } from '#ui/table/filter-form.js';
import type { Attempt } from '#web/page-route.js';
import { orderKept, sortingOf } from '#web/list-links.js';
import { hrefWith, type View } from '#web/view.js';
import type { ShownMap } from '../../actions/show-map.js';
import { KINDS } from '../../domain/unit-story.js';
import { TEXTS } from '../../texts.js';
import { MapPicture, stopsOf } from './picture.js';

/** Latvia on a day: a control to move through time, the map, and the same as a table. */
export function MapPage({ map, view }: { map: ShownMap & { readonly order: ListOrder }; view: View }): VNode {
  const { t, lang } = view;
  return (
    <Page {...view.frame} title={t(TEXTS.map)} width="work" islands={['day-travel']}>
      <h1>{t(TEXTS.mapOf)}</h1>
      <Lead>{t(TEXTS.lead)}</Lead>
      <DayTravel lang={lang} name="on" day={map.on} min={map.editions[0]} href={(on) => hrefWith(view, { on })} stops={stopsOf(map, view.today)} hidden={orderKept(view)} live="day" />
      <LiveResults id="day" count={t(fill(TEXTS.mapOn, { day: readableDay(map.on), count: number(map.units.length, lang) }))}>
        {map.on > view.today && <p>{t(TEXTS.toCome)}</p>}
        {map.unknownYet.length > 0 && <p>{t(fill(TEXTS.unknownYet, { names: map.unknownYet.map((unit) => unit.name).join(', '), day: readableDay(map.unknownYet[0]!.validFrom) }))}</p>}
        <MapPicture map={map} view={view} />
        <p>{t(TEXTS.source)}</p>
        <h2>{t(TEXTS.reforms)}</h2>
        <ul>
          {map.reforms.map((reform) => (
            <li key={reform.id}>
              <a href={`/territories/reforms/${reform.effective}`}>{lang === 'lv' ? reform.titleLv : reform.titleEn}</a>
              {` – ${readableDay(reform.effective)}`}
            </li>
          ))}
        </ul>
        <DataTable
          lang={lang}
          caption={TEXTS.municipalities}
          rows={map.units}
          rowKey={(unit) => unit.atvk}
          sort={sortingOf(view, map.order)}
          paging={{ first: 1, total: map.units.length }}
          columns={[
            { key: 'name', header: TEXTS.name, sort: true, rowHeader: true, cell: (unit) => <a href={`/territories/${unit.atvk}`}>{unit.name}</a> },
            { key: 'kind', header: TEXTS.kind, sort: true, cell: (unit) => t(KINDS[unit.kind]) },
            { key: 'atvk', header: TEXTS.code, sort: true, cell: (unit) => unit.atvk },
            { key: 'iso', header: TEXTS.iso, sort: true, cell: (unit) => unit.iso },
            { key: 'validFrom', header: TEXTS.validity, sort: true, cell: (unit) => readablePeriod({ from: unit.validFrom, to: unit.validTo }, lang) },
          ]}
        />
      </LiveResults>
    </Page>
  );
}

/** The same page when the day was wrong: only the control, with what was typed and why it does not do. */
export const WrongDayPage = ({ attempt, view }: { attempt: Attempt; view: View }): VNode => (
  <Page {...view.frame} title={view.t(TEXTS.map)}>
    <h1>{view.t(TEXTS.map)}</h1>
    <ErrorSummary lang={view.lang} errors={attempt.errors} />
    <FilterForm lang={view.lang}>
      <DateField {...fieldsOf({ lang: view.lang, ...attempt })('on')} label={TEXTS.day} min="2009-07-01" />
    </FilterForm>
  </Page>
);
