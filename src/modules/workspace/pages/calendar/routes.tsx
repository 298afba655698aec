import { formPage, showPage } from '#web/page-route.js';
import { openOrderForm, openTakeBackForm, recordCalendarOrder, takeBackCalendarOrder } from '../../actions/keep-calendar.js';
import { showCalendar } from '../../actions/show-calendar.js';
import { OrderPage } from './order-page.js';
import { CalendarPage } from './page.js';
import { TakeBackPage } from './take-back-page.js';

export const calendarRoutes = [
  showPage({
    path: '/calendar',
    action: showCalendar,
    render: (shown, view) => <CalendarPage view={view} attempt={{ values: {}, errors: [] }} shown={shown} />,
    whenInvalid: (attempt, view) => <CalendarPage view={view} attempt={attempt} shown={null} />,
  }),
  formPage({
    path: '/calendar/orders/:year',
    load: openOrderForm,
    render: (loaded, view, attempt) => <OrderPage view={view} attempt={attempt} {...loaded} />,
    action: recordCalendarOrder,
    done: ({ year }) => ({ to: `/calendar?year=${year}`, notice: { lv: 'Rīkojums ir ierakstīts.', en: 'The order is recorded.' } }),
  }),
  formPage({
    path: '/calendar/orders/:year/take-back',
    load: openTakeBackForm,
    render: (loaded, view, attempt) => <TakeBackPage view={view} attempt={attempt} {...loaded} />,
    action: takeBackCalendarOrder,
    done: ({ year }) => ({ to: `/calendar?year=${year}`, notice: { lv: 'Ieraksts ir atsaukts.', en: 'The entry is taken back.' } }),
  }),
];
