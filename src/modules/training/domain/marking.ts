import type { Question } from './course-text.js';

/** The answers of an attempt: number of the question → numbers of the choices. */
export type Answers = ReadonlyMap<number, readonly number[]>;

export interface Marked {
  readonly right: number;
  readonly of: number;
  readonly passed: boolean;
}

/** An answer is right when exactly the right choices were chosen: half right is wrong. */
export const isRight = ({ choices }: Question, chosen: readonly number[]): boolean =>
  choices.every((choice, at) => choice.right === chosen.includes(at)) && chosen.every((at) => at >= 0 && at < choices.length);

/** What an attempt comes to: passed with at least the share of right answers that the course asks for. */
export function mark(questions: readonly Question[], answers: Answers, passPercent: number): Marked {
  const right = questions.filter((question, at) => isRight(question, answers.get(at) ?? [])).length;
  return { right, of: questions.length, passed: right * 100 >= questions.length * passPercent };
}
