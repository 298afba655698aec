import type { VNode } from 'preact';
import { fill, type Lang, type Text } from '#kernel/text.js';
import { CONTAINER_RULES, type Qualified, type ShownFile, type ShownFinding, type ShownReport, type ShownSignature, SIGNATURE_RULES } from '#platform/documents/browser.js';
import { Details } from '#ui/details.js';
import { bytes, counted, type Forms, instant } from '#ui/format.js';
import { Notice } from '#ui/notice.js';
import { StatusTag } from '#ui/status-tag.js';
import { SummaryList } from '#ui/summary-list.js';
import type { Children } from '#ui/words.js';
import { aboutInWords } from '../domain/about-words.js';
import { RevocationNotice } from './revocation.js';

export interface ReportProps {
  readonly lang: Lang;
  readonly report: ShownReport;
  /** How a file inside can be opened, where it can. */
  readonly opens?: (file: ShownFile) => Children;
}

/** What was found of a signed document, the verdict first. The same on the server and in the browser. */
export function Report({ lang, report, opens }: ReportProps): VNode {
  const { passed, signatures, files, container } = report;
  const failed = container.filter(({ outcome }) => outcome === 'failed');
  return (
    <>
      <Verdict lang={lang} report={report} />
      {failed.length > 0 && <Failed lang={lang} findings={failed} rules={CONTAINER_RULES} />}
      {signatures.map((one, at) => <Signature key={at} lang={lang} signature={one} at={at} alone={signatures.length === 1} />)}
      {files.length > 0 && (
        <>
          <h3>{passed ? SIGNED_FILES[lang] : FILES[lang]}</h3>
          <ul class="plain-list">
            {files.map((file) => (
              <li key={file.name}>
                <strong>{file.name}</strong>{` · ${bytes(file.size, lang)}`}
                {opens && <> {opens(file)}</>}
                <br />
                <small class="hash">{`SHA-256 ${file.sha256}`}</small>
              </li>
            ))}
          </ul>
        </>
      )}
      <Details summary={ALL_RULES[lang]}>
        <Rules lang={lang} findings={container} rules={CONTAINER_RULES} title={CONTAINER[lang]} />
        {signatures.map((one, at) => <Rules key={at} lang={lang} findings={one.findings} rules={SIGNATURE_RULES} title={titleOf(one, at, lang)} />)}
      </Details>
      <HeldAgainst lang={lang} report={report} />
    </>
  );
}

function Verdict({ lang, report: { passed, signatures, overdue, revocation, at } }: { lang: Lang; report: ShownReport }): VNode {
  const qualified = signatures.every((one) => one.qualified !== 'no');
  return (
    <>
      {revocation?.on && <RevocationNotice lang={lang} revocation={revocation} at={at} whole={passed} />}
      <Notice lang={lang} tone={!passed ? 'danger' : revocation?.on ? 'info' : 'success'} title={!passed ? BAD : revocation?.on ? UNCHANGED : GOOD}>
        <p>{passed ? fill(GOOD_MORE, { count: counted(signatures.length, SIGNATURES, lang) })[lang] : BAD_MORE[lang]}</p>
        {passed && !qualified && <p>{NOT_ALL_QUALIFIED[lang]}</p>}
      </Notice>
      {passed && revocation !== undefined && !revocation?.on && <RevocationNotice lang={lang} revocation={revocation} at={at} />}
      {overdue.length > 0 && (
        <Notice lang={lang} tone="warning">
          <p>{fill(OVERDUE, { lists: overdue.join(', ') })[lang]}</p>
        </Notice>
      )}
    </>
  );
}

const titleOf = ({ signer }: ShownSignature, at: number, lang: Lang): string => `${at + 1}. ${signer || UNKNOWN[lang]}`;

function Signature({ lang, signature, at, alone }: { lang: Lang; signature: ShownSignature; at: number; alone: boolean }): VNode {
  const { passed, organisation, signer, issuer, level, stampedAt, claimedTime, qualified, findings } = signature;
  const failed = findings.filter(({ outcome }) => outcome === 'failed');
  const noticed = findings.filter(({ outcome }) => outcome === 'noticed');
  const when = stampedAt ?? claimedTime;
  return (
    <section>
      <h3>
        {alone ? signer || UNKNOWN[lang] : titleOf(signature, at, lang)} <StatusTag tone={passed ? 'success' : 'danger'}>{(passed ? HOLDS : DOES_NOT_HOLD)[lang]}</StatusTag>
      </h3>
      {failed.length > 0 && <Failed lang={lang} findings={failed} rules={SIGNATURE_RULES} />}
      <SummaryList
        lang={lang}
        items={[
          ...(organisation && organisation !== signer ? [{ key: ORGANISATION, value: organisation }] : []),
          ...(when ? [{ key: stampedAt ? STAMPED : CLAIMED, value: instant(new Date(when)) }] : []),
          ...(passed ? [{ key: KIND, value: QUALIFIED_WORDS[qualified][lang] }] : []),
          ...(issuer ? [{ key: ISSUER, value: issuer }] : []),
          ...(level ? [{ key: LEVEL, value: `XAdES ${level}` }] : []),
          ...(noticed.length > 0 ? [{ key: NOTICED, value: noticed.map((one) => `${SIGNATURE_RULES[one.rule][lang]} (${inWords(one.about, lang)})`).join('; ') }] : []),
        ]}
      />
    </section>
  );
}

const INSTANT = /\d{4}-\d\d-\d\dT[\d:.]+Z/g;
const inWords = (about: string, lang: Lang): string => aboutInWords(about)[lang].replace(INSTANT, (at) => instant(new Date(at)));

type RuleWords = Readonly<Record<string, Text>>;

const Failed = ({ lang, findings, rules }: { lang: Lang; findings: readonly ShownFinding<string>[]; rules: RuleWords }): VNode => (
  <>
    <p>{BROKEN[lang]}</p>
    <ul>
      {findings.map(({ rule, about }) => (
        <li key={rule}>
          <strong>{rules[rule]![lang]}</strong> <code>{rule}</code>
          {about && (
            <>
              <br />
              <small class="hash">{inWords(about, lang)}</small>
            </>
          )}
        </li>
      ))}
    </ul>
  </>
);

const Rules = ({ lang, findings, rules, title }: { lang: Lang; findings: readonly ShownFinding<string>[]; rules: RuleWords; title: string }): VNode => (
  <>
    <h4>{title}</h4>
    <ul>
      {findings.map(({ rule, outcome, about }) => (
        <li key={rule}>
          <StatusTag tone={OUTCOME_TONES[outcome]}>{OUTCOMES[outcome][lang]}</StatusTag> {rules[rule]![lang]}{outcome === 'noticed' && about ? `: ${inWords(about, lang)}` : ''}
        </li>
      ))}
    </ul>
  </>
);

const HeldAgainst = ({ lang, report: { policy, at, trustAsOf, lists } }: { lang: Lang; report: ShownReport }): VNode => (
  <>
    <h3>{HELD_AGAINST[lang]}</h3>
    <SummaryList
      lang={lang}
      items={[
        { key: POLICY, value: policy[lang] },
        { key: CHECKED_AT, value: instant(new Date(at)) },
        { key: TRUST_AS_OF, value: instant(new Date(trustAsOf)) },
        { key: LISTS, value: lists.length > 0 ? lists.join(', ') : NO_LISTS[lang] },
      ]}
    />
    <p>{NOT_CHECKED[lang]}</p>
  </>
);

const OUTCOME_TONES = { passed: 'success', failed: 'danger', noticed: 'info' } as const;
const OUTCOMES = { passed: { lv: 'izpildīts', en: 'holds' }, failed: { lv: 'pārkāpts', en: 'broken' }, noticed: { lv: 'ievērots', en: 'noticed' } } as const;
const QUALIFIED_WORDS: Readonly<Record<Qualified, Text>> = {
  listed: { lv: 'Kvalificēts: izdevējs laika zīmoga brīdī bija ES uzticamajā sarakstā', en: 'Qualified: the issuer was in an EU trusted list at the time of the time stamp' },
  stated: { lv: 'Sertifikātā norādīts, ka tas ir kvalificēts; izdevējam tic šī sistēma, ES uzticamajā sarakstā tas nav salīdzināts', en: 'The certificate says that it is qualified; its issuer is believed by this system, and was not found in an EU trusted list' },
  no: { lv: 'Nav kvalificēts', en: 'Not qualified' },
};
const SIGNATURES: Forms = { lv: ['paraksts vai zīmogs', 'paraksti vai zīmogi'], en: ['signature or seal', 'signatures or seals'] };
const GOOD: Text = { lv: 'Dokuments ir derīgs', en: 'The document is valid' };
const UNCHANGED: Text = { lv: 'Paraksts ir īsts', en: 'The signature is genuine' };
const GOOD_MORE: Text = { lv: '{count}: visas pārbaudes izturētas, saturs pēc parakstīšanas nav mainīts.', en: '{count}: every check is passed, and nothing was changed after signing.' };
const BAD: Text = { lv: 'Dokumentam nevar uzticēties', en: 'The document cannot be trusted' };
const BAD_MORE: Text = { lv: 'Vismaz viena pārbaude nav izturēta; zemāk teikts, kura. Palūdziet dokumentu no jauna tam, kas to izdeva.', en: 'At least one check is not passed; it is named below. Ask whoever issued the document for it anew.' };
const NOT_ALL_QUALIFIED: Text = { lv: 'Ne visi paraksti ir kvalificēti: pašrocīgam parakstam līdzvērtīgs ir tikai kvalificēts paraksts.', en: 'Not all signatures are qualified: only a qualified one equals a handwritten signature.' };
const OVERDUE: Text = { lv: 'Uzticamajam sarakstam ({lists}) jau vajadzēja iznākt jaunam; ziņas par izdevējiem var būt novecojušas.', en: 'A newer trusted list ({lists}) is due already; what is known of issuers may be outdated.' };
const BROKEN: Text = { lv: 'Tā jābūt, bet nav:', en: 'This should hold, and does not:' };
const SIGNED_FILES: Text = { lv: 'Parakstītie dokumenti', en: 'What is signed' };
const FILES: Text = { lv: 'Datnes konteinerā', en: 'Files in the container' };
const ALL_RULES: Text = { lv: 'Visas pārbaudes', en: 'All checks' };
const CONTAINER: Text = { lv: 'Konteiners', en: 'Container' };
const UNKNOWN: Text = { lv: 'Nezināms parakstītājs', en: 'Unknown signer' };
const HOLDS: Text = { lv: 'der', en: 'valid' };
const DOES_NOT_HOLD: Text = { lv: 'neder', en: 'not valid' };
const ORGANISATION: Text = { lv: 'Organizācija', en: 'Organisation' };
const STAMPED: Text = { lv: 'Parakstīts (laika zīmogs)', en: 'Signed (time stamp)' };
const CLAIMED: Text = { lv: 'Parakstītājs apgalvo laiku', en: 'Time that the signer claims' };
const KIND: Text = { lv: 'Paraksta veids', en: 'Kind of signature' };
const ISSUER: Text = { lv: 'Sertifikāta izdevējs', en: 'Issuer of the certificate' };
const LEVEL: Text = { lv: 'Pierādījumu līmenis', en: 'Level of proof' };
const NOTICED: Text = { lv: 'Ievērots', en: 'Noticed' };
const HELD_AGAINST: Text = { lv: 'Pēc kā pārbaudīts', en: 'What it was held against' };
const POLICY: Text = { lv: 'Noteikumi', en: 'Policy' };
const CHECKED_AT: Text = { lv: 'Pārbaudīts', en: 'Checked' };
const TRUST_AS_OF: Text = { lv: 'Uzticamie izdevēji uz', en: 'Trusted issuers as of' };
const LISTS: Text = { lv: 'ES uzticamie saraksti', en: 'EU trusted lists' };
const NO_LISTS: Text = { lv: 'nav ielādēts neviens; tic šīs sistēmas norādītajiem izdevējiem', en: 'none is loaded; the issuers that this system names are believed' };
const NOT_CHECKED: Text = {
  lv: 'Neviens serveris netiek vaicāts: sertifikāta atsaukšanu pārbauda pēc atbildes, kas ir dokumentā. Paraksti PDF datnēs netiek pārbaudīti. Vai cits izdevējs savu dokumentu vēlāk nav atcēlis, šeit nav zināms.',
  en: 'No server is asked: revocation of the certificate is judged by the answer inside the document. Signatures in PDF files are not checked. Whether another issuer withdrew its document later is not known here.',
};
