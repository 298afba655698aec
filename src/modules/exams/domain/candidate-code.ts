/** A candidate code: four digits of the institution and a running number of eight. */
export const candidateCode = (prefix: string, number: number): string => `${prefix}${String(number).padStart(8, '0')}`;
