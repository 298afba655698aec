import type { VNode } from 'preact';
import type { Lang, Text } from '#kernel/text.js';
import { Details } from '#ui/details.js';
import { instant } from '#ui/format.js';
import { Notice } from '#ui/notice.js';
import { StatusTag } from '#ui/status-tag.js';
import type { CheckBrief, CheckOfFile } from '../actions/check-handed-in.js';
import type { FileKind } from '../domain/kind-of-file.js';
import type { SignedBy, Verdict } from '../domain/verdict.js';
import { Report } from './report.js';

/** What was found of a signed file in a word or two, beside its name in lists: good only where the applicant signed. A file that was never checked says so. */
export function SignedFileTag({ lang, check }: { lang: Lang; check: CheckBrief | undefined }): VNode {
  if (!check) return <StatusTag tone="warning">{NEVER[lang]}</StatusTag>;
  return (
    <>
      <StatusTag tone={check.verdict === 'passed' && check.signedBy !== 'applicant' ? 'info' : TONES[check.verdict]}>{foundOf(check)[lang]}</StatusTag>
      {check.verdict === 'passed' && check.signedBy !== 'applicant' && <> <StatusTag tone="warning">{SIGNER_WORDS[check.signedBy][lang]}</StatusTag></>}
    </>
  );
}

/** What was found, in a word or two; of what is not checked what it is. */
const foundOf = ({ kind, verdict }: Pick<CheckBrief, 'kind' | 'verdict'>): Text => (kind === 'container' ? VERDICT_WORDS[verdict] : KIND_WORDS[kind]);

/** What kind of file it is, what of it was checked and what not; without a word for a container, whose report says it. */
export const UncheckedFile = ({ lang, check }: { lang: Lang; check: Pick<CheckBrief, 'kind'> | undefined }): VNode | null =>
  check?.kind === 'container' ? null : (
    <Notice lang={lang} tone="warning" title={check ? KIND_TITLES[check.kind] : NEVER_TITLE}>
      <p>{(check ? KIND_MORE[check.kind] : NEVER_MORE)[lang]}</p>
    </Notice>
  );

/** Everything that was found of a signed file: the last check whole, those before in short. */
export function SignedFileChecks({ lang, checks, asksWho }: { lang: Lang; checks: readonly CheckOfFile[]; asksWho: boolean }): VNode {
  const [last, ...before] = checks;
  if (!last) return <UncheckedFile lang={lang} check={undefined} />;
  return (
    <div class="found">
      <p>
        <SignedFileTag lang={lang} check={last} /> {`${CHECKED_BY[lang]} ${last.checkedBy}, ${instant(last.checkedAt)}`}
      </p>
      <UncheckedFile lang={lang} check={last} />
      {asksWho && last.verdict === 'passed' && (
        <Notice lang={lang} tone={SIGNER_TONES[last.signedBy]} title={SIGNER_WORDS[last.signedBy]}>
          <p>{SIGNER_MORE[last.signedBy][lang]}</p>
        </Notice>
      )}
      {last.report && <Report lang={lang} report={last.report} />}
      {before.length > 0 && (
        <Details summary={BEFORE[lang]}>
          <ul>
            {before.map((one) => (
              <li key={one.id}>
                {`${instant(one.checkedAt)}, ${one.checkedBy}: ${foundOf(one)[lang]}`}
              </li>
            ))}
          </ul>
        </Details>
      )}
    </div>
  );
}

const TONES = { passed: 'success', failed: 'danger', 'no-container': 'warning' } as const;
const VERDICT_WORDS: Readonly<Record<Verdict, Text>> = {
  passed: { lv: 'paraksts der', en: 'signature valid' },
  failed: { lv: 'paraksts neder', en: 'signature not valid' },
  'no-container': { lv: 'bez pārbaudāma paraksta', en: 'no signature to check' },
};
type Unchecked = Exclude<FileKind, 'container'>;
const KIND_WORDS: Readonly<Record<Unchecked, Text>> = {
  'signed-pdf': { lv: 'PDF ar parakstu iekšā: nav pārbaudīts', en: 'PDF with a signature inside: not checked' },
  'plain-pdf': { lv: 'PDF bez paraksta', en: 'PDF without a signature' },
  'other-file': { lv: 'datne bez paraksta', en: 'file without a signature' },
};
const KIND_TITLES: Readonly<Record<Unchecked, Text>> = {
  'signed-pdf': { lv: 'PDF ar parakstu iekšā, ko te nepārbauda', en: 'A PDF with a signature inside that is not checked here' },
  'plain-pdf': { lv: 'PDF, kurā nav neviena elektroniska paraksta', en: 'A PDF in which there is no electronic signature' },
  'other-file': { lv: 'Ne parakstu konteiners, ne PDF', en: 'Neither a container of signatures nor a PDF' },
};
const KIND_MORE: Readonly<Record<Unchecked, Text>> = {
  'signed-pdf': {
    lv: 'Redzams tikai, ka datnē ir paraksts. Kas parakstīja, kad, vai sertifikāts bija derīgs un vai datne pēc tam nav mainīta, nav pārbaudīts. Pārbaudiet to ar programmu, kurā PDF parakstus skata, vai lūdziet iesniegt .edoc vai .asice.',
    en: 'It is seen only that the file has a signature. Who signed, when, whether the certificate was valid and whether the file was changed afterwards was not checked. Check it in a program that shows signatures of PDF files, or ask for .edoc or .asice.',
  },
  'plain-pdf': {
    lv: 'Nav pierādīts, no kā datne nāk: to varēja uzrakstīt jebkurš. Ja to parakstīja uz papīra un noskenēja, salīdziniet ar oriģinālu vai lūdziet parakstīt elektroniski.',
    en: 'Nothing proves whose it is: anybody could have written it. If it was signed on paper and scanned, compare it with the original, or ask for an electronic signature.',
  },
  'other-file': {
    lv: 'Datnē nav nekā, ko te pārbauda: nav zināms, kas to rakstīja un vai to kāds parakstīja. Lūdziet parakstītu .edoc, .asice vai PDF.',
    en: 'There is nothing in the file that is checked here: it is not known who wrote it, nor whether anybody signed. Ask for a signed .edoc, .asice or PDF.',
  },
};
const NEVER_TITLE: Text = { lv: 'Paraksts nav pārbaudīts', en: 'The signature was not checked' };
const SIGNER_TONES = { applicant: 'success', 'somebody-else': 'warning', 'not-known': 'info' } as const;
const SIGNER_WORDS: Readonly<Record<SignedBy, Text>> = {
  applicant: { lv: 'Parakstījis pats iesniedzējs', en: 'Signed by the applicant' },
  'somebody-else': { lv: 'Parakstījis kāds cits', en: 'Signed by somebody else' },
  'not-known': { lv: 'Nav zināms, vai parakstījis iesniedzējs', en: 'Not known whether the applicant signed' },
};
const SIGNER_MORE: Readonly<Record<SignedBy, Text>> = {
  applicant: { lv: 'Personas kods sertifikātā ir iesniedzēja kods.', en: 'The personal code in the certificate is the applicant’s.' },
  'somebody-else': { lv: 'Personas kods sertifikātā nav iesniedzēja kods. Tā var būt pareizi (parakstījis vadītājs) vai nepareizi: izlemiet paši.', en: 'The personal code in the certificate is not the applicant’s. That may be right (the head signed) or wrong: decide for yourself.' },
  'not-known': { lv: 'Sertifikātā nav Latvijas personas koda, vai kontam nav norādīta persona. Salīdziniet vārdu paši.', en: 'The certificate has no Latvian personal code, or the account belongs to no known person. Compare the name yourself.' },
};
const CHECKED_BY: Text = { lv: 'Pārbaudi ierosināja', en: 'Check asked for by' };
const NEVER: Text = { lv: 'paraksts nav pārbaudīts', en: 'signature not checked' };
const NEVER_MORE: Text = { lv: 'Šī datne iesniegta, pirms parakstus pārbaudīja. Pārbaudiet to tagad.', en: 'This file was handed in before signatures were checked. Check it now.' };
const BEFORE: Text = { lv: 'Iepriekšējās pārbaudes', en: 'Checks before' };
