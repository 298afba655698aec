import type { Text } from '#kernel/text.js';
import type { ConstraintTexts } from '#platform/db/constraint-errors.js';

export const NO_SUCH_INQUIRY: Text = { lv: 'Šāda gadījuma nav, vai tas ir citas pašvaldības.', en: 'There is no such inquiry, or it is another municipality’s.' };
export const NO_SUCH_EXTRACT: Text = { lv: 'Šāda izraksta nav.', en: 'There is no such extract.' };
export const NO_SUCH_MUNICIPALITY: Text = { lv: 'Šodien šādas pašvaldības nav, vai jūs par to neesat atbildīgs.', en: 'There is no such municipality today, or you are not responsible for it.' };
export const INQUIRY_CLOSED: Text = { lv: 'Gadījums jau ir slēgts: bērns mācās, ir ieguvis pamatizglītību vai sasniedzis vecumu. To atvērs nākamais izraksts, ja vajadzēs.', en: 'The inquiry is closed: the child learns, has finished basic education or is too old. The next extract opens it if need be.' };
export const CHOOSE_STATUS: Text = { lv: 'Izvēlieties statusu.', en: 'Choose a status.' };
export const CHOOSE_KIND: Text = { lv: 'Izvēlieties, kas darīts.', en: 'Choose what was done.' };
export const COMMENT_NEEDED: Text = { lv: 'Ierakstiet, no kurienes tas zināms: gadījumu slēdz tikai ar paskaidrojumu.', en: 'Say from where this is known: an inquiry closes only with an explanation.' };
export const CHECK_NEEDED: Text = { lv: 'Norādiet dienu, kad to pārbaudīt no jauna: no rītdienas līdz {day}', en: 'Give the day of the next check: from tomorrow until {day}' };
export const CHECK_IN_FUTURE: Text = { lv: 'Nākamā pārbaude ir vēlāka diena: no rītdienas līdz {day}', en: 'The next check is a later day: from tomorrow until {day}' };
export const IN_FUTURE: Text = { lv: 'Tas ir jau darīts: norādiet šodienu vai agrāku dienu.', en: 'It has been done: give today or an earlier day.' };
export const WHOM: Text = { lv: 'Ierakstiet, kam jautāts (piemēram, VSAA nodaļai, dzimtsarakstu nodaļai, policijai).', en: 'Say who was asked (such as the social insurance branch, the registry office, the police).' };
export const WRITE_ANSWER: Text = { lv: 'Ierakstiet saņemto atbildi.', en: 'Write down the answer.' };
export const ANSWERED: Text = { lv: 'Atbilde jau ir ierakstīta. Atveriet gadījumu vēlreiz.', en: 'The answer has been written down already. Open the inquiry again.' };
export const CHOOSE_FILE: Text = { lv: 'Izvēlieties izraksta datni.', en: 'Choose the file of the extract.' };
export const UNREADABLE: Text = { lv: 'Datni nevar nolasīt. Saglabājiet to kā Excel darbgrāmatu (.xlsx) vai CSV (UTF-8).', en: 'The file cannot be read. Save it as an Excel workbook (.xlsx) or CSV (UTF-8).' };
export const NO_ROWS: Text = { lv: 'Datnē nav rindu, vai pirmā rinda nenosauc kolonnas. Gaidītas: {columns}', en: 'The file has no rows, or its first row does not name the columns. Expected: {columns}' };
export const DAY_TO_COME: Text = { lv: 'Izraksta diena ir šodien vai agrāk.', en: 'The day of an extract is today or earlier.' };
export const TOO_OLD: Text = { lv: 'Izraksts ir vairāk nekā gadu vecs. Pārbaudiet gadu.', en: 'The extract is more than a year old. Check the year.' };
export const OLDER_THAN_APPLIED: Text = { lv: 'Jau ir piemērots izraksts par {day} Vecāks par to vairs neko nemaina; norādiet šo vai vēlāku dienu.', en: 'An extract of {day} has been applied already. An older one changes nothing any more; give this day or a later one.' };
export const ONE_AT_WORK: Text = { lv: 'Cits izraksts vēl gaida. Vispirms to piemērojiet vai atsauciet.', en: 'Another extract still waits. First apply it or take it back.' };
export const NOT_PROPOSED: Text = { lv: 'Izraksts vairs negaida piemērošanu. Atveriet to vēlreiz.', en: 'The extract no longer waits to be applied. Open it again.' };
export const CHOOSE_USER: Text = { lv: 'Izvēlieties lietotāju, kam šajā pašvaldībā ir tiesības noskaidrot.', en: 'Choose a user who holds the right to inquire in this municipality.' };

export const SCHOOLAGE_CONSTRAINTS: ConstraintTexts = {
  one_extract_at_work: ONE_AT_WORK,
  one_state_of_an_inquiry: { lv: 'Gadījumu tikko mainīja cits. Atveriet to vēlreiz.', en: 'Somebody else has just changed the inquiry. Open it again.' },
  one_responsible_of_a_municipality: { lv: 'Atbildīgo tikko norīkoja cits. Atveriet lapu vēlreiz.', en: 'Somebody else has just appointed the responsible person. Open the page again.' },
  person_stands_in_an_extract_once: { lv: 'Viena persona izrakstā ir divreiz ar dažādiem kodiem. Atstājiet vienu rindu.', en: 'One person stands in the extract twice under different codes. Leave one row.' },
};
