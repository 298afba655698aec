import type { ArrivingRow } from '../arriving.js';
import type { LineItemMeaning } from './line-item-meaning.js';

/** The subject of a line item's class: the classifier's identifier in courseCode or the only subject code, and the name as the sender has it. */
export function subjectOf({ class: its, course }: Pick<LineItemMeaning, 'class' | 'course'>): Pick<ArrivingRow, 'subjectId' | 'subject' | 'language'> {
  const subjectId = numeric(course?.code) ?? numeric(course?.subjectCodes) ?? numeric(its.subjectCodes);
  const subject = only(course?.subjects) ?? only(its.subjects) ?? course?.title ?? '';
  return {
    ...(subjectId !== undefined && { subjectId }),
    ...(subject !== '' && { subject }),
    ...(course?.language && { language: course.language }),
  };
}

const numeric = (code: string | undefined): number | undefined => (code && /^\d{1,9}$/.test(code.trim()) ? Number(code) : undefined);
const only = (list: string | undefined): string | undefined => (list && !list.includes(',') ? list : undefined);
