import type { ComponentChildren, VNode } from 'preact';
import type { Lang } from '#kernel/text.js';
import { type CoursePage, parseCourse } from '../domain/course-text.js';

/** The course's text in the reader's language, or in Latvian where there is no other; `lang` says which it became. */
export function courseIn({ textLv, textEn }: { textLv: string; textEn: string }, lang: Lang): { pages: readonly CoursePage[]; lang: Lang } {
  const chosen = lang === 'en' && textEn !== '' ? 'en' : 'lv';
  return { pages: parseCourse(chosen === 'en' ? textEn : textLv).pages, lang: chosen };
}

/** Marks words of another language than the page's, so that they are read out in it. */
export const InLang = ({ lang, page, children }: { lang: Lang; page: Lang; children: ComponentChildren }): VNode => <div lang={lang === page ? undefined : lang}>{children}</div>;
