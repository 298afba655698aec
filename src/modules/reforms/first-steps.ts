import type { FirstStep } from '#platform/actions/first-step.js';
import { operate } from './permissions.js';

/** Where those whose work it is begin, on the start page. */
export const reformsSteps: readonly FirstStep[] = [
  {
    href: '/reforms', permission: operate, use: 'main',
    title: { lv: 'Izmēģināt un īstenot reformu', en: 'Rehearse and apply a reform' },
    text: { lv: 'Uzrakstiet, kas ar ko apvienojas, izmēģiniet to bez sekām un redziet, ko tā skar.', en: 'Write what merges into what, rehearse it without consequences, and see whom it touches.' },
  },
  {
    href: '/territories?on=2021-06-30', permission: operate, use: 'often',
    title: { lv: 'Karte 2021. gada 30. jūnijā un dienu vēlāk', en: 'The map on 30 June 2021 and a day later' },
    text: { lv: 'Reformas priekšvakars: 119 pašvaldības. Pārbīdiet datumu par dienu, un to ir 43.', en: 'The eve of the reform: 119 municipalities. Move the date by a day, and there are 43.' },
  },
  {
    href: '/institutions?q=Aglona', permission: operate, use: 'often',
    title: { lv: 'Iestāde pēc reformas', en: 'An institution after the reform' },
    text: { lv: 'Atveriet kādas bijušās pašvaldības skolu: tās dibinātājs ir mainījies pats no sevis.', en: 'Open a school of a former municipality: its founder has changed by itself.' },
  },
  {
    href: '/reports/institutions-by-municipality', permission: operate, use: 'often',
    title: { lv: 'Pārskats abos dalījumos', en: 'The report under both editions' },
    text: { lv: 'Tie paši dati pēc vecā un jaunā teritoriālā dalījuma līdzās, ar vienādām kopsummām.', en: 'The same data by the old and the new territorial division side by side, with equal totals.' },
  },
];
