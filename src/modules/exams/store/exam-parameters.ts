import type { IsoDate } from '#kernel/iso-date.js';
import type { Read } from '#platform/db/transaction.js';
import { parameterStore, single } from '#platform/parameters/parameter-store.js';
import { EXAM_NUMBERS, type ExamParameter } from '../domain/exam-parameters.js';

export const examParameters = parameterStore('exams.parameter', EXAM_NUMBERS);

/** The numbers that hold on a day. */
export const examNumbersOn = async (tx: Read, day: IsoDate): Promise<Readonly<Record<ExamParameter, number>>> => single(await examParameters.on(tx, day));
