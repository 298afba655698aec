import type { VNode } from 'preact';
import { fill, type Lang, type Text } from '#kernel/text.js';
import { checkClaim, checkContainer, type CheckedFile, claimIn, handedInPolicy, holderMark, revocationOfClaim, shownReport, type Trust } from '#platform/documents/browser.js';
import { Notice } from '#ui/notice.js';
import { pretendsToBeContainer } from '../../domain/verdict.js';
import { ClaimFound } from '../claim.js';
import { NoContainer } from '../no-container.js';
import { Report } from '../report.js';

/** What the browser found, drawn, with the addresses of files in memory that it may forget later. */
export interface FoundHere {
  readonly page: VNode;
  readonly urls: readonly string[];
}

/** Kinds of content that a browser shows without running anything of it. */
const SHOWN: readonly string[] = ['application/pdf', 'text/plain', 'image/png', 'image/jpeg'];

/** Checks a container in the browser. */
export async function fileHere(lang: Lang, name: string, content: Uint8Array<ArrayBuffer>, trust: Trust, now: Date): Promise<FoundHere> {
  if (!pretendsToBeContainer(name, content)) return { page: <Found title={fill(RESULT_OF, { name })[lang]}><NoContainer lang={lang} /></Found>, urls: [] };
  const report = await checkContainer(content, handedInPolicy(trust), now);
  const urls = new Map(report.files.map((file) => [file.name, addressOf(file)]));
  const opens = ({ name: inside, mime }: { readonly name: string; readonly mime: string | null }) => (
    <>
      {mime !== null && SHOWN.includes(mime) && <a href={urls.get(inside)!} target="_blank" rel="noopener">{OPEN[lang]}<span class="visually-hidden">{` ${inside}`}</span></a>}{' '}
      <a href={urls.get(inside)!} download={inside.split('/').at(-1)!}>{SAVE[lang]}<span class="visually-hidden">{` ${inside}`}</span></a>
    </>
  );
  return { page: <Found title={fill(RESULT_OF, { name })[lang]}><Report lang={lang} report={shownReport(report, trust)} opens={opens} /></Found>, urls: [...urls.values()] };
}

const addressOf = ({ content, mime }: CheckedFile): string => URL.createObjectURL(new Blob([content], { type: mime !== null && SHOWN.includes(mime) ? mime : 'application/octet-stream' }));

/** Checks the claim of a printed copy in the browser. */
export async function claimHere(lang: Lang, words: string, holder: string, trust: Trust, now: Date): Promise<FoundHere> {
  const found = await checkClaim(claimIn(words), trust.claimKeys);
  const isHolder = 'claim' in found && holder.trim() !== '' ? found.claim.holder === (await holderMark(found.claim.number, holder)) : null;
  return { page: <Found title={RESULT[lang]}><ClaimFound lang={lang} found={found} isHolder={isHolder} revocation={'claim' in found ? await revocationOfClaim(trust.revoked, found.claim) : null} at={now.toISOString()} /></Found>, urls: [] };
}

export const waitingHere = (lang: Lang): VNode => <p>{WAITING[lang]}</p>;

export const problemHere = (lang: Lang): VNode => (
  <Notice lang={lang} tone="warning">
    <p>{PROBLEM[lang]}</p>
  </Notice>
);

const Found = ({ title, children }: { title: string; children: VNode }): VNode => (
  <>
    <h2 tabIndex={-1}>{title}</h2>
    {children}
  </>
);

const OPEN: Text = { lv: 'Atvērt', en: 'Open' };
const SAVE: Text = { lv: 'Saglabāt', en: 'Save' };
const RESULT: Text = { lv: 'Pārbaudes rezultāts', en: 'What was found' };
const RESULT_OF: Text = { lv: 'Pārbaudes rezultāts: {name}', en: 'What was found: {name}' };
const WAITING: Text = { lv: 'Pārbauda…', en: 'Checking…' };
const PROBLEM: Text = { lv: 'Pārbaudīt neizdevās: datni nevar nolasīt vai lapa nav ielādēta līdz galam. Atveriet lapu vēlreiz.', en: 'The check did not succeed: the file cannot be read, or the page is not loaded whole. Open the page again.' };
