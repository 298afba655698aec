import type { VNode } from 'preact';
import type { Lang, Text } from '#kernel/text.js';
import { Details } from '#ui/details.js';
import { instant } from '#ui/format.js';
import { Notice } from '#ui/notice.js';
import { StatusTag } from '#ui/status-tag.js';
import type { CheckBrief, CheckOfFile } from '../actions/check-handed-in.js';
import type { SignedBy, Verdict } from '../domain/verdict.js';
import { NoContainer } from './no-container.js';
import { Report } from './report.js';

/** What was found of a signed file in a word or two, beside its name in lists: good only where the applicant signed. A file that was never checked says so. */
export function SignedFileTag({ lang, check }: { lang: Lang; check: CheckBrief | undefined }): VNode {
  if (!check) return <StatusTag tone="warning">{NEVER[lang]}</StatusTag>;
  return (
    <>
      <StatusTag tone={check.verdict === 'passed' && check.signedBy !== 'applicant' ? 'info' : TONES[check.verdict]}>{VERDICT_WORDS[check.verdict][lang]}</StatusTag>
      {check.verdict === 'passed' && check.signedBy !== 'applicant' && <> <StatusTag tone="warning">{SIGNER_WORDS[check.signedBy][lang]}</StatusTag></>}
    </>
  );
}

/** Everything that was found of a signed file: the last check whole, those before in short. */
export function SignedFileChecks({ lang, checks, asksWho }: { lang: Lang; checks: readonly CheckOfFile[]; asksWho: boolean }): VNode {
  const [last, ...before] = checks;
  if (!last) return <p>{NEVER_MORE[lang]}</p>;
  return (
    <div class="found">
      <p>
        <SignedFileTag lang={lang} check={last} /> {`${CHECKED_BY[lang]} ${last.checkedBy}, ${instant(last.checkedAt)}`}
      </p>
      {last.verdict === 'no-container' && <NoContainer lang={lang} />}
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
                {`${instant(one.checkedAt)}, ${one.checkedBy}: ${VERDICT_WORDS[one.verdict][lang]}`}
              </li>
            ))}
          </ul>
        </Details>
      )}
    </div>
  );
}

const TONES = { passed: 'success', failed: 'danger', 'no-container': 'neutral' } as const;
const VERDICT_WORDS: Readonly<Record<Verdict, Text>> = {
  passed: { lv: 'paraksts der', en: 'signature valid' },
  failed: { lv: 'paraksts neder', en: 'signature not valid' },
  'no-container': { lv: 'bez pārbaudāma paraksta', en: 'no signature to check' },
};
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
