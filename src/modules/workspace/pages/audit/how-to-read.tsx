import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { Details } from '#ui/details.js';
import { SummaryList } from '#ui/summary-list.js';
import type { View } from '#web/view.js';

/** The words of the log for whoever meets them for the first time. */
export const HowToRead = ({ view: { lang, t } }: { view: View }): VNode => (
  <Details summary={t(TITLE)}>
    <SummaryList lang={lang} items={TERMS.map(({ term, meaning }) => ({ key: term, value: t(meaning) }))} />
  </Details>
);

const TITLE: Text = { lv: 'Ko nozīmē žurnāla vārdi', en: 'What the words of the log mean' };
const TERMS: readonly { readonly term: Text; readonly meaning: Text }[] = [
  {
    term: { lv: 'Darītājs', en: 'Actor' },
    meaning: { lv: 'Kas to darīja; zem vārda – kādā lomā un kuras iestādes vai pašvaldības labā toreiz.', en: 'Who did it; below the name in which role and for which institution or municipality at the time.' },
  },
  {
    term: { lv: 'Programma pati', en: 'The program itself' },
    meaning: { lv: 'Darbs, ko programma dara bez cilvēka, piemēram, naktī izbeidz tiesības, kam pagājis termiņš.', en: 'Work that the program does without anybody, such as ending overdue rights at night.' },
  },
  { term: { lv: 'Cita sistēma', en: 'Another system' }, meaning: { lv: 'Cita programma ar savām tiesībām, piemēram, e-žurnāls.', en: 'Another program with rights of its own, such as an e-journal.' } },
  { term: { lv: 'Atteikts', en: 'Refused' }, meaning: { lv: 'Darītājs to mēģināja, bet tiesību nebija; nekas nav noticis.', en: 'The actor tried without the right to; nothing has happened.' } },
  {
    term: { lv: 'Personu skaits', en: 'People concerned' },
    meaning: { lv: 'Par cik cilvēku datiem ir ieraksts. Kuri tie ir, šeit nerāda; pats cilvēks to redz lapā “Kas skatījies manus datus”.', en: 'About how many people’s data the entry is. Who they are is not shown here; each sees it under “Who looked at my data”.' },
  },
  { term: { lv: 'Iemesls', en: 'Reason' }, meaning: { lv: 'Ko darītājs norādīja, pirms atvēra cilvēka datus.', en: 'What the actor stated before opening somebody’s data.' } },
  {
    term: { lv: 'Aizzīmogots', en: 'Sealed' },
    meaning: { lv: 'Ieraksts ir saķēdēts ar iepriekšējiem: ja kāds to vēlāk mainītu vai izņemtu, pārbaude to pamanītu.', en: 'The entry is chained to those before it: a later change or removal would be noticed by a check.' },
  },
  {
    term: { lv: 'Pašvaldības un iestādes atlase', en: 'Filter by municipality and institution' },
    meaning: { lv: 'Ieraksti, ko darījuši tās lietotāji, kas darīti tās labā vai kuru datos tā vai tās lietotājs ir minēts.', en: 'Entries made by its users, made for it, or whose facts name it or one of its users.' },
  },
];
