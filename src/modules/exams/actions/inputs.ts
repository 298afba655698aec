import { z } from 'zod';
import { IsoDateInput } from '#kernel/iso-date.js';
import type { ActionContext } from '#platform/actions/action.js';
import { EXAM_CODE } from '../domain/exam-words.js';
import type { Recording } from '../store/rows.js';

export const Year = z.coerce.number().int().min(1990).max(2199);
export const Code = z.string().regex(EXAM_CODE);
/** The act or page that something follows from. */
const Basis = z.string().trim().min(1, { abort: true }).min(3).max(500);
/** A box of a form, or a yes or no of a machine. */
const Checked = z.preprocess((raw) => raw === true || raw === 'yes', z.boolean());
/** A form sends what was left empty as an empty word. */
export const DayOrNull = z.preprocess((raw) => (raw === '' || raw === undefined ? null : raw), IsoDateInput.nullable());
export const basis = { legalBasis: Basis, verified: Checked };

export const recordingOf = ({ now, actor }: Pick<ActionContext, 'now' | 'actor'>): Recording => ({ recordedAt: now, recordedBy: actor.id ?? actor.name });
