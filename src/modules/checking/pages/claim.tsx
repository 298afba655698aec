import type { VNode } from 'preact';
import { parseIsoDate, readableDay } from '#kernel/day.js';
import type { Lang, Text } from '#kernel/text.js';
import type { Claim, ClaimFault, Revocation } from '#platform/documents/browser.js';
import { Notice } from '#ui/notice.js';
import { SummaryList } from '#ui/summary-list.js';
import { RevocationNotice } from './revocation.js';

export interface ClaimProps {
  readonly lang: Lang;
  readonly found: { readonly claim: Claim } | { readonly fault: ClaimFault };
  /** Whether the name that was entered is the holder's; null where none was. */
  readonly isHolder: boolean | null;
  readonly revocation: Revocation | null;
  /** When it was checked (ISO 8601). */
  readonly at: string;
}

/** What the code of a printed copy says, and what it does not. */
export function ClaimFound({ lang, found, isHolder, revocation, at }: ClaimProps): VNode {
  if ('fault' in found) {
    return (
      <Notice lang={lang} tone="danger" title={BAD}>
        <p>{FAULTS[found.fault][lang]}</p>
      </Notice>
    );
  }
  const { number, version, initials, outcome, issuedOn } = found.claim;
  const day = parseIsoDate(issuedOn);
  return (
    <>
      {revocation?.on && <RevocationNotice lang={lang} revocation={revocation} at={at} />}
      <Notice lang={lang} tone={isHolder === false ? 'danger' : revocation?.on ? 'info' : 'success'} title={isHolder === false ? OTHER_NAME : GOOD}>
        <p>{(isHolder === false ? OTHER_NAME_MORE : COMPARE)[lang]}</p>
      </Notice>
      <SummaryList
        lang={lang}
        items={[
          { key: NUMBER, value: version === 1 ? number : `${number} (${version})` },
          { key: INITIALS, value: isHolder === true ? `${initials} – ${SAME_NAME[lang]}` : initials },
          { key: OUTCOME, value: outcome },
          { key: ISSUED, value: day ? readableDay(day) : issuedOn },
        ]}
      />
      {!revocation?.on && <RevocationNotice lang={lang} revocation={revocation} at={at} />}
    </>
  );
}

const FAULTS: Readonly<Record<ClaimFault, Text>> = {
  unreadable: { lv: 'Kods nav nolasāms līdz galam. Nolasiet to vēlreiz vai ielīmējiet visu adresi no izdrukas.', en: 'The code is not whole. Read it again, or paste the whole address from the printed copy.' },
  'unknown-key': { lv: 'Kodu nav parakstījusi šī sistēma. Atveriet šo lapu ar internetu un mēģiniet vēlreiz; ja nemainās, izdrukai nevar uzticēties.', en: 'The code is not signed by this system. Open this page with a connection and try again; if nothing changes, the copy cannot be trusted.' },
  changed: { lv: 'Kods ir mainīts pēc parakstīšanas.', en: 'The code was changed after it was signed.' },
};
const BAD: Text = { lv: 'Izdrukai nevar uzticēties', en: 'The printed copy cannot be trusted' };
const GOOD: Text = { lv: 'Kods ir īsts', en: 'The code is genuine' };
const COMPARE: Text = { lv: 'Salīdziniet ar izdruku: visam zemāk nosauktajam tur jābūt tieši tāpat. Pārējo, kas ir uz papīra, kods neapliecina.', en: 'Compare with the paper: everything below must stand there exactly so. Of what else is on the paper the code says nothing.' };
const OTHER_NAME: Text = { lv: 'Vārds nesakrīt', en: 'The name is another' };
const OTHER_NAME_MORE: Text = { lv: 'Kods ir īsts, bet izdots citam vārdam nekā ievadītais. Pārbaudiet rakstību; ja uz izdrukas ir šis vārds, izdrukai nevar uzticēties.', en: 'The code is genuine, but issued for another name than the one entered. Check the spelling; if this is the name on the paper, it cannot be trusted.' };
const SAME_NAME: Text = { lv: 'vārds un uzvārds sakrīt', en: 'the name is the same' };
const NUMBER: Text = { lv: 'Numurs', en: 'Number' };
const INITIALS: Text = { lv: 'Iniciāļi', en: 'Initials' };
const OUTCOME: Text = { lv: 'Rezultāts', en: 'Outcome' };
const ISSUED: Text = { lv: 'Izdots', en: 'Issued' };
