import type { Text } from '#kernel/text.js';

export const LEVELS = ['basic', 'optimal', 'highest', 'general'] as const;
/** How deep the contents are learnt (mācību satura apguves līmenis); `basic` is grade 9. */
export type Level = (typeof LEVELS)[number];

export const STAGES = ['basic', 'secondary'] as const;
export type Stage = (typeof STAGES)[number];

export const TERMS = ['main', 'extra'] as const;
export type Term = (typeof TERMS)[number];

export const EXAM_KINDS = ['centralised exam', 'monitoring work'] as const;
export type ExamKind = (typeof EXAM_KINDS)[number];

const LEVEL_OF_SUFFIX: Readonly<Record<string, Level>> = { '09': 'basic', OL: 'optimal', AL: 'highest', VL: 'general' };
export const EXAM_CODE = /^[A-Z]{3}(09|OL|AL|VL)$/;

/** The last two letters of an exam's code. @throws Error for what is no code */
export function levelOf(code: string): Level {
  const level = LEVEL_OF_SUFFIX[code.slice(3)];
  if (!EXAM_CODE.test(code) || !level) throw new Error(`"${code}" is no code of an exam`);
  return level;
}

/** As a level ends the codes of its exams. */
export const LEVEL_CODES: Readonly<Record<Level, string>> = { basic: '09', optimal: 'OL', highest: 'AL', general: 'VL' };

export const stageOf = (level: Level): Stage => (level === 'basic' ? 'basic' : 'secondary');
/** The grade whose pupils take the exams of a stage. */
export const gradeOf = (stage: Stage): number => (stage === 'basic' ? 9 : 12);

export const LEVEL_WORDS: Readonly<Record<Level, Text>> = {
  basic: { lv: '9. klase', en: 'Grade 9' },
  optimal: { lv: 'Optimālais līmenis', en: 'Optimal level' },
  highest: { lv: 'Augstākais līmenis', en: 'Highest level' },
  general: { lv: 'Vispārīgais līmenis', en: 'General level' },
};
export const STAGE_WORDS: Readonly<Record<Stage, Text>> = {
  basic: { lv: 'Pamatizglītība', en: 'Basic education' },
  secondary: { lv: 'Vidējā izglītība', en: 'Secondary education' },
};
export const TERM_WORDS: Readonly<Record<Term, Text>> = {
  main: { lv: 'Pamattermiņš', en: 'Main term' },
  extra: { lv: 'Papildtermiņš', en: 'Extra term' },
};
export const KIND_WORDS: Readonly<Record<ExamKind, Text>> = {
  'centralised exam': { lv: 'Centralizētais eksāmens', en: 'Centralised exam' },
  'monitoring work': { lv: 'Monitoringa darbs', en: 'Monitoring work' },
};

interface Named {
  readonly kind: ExamKind;
  readonly level: Level;
  readonly year: number;
  readonly locativeLv: string;
  readonly nameEn: string;
}

const AT_LEVEL: Readonly<Record<Level, Text>> = {
  basic: { lv: '9. klasei', en: 'for grade 9' },
  optimal: { lv: 'optimālajā līmenī', en: 'at the optimal level' },
  highest: { lv: 'augstākajā līmenī', en: 'at the highest level' },
  general: { lv: 'vispārīgajā līmenī', en: 'at the general level' },
};

/** As reports and the portal write it: `Eksāmens matemātikā 9. klasei 2023./2024. m.g.` */
export const examTitle = ({ kind, level, year, locativeLv, nameEn }: Named): Text => ({
  lv: `${kind === 'centralised exam' ? 'Eksāmens' : 'Monitoringa darbs'} ${locativeLv} ${AT_LEVEL[level].lv} ${year}./${year + 1}. m.g.`,
  en: `${kind === 'centralised exam' ? 'Exam' : 'Monitoring work'} in ${nameEn} ${AT_LEVEL[level].en}, ${year}/${year + 1}`,
});

/** The same without the year, where the page has said it. */
export const examName = ({ kind, level, locativeLv, nameEn }: Omit<Named, 'year'>): Text => ({
  lv: `${kind === 'centralised exam' ? 'Eksāmens' : 'Monitoringa darbs'} ${locativeLv} ${AT_LEVEL[level].lv}`,
  en: `${kind === 'centralised exam' ? 'Exam' : 'Monitoring work'} in ${nameEn} ${AT_LEVEL[level].en}`,
});
