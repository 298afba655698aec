/** What an answer may tell of others, at these places of it. */
export const MAY_BE_SHOWN: Readonly<Record<string, { readonly paths: readonly string[]; readonly why: string }>> = {
  'certificates.view-receivers': { paths: ['.universities[].institutionId'], why: 'which universities receive results is known to all' },
  'certificates.view-sealing': { paths: ['.sealing.draftedAfter'], why: 'how far the drafting of the whole country has come' },
  'certificates.view-sealings': { paths: ['.sealings[].draftedAfter'], why: 'how far the drafting of the whole country has come' },
  'education.view-pupil': {
    paths: ['.memberships[].id', '.memberships[].institutionId', '.memberships[].regNr', '.placements[].id', '.placements[].membershipId', '.placements[].classId', '.beside{}[]', '.mayChange[]'],
    why: 'the way of a learner who is known in the scope, through every school; what may be changed is by the other right',
  },
  'exams.open-event-results': { paths: ['.assessors[].userId'], why: 'the officials who assess' },
  'exams.view-appeal': { paths: ['.members[].userId', '.joining.choices[].userId'], why: 'the officials who decide' },
  ...Object.fromEntries(
    [
      ['settlements.open-statement', ['.parts[].institutionId', '.parts[].regNr']], ['settlements.read-learners', ['.learners[].regNr']], ['settlements.export-learners', ['.rows[].regNr']],
    ].map(([name, paths]) => [name, { paths: paths as string[], why: 'whoever pays for a learner sees in which institution of the other municipality they learn' }]),
  ),
  'workspace.search-audit': { paths: ['.rows[].actorId', '.users{}[]', '.users{}[].id'], why: 'who did what is told of people of the scope, wherever they work' },
};

/** Actions that the property does not try, by the reason. */
const REASONS: readonly (readonly [why: string, names: readonly string[]])[] = [
  [
    'Numbers, forms and classifiers of the whole country: no row of them is anybody’s, and who keeps them keeps them for all.',
    [
      'access.foresee-parameter', 'access.read-parameter', 'access.read-role', 'apps.foresee-parameter', 'apps.read-parameter', 'apps.read-client',
      'certificates.foresee-parameter', 'certificates.read-parameter', 'certificates.preview-form', 'certificates.preview-new-form', 'certificates.view-form',
      'checking.read-list', 'education.open-deadline-form', 'education.show-subject-import', 'exams.foresee-parameter', 'exams.read-parameter', 'exams.open-confirmation-of-publication', 'exams.open-event-form',
      'exams.open-scoring-form', 'intake.read-journal', 'intake.read-moved-address', 'marks.foresee-parameter', 'marks.read-parameter', 'portal.foresee-parameter',
      'portal.read-parameter', 'settlements.foresee-parameter', 'settlements.read-parameter', 'portal.read-opening', 'portal.try-address', 'workspace.open-announcement', 'workspace.open-calendar-take-back-form',
    ],
  ],
  [
    'Reforms belong to the whole country; only the ministry’s operator sees them.',
    [
      'reforms.export-changes', 'reforms.export-differences', 'reforms.show-differences', 'reforms.foretell-correction', 'reforms.list-successions', 'reforms.open-correction', 'reforms.foretell-told', 'reforms.show-changes', 'reforms.show-reform', 'reforms.show-task',
    ],
  ],
  [
    'Answers nobody whose right does not hold everywhere.',
    [
      'authentication.read-country-providers', 'platform.read-events', 'education.check-status',
    ],
  ],
  [
    'By the home of a person: persons/tests/searching.test.ts has the property.',
    [
      'persons.find-persons', 'persons.view-card', 'persons.open-address-entry', 'persons.open-code-entry', 'persons.open-death-entry',
      'persons.open-guardianship-entry', 'persons.open-name-entry', 'persons.open-protection-entry', 'persons.open-protection-form', 'persons.open-record-form',
    ],
  ],
  [
    'By the declared home of a child, or of the country for those who take its extracts: schoolage/tests/inquiries.test.ts.',
    [
      'schoolage.export-inquiries', 'schoolage.foresee-parameter', 'schoolage.open-extracts', 'schoolage.open-responsible-form', 'schoolage.open-status-form', 'schoolage.open-step-form', 'schoolage.read-board', 'schoolage.read-inquiries',
      'schoolage.read-parameter', 'schoolage.view-extract', 'schoolage.view-inquiry',
    ],
  ],
  [
    'By appointment and work, not by place: exams/tests/assessing.test.ts.',
    [
      'exams.open-work', 'exams.open-work-page',
    ],
  ],
  [
    'By the journal that asks: intake/tests.',
    [
      'intake.ask-oneroster-package', 'intake.check-package', 'intake.export-findings', 'intake.export-sent-answers', 'intake.list-sent-answers', 'intake.may-receive',
      'intake.read-offered-aliases', 'intake.read-own-state', 'intake.show-report', 'intake.show-sandbox', 'intake.show-sent-batch',
    ],
  ],
  [
    'One row by several keys; its list is tried.',
    [
      'exams.open-other-candidate-form', 'exams.open-registration', 'institutions.open-closure-form', 'institutions.open-entry-form', 'institutions.open-succession-form', 'intake.find-record-of-row', 'intake.open-sent-value',
      'intake.open-unmatch', 'marks.open-correct-form', 'marks.open-enter-form', 'marks.view-record',
    ],
  ],
  [
    'One’s own rows of which the demonstration’s residents have none; that others are refused them is tested where they are made.',
    [
      'access.read-basis-checks', 'access.read-basis-file', 'authentication.read-my-identity', 'authentication.read-my-passkey', 'exams.open-contested-page', 'exams.open-own-page',
      'exams.view-contested-work', 'exams.view-own-work', 'marks.view-own-record', 'portal.read-own-packets', 'portal.read-own-results', 'training.open-withdraw-form',
      'training.read-attempt-page', 'training.read-attempt-result', 'training.read-certificate', 'training.read-course', 'training.read-draft',
    ],
  ],
  [
    'No such rows in the demonstration, or none that a scope covers; tested where they are made.',
    [
      'access.open-decision', 'authentication.read-closing-connection', 'authentication.read-connection', 'authentication.read-handover', 'certificates.open-order', 'certificates.open-paper-request',
      'certificates.open-printed-name', 'certificates.view-sealing', 'education.open-class-rollover-decision', 'education.open-rollover-decision', 'education.view-transfer',
      'intake.view-oneroster-package', 'training.export-participants', 'training.read-participants',
    ],
  ],
  ['Writes down only what was just sent, under one’s own name.', ['access.prepare-application']],
  ['By the kind of report, whose rows the property holds, and by its asker: report-files.ts.', ['workspace.fetch-report', 'workspace.open-report-form']],
];

export const NOT_TRIED: Readonly<Record<string, string>> = Object.fromEntries(REASONS.flatMap(([why, names]) => names.map((name) => [name, why])));
