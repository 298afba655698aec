import { same, type Text } from '#kernel/text.js';

export const CANDIDATE_KINDS = ['pupil', 'extern', 'former graduate'] as const;
/** As whom someone takes an exam: a pupil of the last grade, an extern (eksterns), or a graduate of an earlier year (iepriekšējo gadu absolvents). */
export type CandidateKind = (typeof CANDIDATE_KINDS)[number];

export const OTHER_CANDIDATES = ['extern', 'former graduate'] as const satisfies readonly CandidateKind[];

export const CANDIDATE_WORDS: Readonly<Record<(typeof OTHER_CANDIDATES)[number], Text>> = {
  extern: { lv: 'eksterns', en: 'extern' },
  'former graduate': { lv: 'iepriekšējo gadu absolvents', en: 'graduate of an earlier year' },
};

/** What stands where a class does: the class of a pupil, else as whom they take the exam. */
export const classWords = ({ candidateAs, classTitle }: { readonly candidateAs: CandidateKind; readonly classTitle: string }): Text => (candidateAs === 'pupil' ? same(classTitle) : CANDIDATE_WORDS[candidateAs]);
