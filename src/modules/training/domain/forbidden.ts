import { type Token, walkTokens } from 'marked';
import { fill, type Text } from '#kernel/text.js';

/** What an answer may be made of, besides what stands inside a line. */
export const PLAIN_ONLY: ReadonlySet<string> = new Set(['checkbox', 'text', 'paragraph', 'space']);

/** Where a link of a course may lead: into the program, to a secured page, or to a mail address. */
export const isSafeHref = (href: string): boolean => /^https:\/\/[^\s/]+/i.test(href) || /^\/(?![/\\])/.test(href) || /^mailto:[^\s@]+@[^\s@?]+$/i.test(href);

/** What must not stand in the text of a course: HTML, pictures and links that lead elsewhere than a course may lead. */
export function forbiddenIn(token: Token): Text[] {
  const found: Text[] = [];
  void walkTokens([token], (inner) => {
    if (inner.type === 'html') found.push(fill(HTML, { words: inner.raw.trim().slice(0, 40) }));
    else if (inner.type === 'image') found.push(IMAGE);
    else if (inner.type === 'link' && !isSafeHref(String(inner['href']))) found.push(fill(LINK, { href: String(inner['href']).slice(0, 80) }));
  });
  return found;
}

const HTML: Text = { lv: 'HTML nav atļauts: “{words}”. Izmantojiet Markdown.', en: 'HTML is not allowed: “{words}”. Use Markdown.' };
const IMAGE: Text = { lv: 'Attēli kursā nav atļauti.', en: 'Pictures are not allowed in a course.' };
const LINK: Text = {
  lv: 'Saite “{href}” nav atļauta. Saite var sākties ar “https://”, ar “/” šajā programmā vai ar “mailto:”.',
  en: 'The link “{href}” is not allowed. A link begins with “https://”, with “/” within this program, or with “mailto:”.',
};
