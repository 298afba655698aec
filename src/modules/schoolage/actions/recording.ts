import type { ActionContext } from '#platform/actions/action.js';
import type { Recording } from '../store/rows.js';

export const recordingOf = ({ now, actor }: Pick<ActionContext, 'now' | 'actor'>): Recording => ({ recordedAt: now, recordedBy: actor.id ?? actor.name });
