import { z } from 'zod';
import { readAction } from '#platform/actions/action.js';
import { ANYONE } from '#platform/actions/permission.js';

/** The main job of marks in a few steps. In a demonstration it leads to the made-up e-journals. */
export const openFirstDay = readAction({
  name: 'marks.open-first-day',
  title: { lv: 'Atvērta pirmās dienas lapa', en: 'Page of the first day opened' },
  permission: ANYONE,
  input: z.object({}),
  audit: null,
  run({ installation }): Promise<{ journals: string | null }> {
    const { SIMULATED_JOURNALS: journals } = installation.outside;
    return Promise.resolve({ journals: !installation.production && typeof journals === 'string' ? journals : null });
  },
});
