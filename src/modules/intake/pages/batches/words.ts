import { isPeriodOf, periodName } from '#modules/marks/public.js';
import { type Lang, same, type Text } from '#kernel/text.js';
import { number } from '#ui/format.js';
import type { StatusTone } from '#ui/status-tag.js';
import type { ShownAnswer, ShownBatch } from '../../actions/show-batches.js';
import { takenOf } from '../../domain/batch-sums.js';

export const BATCH_STATE: Readonly<Record<ShownBatch['state'], { tone: StatusTone; words: Text }>> = {
  received: { tone: 'info', words: { lv: 'rindā', en: 'queued' } },
  working: { tone: 'info', words: { lv: 'apstrādā', en: 'in progress' } },
  done: { tone: 'success', words: { lv: 'apstrādāta', en: 'done' } },
  failed: { tone: 'danger', words: { lv: 'nav izdevusies', en: 'failed' } },
};

export const ANSWER_STATE: Readonly<Record<ShownAnswer['state'], { tone: StatusTone; words: Text }>> = {
  refused: { tone: 'danger', words: { lv: 'atteikta', en: 'refused' } },
  waiting: { tone: 'warning', words: { lv: 'gaida', en: 'waits' } },
  warned: { tone: 'info', words: { lv: 'pieņemta ar brīdinājumu', en: 'taken with a warning' } },
  settled: { tone: 'success', words: { lv: 'nokārtota', en: 'settled' } },
  dropped: { tone: 'ended', words: { lv: 'atmesta', en: 'dropped' } },
};

/** Taken rows of all. */
export const ofTotal = (batch: ShownBatch, lang: Lang): string => `${number(takenOf(batch), lang)} / ${number(batch.rowCount, lang)}`;

/** What a field of a row is called; a sender’s machine knows it by its name in the contract. */
const FIELDS: Readonly<Record<string, Text>> = {
  record: { lv: 'Ieraksta identifikators', en: 'Identifier of the record' },
  pupil: { lv: 'Izglītojamais', en: 'Learner' },
  familyName: { lv: 'Uzvārds', en: 'Family name' },
  class: { lv: 'Klase', en: 'Class' },
  subjectId: { lv: 'Priekšmeta numurs', en: 'Number of the subject' },
  subject: { lv: 'Priekšmets', en: 'Subject' },
  outcome: { lv: 'Sasniedzamais rezultāts', en: 'Learning outcome' },
  period: { lv: 'Periods', en: 'Period' },
  value: { lv: 'Vērtējums', en: 'Mark' },
  language: { lv: 'Valoda', en: 'Language' },
  decidedOn: { lv: 'Lēmuma diena', en: 'Day of the decision' },
  justifiedLessons: { lv: 'Attaisnoti kavētās stundas', en: 'Lessons missed with cause' },
  unjustifiedLessons: { lv: 'Neattaisnoti kavētās stundas', en: 'Lessons missed without cause' },
  unjustifiedDays: { lv: 'Neattaisnoti kavētās dienas', en: 'Days missed without cause' },
  reasonGroup: { lv: 'Kavējuma iemesls', en: 'Reason of the absence' },
  correctionReason: { lv: 'Labojuma iemesls', en: 'Reason of the correction' },
};

export const fieldName = (field: string): Text => FIELDS[field] ?? same(field);

/** A period in words; what is none stands as it was sent. */
export const periodWords = (period: unknown): Text => (typeof period !== 'string' ? same('') : isPeriodOf('mark', period) || isPeriodOf('absence', period) ? periodName(period) : same(period));
