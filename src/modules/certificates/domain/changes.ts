/** Facts that readers of the feed follow, by the names that the education register knows them under. */
export const CHANGE_KINDS = ['result.published', 'result.changed', 'certificate.issued', 'certificate.revoked', 'exemption.recorded', 'replacement.recorded'] as const;
