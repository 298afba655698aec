/** Case and diacritics do not count: letters that differ only by them become the same. */
const plain = (words: string): string => words.normalize('NFKD').toLowerCase().normalize('NFKD').replaceAll(/\p{M}/gu, '');

/**
 * What makes two names of subjects or courses the same, whoever wrote them: `Svešvaloda (angļu)` = `SVESVALODA angļu`.
 * Letters and digits alone, lower case, without diacritics.
 */
export const nameKey = (name: string): string => plain(name).replaceAll(/[^\p{L}\p{N}]/gu, '');

const SEPARATORS = String.raw`[\s.\-\u2010-\u2015\u2212]+`;

/**
 * What makes two titles of classes the same: `2.a` = `2A` = `2. a`, and `5.a` ≠ `5.b`. Upper case, without diacritics, dots,
 * spaces and hyphens; between two digits one dot stays, since `1.1` is not `11`.
 */
export const classTitleKey = (title: string): string =>
  plain(title)
    .replaceAll(new RegExp(`(?<=\\d)${SEPARATORS}(?=\\d)`, 'g'), '|')
    .replaceAll(new RegExp(SEPARATORS, 'g'), '')
    .replaceAll('|', '.')
    .toUpperCase();
