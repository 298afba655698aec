import type { VNode } from 'preact';
import type { Lang, Text } from '#kernel/text.js';
import { Notice } from '#ui/notice.js';

/** Said of a file in which there are no signatures that are checked here: it is no forgery, and nothing is known of it. */
export const NoContainer = ({ lang }: { lang: Lang }): VNode => (
  <Notice lang={lang} tone="info">
    <p>{NO_CONTAINER[lang]}</p>
  </Notice>
);

const NO_CONTAINER: Text = { lv: 'Datne nav parakstu konteiners (.edoc, .asice). Ja paraksts ir PDF datnē vai uz papīra, to šeit nepārbauda.', en: 'The file is no container of signatures (.edoc, .asice). A signature in a PDF file or on paper is not checked here.' };
