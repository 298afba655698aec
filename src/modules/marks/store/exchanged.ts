import { sql } from '#platform/db/sql.js';
import { cameFromColumns } from './came-from.js';

const SOURCE = cameFromColumns('m', ['entered_at', 'channel', 'journal_id', 'batch_id']);

/**
 * Records that are no drafts, as subqueries that exchanges put into their own statements; a condition on `year` and `institution_id`
 * reads one partition along its key. `is_withdrawn` ones were taken back.
 */
export const EXCHANGED = {
  /** `year`, `institution_id`, `person_id`, `subject_id`, `period`, `class_id`, `value`, `decided_on`, `entered_at`, `is_withdrawn`, `channel`, `journal_id`, `batch_id`, `source_record`. */
  marks: sql`(select m.year, m.institution_id, m.person_id, m.subject_id, m.period, m.class_id, m.value, m.decided_on, m.state = 'withdrawn' as is_withdrawn, m.source_record, ${SOURCE}
      from marks.mark m where m.state <> 'draft')`,
  /** The same with `outcome_id` in place of `subject_id`. */
  outcomes: sql`(select m.year, m.institution_id, m.person_id, m.outcome_id, m.period, m.class_id, m.value, m.decided_on, m.state = 'withdrawn' as is_withdrawn, m.source_record, ${SOURCE}
      from marks.outcome_mark m where m.state <> 'draft')`,
} as const;
