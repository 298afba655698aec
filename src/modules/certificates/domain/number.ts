import type { IsoDate } from '#kernel/iso-date.js';

/** How numbers are made and what they look like: both are data, since they changed before. */
export interface NumberSeries {
  /** `{year}`, `{candidate}` and `{exam}` stand for what differs. */
  readonly numberTemplate: string;
  readonly numberPattern: string;
}

/** The number of a candidate's certificate; its year is that in which the exam was held. @throws Error where the parts do not make a number of the series */
export function numberOf({ numberTemplate, numberPattern }: NumberSeries, { heldOn, candidateCode, code }: { readonly heldOn: IsoDate; readonly candidateCode: string; readonly code: string }): string {
  const number = numberTemplate.replace('{year}', heldOn.slice(0, 4)).replace('{candidate}', candidateCode).replace('{exam}', code);
  if (!new RegExp(numberPattern).test(number)) throw new Error(`${number} is no number of the series ${numberPattern}`);
  return number;
}

/** The number as part of the name of a file: a slash may not stand in one. */
const inFileName = (number: string): string => number.replaceAll('/', '_');
export const pdfName = (number: string): string => `${inFileName(number)}.pdf`;
/** Versions after the first say so, so that a folder can hold both. */
export const containerName = (number: string, version: number): string => `${inFileName(number)}${version === 1 ? '' : `-v${version}`}.edoc`;
/** As it is kept among others; whoever downloads it gets `containerName`, whatever stamps it has. */
export const archivedName = (number: string, version: number, stamps: number): string => containerName(number, version).replace(/\.edoc$/, `-a${stamps}.edoc`);
export const copyName = (number: string, version: number): string => containerName(number, version).replace(/\.edoc$/, '-izdruka.pdf');
