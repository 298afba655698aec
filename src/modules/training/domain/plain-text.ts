import type { Token } from 'marked';

/** The words of Markdown tokens without their form. */
export const plainText = (tokens: readonly Token[] | undefined): string => (tokens ?? []).map(wordsOf).join('').trim();

function wordsOf(token: Token): string {
  if (token.type === 'checkbox') return '';
  if (token.type === 'br') return ' ';
  return 'tokens' in token && token.tokens ? token.tokens.map(wordsOf).join('') : 'text' in token ? unescaped(String(token.text)) : '';
}

const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };

/** The reader escapes some characters of words for HTML; here they become nodes, which escapes them anew. */
export const unescaped = (words: string): string => words.replace(/&(amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity]!);
