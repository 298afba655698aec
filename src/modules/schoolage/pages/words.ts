import { readableDay } from '#kernel/iso-date.js';
import { fill, same, type Text } from '#kernel/text.js';
import type { InquiryRow } from '../actions/inquiries.js';
import { END_WORDS, GROUP_WORDS, NO_STATUS } from '../domain/words.js';

export const PATH = '/schoolage';
export const BOARD_PATH = `${PATH}/board`;
export const EXTRACTS_PATH = `${PATH}/extracts`;
export const STATUSES_PATH = `${PATH}/statuses`;
export const PARAMETERS_PATH = `${PATH}/parameters`;

export const W = {
  title: { lv: 'Nereģistrētie obligātās izglītības vecuma bērni', en: 'Unregistered children of compulsory school age' },
  short: { lv: 'Nereģistrētie bērni', en: 'Unregistered children' },
  inquiries: { lv: 'Gadījumi', en: 'Inquiries' },
  board: { lv: 'Pašvaldības', en: 'Municipalities' },
  extracts: { lv: 'Izraksti', en: 'Extracts' },
  statuses: { lv: 'Statusi un to definīcijas', en: 'Statuses and their definitions' },
  parameters: { lv: 'Vecums un termiņi', en: 'Ages and deadlines' },
  child: { lv: 'Bērns', en: 'Child' },
  born: { lv: 'Dzimis', en: 'Born' },
  municipality: { lv: 'Pašvaldība', en: 'Municipality' },
  undecided: { lv: 'nav nosakāma no datiem', en: 'cannot be told from data' },
  status: { lv: 'Statuss', en: 'Status' },
  state: { lv: 'Stāvoklis', en: 'State' },
  due: { lv: 'Termiņš', en: 'Due' },
  nextCheck: { lv: 'Nākamā pārbaude', en: 'Next check' },
  comment: { lv: 'Paskaidrojums', en: 'Explanation' },
  open: { lv: 'Atvērti', en: 'Open' },
  overdue: { lv: 'Nokavēti', en: 'Overdue' },
  without: { lv: 'Bez informācijas', en: 'Without information' },
  closed: { lv: 'Slēgti', en: 'Closed' },
  all: { lv: 'Visi', en: 'All' },
  choose: { lv: 'Izvēlieties', en: 'Choose' },
  save: { lv: 'Saglabāt', en: 'Save' },
  responsible: { lv: 'Atbildīgais', en: 'Responsible' },
  protectedChild: { lv: 'aizsargājama persona', en: 'protected person' },
} as const satisfies Record<string, Text>;

/** Full name; initials of someone protected. */
export const nameOf = ({ given, family }: Pick<InquiryRow, 'given' | 'family'>): string => `${given} ${family}`;

/** Status with its group: "Ārvalstīs: izbraucis no valsts". */
export const statusOf = ({ groupCode, statusLv, statusEn }: Pick<InquiryRow, 'groupCode' | 'statusLv' | 'statusEn'>): Text =>
  groupCode === null ? NO_STATUS : { lv: `${GROUP_WORDS[groupCode].lv}: ${statusLv!}`, en: `${GROUP_WORDS[groupCode].en}: ${statusEn!}` };

/** How an inquiry stands: due, overdue, or closed by what. */
export function stateOf({ state, closedBy, dueOn }: Pick<InquiryRow, 'state' | 'closedBy' | 'dueOn'>, today: string): { readonly text: Text; readonly tone: 'info' | 'danger' | 'success' | 'neutral' } {
  if (state === 'closed') return { text: END_WORDS[closedBy!], tone: closedBy === 'membership' ? 'success' : 'neutral' };
  return dueOn < today ? { text: fill(LATE, { day: readableDay(dueOn) }), tone: 'danger' } : { text: OPEN, tone: 'info' };
}
const OPEN: Text = { lv: 'Atvērts', en: 'Open' };
const LATE: Text = { lv: 'Nokavēts kopš {day}', en: 'Overdue since {day}' };

export const unitOf = ({ unit }: Pick<InquiryRow, 'unit'>): Text => (unit === null ? W.undecided : same(unit));
