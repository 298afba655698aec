/** A reason of the classifier, as the rules on endings see it. */
export interface EndReason {
  readonly code: string;
  readonly parent: string | null;
  readonly needsComment: boolean;
  /** It has sub-reasons, of which one is to be chosen. */
  readonly isGroup: boolean;
}

/** Why memberships end when the program itself ends them; codes of the classifier `end_reason`. */
export const MOVED_TO_INSTITUTION = 'moved-institution';
export const COMPLETED = 'completed-document';

export type EndingProblem = 'unknown' | 'group' | 'comment';

/** What is wrong with a chosen reason and its comment; null when it is in order. Schools understood vague reasons differently, so groups are never chosen themselves. */
export function problemOfEnding(reasons: readonly EndReason[], code: string, comment: string): EndingProblem | null {
  const reason = reasons.find((one) => one.code === code);
  if (!reason) return 'unknown';
  if (reason.isGroup) return 'group';
  return reason.needsComment && comment.trim().length < 3 ? 'comment' : null;
}
