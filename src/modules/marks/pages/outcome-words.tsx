import type { VNode } from 'preact';
import type { Lang } from '#kernel/text.js';

/** The words of an outcome: in English where the classifier has them, else in Latvian with their language marked for whoever hears them. */
export const WordsOfOutcome = ({ lang, words, wordsEn }: { lang: Lang; words: string; wordsEn: string }): VNode => (lang === 'en' && wordsEn !== '' ? <>{wordsEn}</> : <span lang="lv">{words}</span>);

/** A learning outcome by its code and words. */
export const OutcomeWords = ({ lang, outcome: { code, words, wordsEn } }: { lang: Lang; outcome: { readonly code: string; readonly words: string; readonly wordsEn: string } }): VNode => (
  <>
    {`${code} `}
    <WordsOfOutcome lang={lang} words={words} wordsEn={wordsEn} />
  </>
);
