import { readableDay } from '#kernel/iso-date.js';
import { fill, type Text } from '#kernel/text.js';
import type { ParameterActions } from '#platform/parameters/parameter-actions.js';
import { button, formPage, showPage, type WebRoute } from '../page-route.js';
import { ConfirmParameter } from './confirm.js';
import { ParameterForm } from './form.js';
import { ParametersPage } from './list.js';

/** Where a module's parameters are shown: its pages stand under one path, below others. */
export interface ParameterPlace {
  readonly path: string;
  readonly title: Text;
  readonly above: readonly { readonly text: Text; readonly href: string }[];
}

/** The list, the form of one, what a change would do, its confirmation, and taking back; all without script. */
export function parameterRoutes(at: ParameterPlace, { read, readOne, foresee, change, takeBack }: ParameterActions): WebRoute[] {
  const onlyName = (raw: Readonly<Record<string, unknown>>) => ({ name: raw['name'] });
  const form = { load: readOne, loadInput: onlyName, render: (found, view, attempt) => <ParameterForm view={view} at={at} attempt={attempt} found={found} /> } satisfies Partial<Parameters<typeof formPage<Awaited<ReturnType<typeof readOne.run>>, unknown>>[0]>;
  return [
    showPage({ path: at.path, action: read, render: (found, view) => <ParametersPage view={view} at={at} found={found} /> }),
    formPage({ ...form, path: `${at.path}/:name`, action: foresee, done: (foreseen, view) => <ConfirmParameter view={view} at={at} foreseen={foreseen} /> }),
    formPage({ ...form, path: `${at.path}/:name/confirm`, action: change, done: (_, view, raw) => ({ to: at.path, notice: raw['from'] === view.today ? IN_FORCE : fill(PLANNED, { day: readableDay(raw['from'] as never) }) }) }),
    button({ path: `${at.path}/:name/take-back`, action: takeBack, done: () => ({ to: at.path, notice: TAKEN_BACK }) }),
  ];
}

const IN_FORCE: Text = { lv: 'Jaunā vērtība ir spēkā; agrākā paliek redzama.', en: 'The new value is in force; the earlier one stays to be seen.' };
const PLANNED: Text = { lv: 'Jaunā vērtība būs spēkā no {day} Līdz tam to var atsaukt.', en: 'The new value will be in force from {day} Until then it can be taken back.' };
const TAKEN_BACK: Text = { lv: 'Plānotā maiņa ir atsaukta; spēkā paliek līdzšinējā vērtība.', en: 'The planned change has been taken back; the present value stays in force.' };
