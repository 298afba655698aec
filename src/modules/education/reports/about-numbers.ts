import type { Lang, Text } from '#kernel/text.js';
import type { AboutLine } from '#platform/spreadsheets/spreadsheet.js';

/** Whether a report's numbers are live or a snapshot. */
export const DATA: Text = { lv: 'Dati', en: 'Data' };
const LIVE: Text = { lv: 'dzīvi: kā reģistrā datu brīdī', en: 'live: as in the register at the moment of the data' };
const HIDDEN: Text = { lv: 'Slēptie skaitļi', en: 'Hidden numbers' };

export const liveLine = (lang: Lang): AboutLine => ({ label: DATA[lang], value: LIVE[lang] });

/** What an empty cell of a report means whose small numbers are hidden (`suppress`). */
export const hiddenLine = (threshold: number, lang: Lang): AboutLine => ({
  label: HIDDEN[lang],
  value: {
    lv: `tukša šūna: skaitlis ir mazāks par ${threshold} vai no tā šādu skaitli varētu izrēķināt; nulle ir nulle`,
    en: `an empty cell: the number is below ${threshold}, or such a number could be computed from it; zero is zero`,
  }[lang],
});
