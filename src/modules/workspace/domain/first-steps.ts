import type { Text } from '#kernel/text.js';

export interface FirstStep {
  readonly href: string;
  readonly title: Text;
  readonly text: Text;
}

/** What a newcomer should see first: the territorial reform of 2021 on real data, from the map to the report. */
const REFORM_STEPS: readonly FirstStep[] = [
  {
    href: '/territories?on=2021-06-30',
    title: { lv: 'Karte 2021. gada 30. jūnijā', en: 'The map on 30 June 2021' },
    text: { lv: 'Reformas priekšvakars: 119 pašvaldības. Datumu var mainīt un redzēt, kā mainās robežas.', en: 'The eve of the reform: 119 municipalities. Change the day and see how the borders move.' },
  },
  {
    href: '/territories?on=2021-07-01',
    title: { lv: 'Karte 2021. gada 1. jūlijā', en: 'The map on 1 July 2021' },
    text: { lv: 'Nākamajā dienā – 43 pašvaldības. Pie katras redzams, no kā tā izveidota.', en: 'The next day: 43 municipalities. Each tells what it was made from.' },
  },
  {
    href: '/institutions?q=Aglona',
    title: { lv: 'Iestādes pēc reformas', en: 'Institutions after the reform' },
    text: { lv: 'Atveriet kādas bijušās pašvaldības skolu: tās dibinātājs ir mainījies pats no sevis.', en: 'Open a school of a former municipality: its founder has changed by itself.' },
  },
  {
    href: '/reports/institutions-by-municipality',
    title: { lv: 'Pārskats abos dalījumos', en: 'The report under both editions' },
    text: { lv: 'Tie paši dati pēc vecā un jaunā teritoriālā dalījuma līdzās, ar vienādām kopsummām.', en: 'The same data by the old and the new territorial division side by side, with equal totals.' },
  },
];

/** For whoever has no right to work with other people’s data yet. */
export const ASK_FOR_RIGHTS: FirstStep = {
  href: '/my/rights/request',
  title: { lv: 'Pieprasīt tiesības', en: 'Request a right' },
  text: { lv: 'Savus datus redzat jau tagad. Lai strādātu ar citu cilvēku datiem, pieprasiet tiesības; kas pieprasīts, redzams sadaļā “Manas tiesības”.', en: 'You see your own data already. To work with data of other people, request a right; what you asked for is under “My rights”.' },
};

/** What to see where the start page shows the reform itself: the ways on from it, and the main job of a school. */
export const FURTHER_STEPS: readonly FirstStep[] = [
  {
    href: '/territories/reforms/2021-07-01',
    title: { lv: 'Kas ar ko apvienojās', en: 'What merged into what' },
    text: { lv: 'Reformas priekšvakars un tās diena blakus: katra jaunā pašvaldība ar tām, no kurām tā radās.', en: 'The eve of the reform and its day side by side: each new municipality with those it was made from.' },
  },
  {
    href: '/marks/first-day',
    title: { lv: 'Pirmā diena skolā: vērtējumi', en: 'The first day at school: marks' },
    text: { lv: 'E-žurnāls atsūta semestri, skola saskaņo nosaukumus, skolotājs ieraksta trūkstošo – četros soļos.', en: 'An e-journal sends a semester, the school matches names, the teacher fills in the rest: in four steps.' },
  },
];

export const FIRST_STEPS: readonly FirstStep[] = [...REFORM_STEPS, ...FURTHER_STEPS.slice(-1)];
