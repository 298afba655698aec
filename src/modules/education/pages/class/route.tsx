import type { Text } from '#kernel/text.js';
import { button, formPage, type WebRoute } from '#web/page-route.js';
import { correctClass, makeClass, openClassForm, openPlan, putSubject, removeSubject, takeOverPlan, viewClass } from '../../actions/classes.js';
import { namedPage } from '../standing-reason.js';
import { ClassFormPage, ClassView, PlanPage } from './page.js';

export const classRoutes: readonly WebRoute[] = [
  namedPage({ path: '/education/classes/:id', action: viewClass, render: (found, view) => <ClassView view={view} found={found} /> }),
  formPage({
    path: '/education/institutions/:regNr/classes/new',
    load: openClassForm,
    render: (form, view, attempt) => <ClassFormPage view={view} attempt={attempt} form={form} />,
    action: makeClass,
    done: ({ id }) => ({ to: `/education/classes/${id}`, notice: MADE }),
  }),
  formPage({
    path: '/education/classes/:id/edit',
    load: openClassForm,
    loadInput: (raw) => ({ id: raw['id'] }),
    render: (form, view, attempt) => <ClassFormPage view={view} attempt={attempt} form={form} />,
    action: correctClass,
    done: ({ id }) => ({ to: `/education/classes/${id}`, notice: SAVED }),
  }),
  formPage({
    path: '/education/classes/:id/plan',
    load: openPlan,
    render: (form, view, attempt) => <PlanPage view={view} attempt={attempt} form={form} />,
    action: putSubject,
    done: ({ id }) => ({ to: `/education/classes/${id}/plan`, notice: SAVED }),
  }),
  button({ path: '/education/classes/:id/plan/take-over', action: takeOverPlan, done: ({ id }) => ({ to: `/education/classes/${id}/plan`, notice: TAKEN }) }),
  button({ path: '/education/classes/:id/plan/remove', action: removeSubject, done: ({ id }) => ({ to: `/education/classes/${id}/plan`, notice: REMOVED }) }),
];

const MADE: Text = { lv: 'Klase izveidota.', en: 'The class has been made.' };
const SAVED: Text = { lv: 'Saglabāts.', en: 'Saved.' };
const TAKEN: Text = { lv: 'Plāns pārņemts. Pārskatiet to un norādiet skolotājus, kuru vēl nav.', en: 'The plan has been taken over. Look through it and name the teachers who are missing.' };
const REMOVED: Text = { lv: 'Priekšmets izņemts no plāna.', en: 'The subject has been removed from the plan.' };
