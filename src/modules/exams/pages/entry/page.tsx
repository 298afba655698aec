import type { VNode } from 'preact';
import { readableDay } from '#kernel/iso-date.js';
import { readablePeriod } from '#kernel/period.js';
import type { Text } from '#kernel/text.js';
import { instant } from '#ui/format.js';
import { ButtonLink, ButtonRow } from '#ui/form/button.js';
import { Page } from '#ui/page.js';
import { StatusTag } from '#ui/status-tag.js';
import { SummaryList } from '#ui/summary-list.js';
import { DataTable } from '#ui/table/data-table.js';
import type { View } from '#web/view.js';
import type { ShownEntry } from '../../actions/entry-facts.js';
import { classWords } from '../../domain/candidate-kinds.js';
import { FACT_WORDS, MARK_WORDS } from '../../domain/entry-facts.js';
import { examName, TERM_WORDS } from '../../domain/exam-words.js';
import { ShortLink } from '../frame.js';
import { STATES, Tag } from '../sitting/columns.js';
import { sittingPath } from '../sitting/tabs.js';
import { ORGANISING, SITTINGS } from '../sittings/page.js';
import { W } from '../words.js';
import { Versions } from './versions.js';

export const entryPath = (id: string, more = ''): string => `${SITTINGS}/entries/${id}${more}`;

/** Everything recorded about one candidate of an exam. */
export function EntryPage({ view, shown }: { view: View; shown: ShownEntry }): VNode {
  const { t, lang } = view;
  const { entry, sitting, parts, facts, marks, codes, mayRegister, mayAnnul } = shown;
  const title = `${entry.given} ${entry.family}`;
  const partName = (number: number) => {
    const part = parts.find((one) => one.number === number);
    return part ? `${number}. ${lang === 'lv' ? part.nameLv : part.nameEn}` : String(number);
  };
  const live = entry.state !== 'withdrawn';
  return (
    <Page {...view.frame} title={title} width="work" breadcrumbs={[{ text: ORGANISING }, { text: W.sittings, href: SITTINGS }, { text: examName(sitting), href: sittingPath(sitting.id) }, { text: title }]}>
      <h1>{title}</h1>
      <SummaryList
        lang={lang}
        items={[
          { key: W.exam, value: t(examName(sitting)) },
          { key: TERM, value: `${t(TERM_WORDS[entry.term])}, ${readableDay(sitting.heldOn)} ${sitting.startsAt}` },
          { key: W.institution, value: sitting.institution },
          { key: W.class, value: t(classWords(entry)) },
          ...(entry.letBy ? [{ key: W.letBy, value: entry.letBy }] : []),
          { key: W.state, value: <><Tag view={view} cell={STATES[entry.state]} />{entry.withdrawnWhy && ` ${entry.withdrawnWhy}`}</> },
          { key: ORIGIN, value: entry.appliedOn ? `${t(BY_APPLICATION)} ${readableDay(entry.appliedOn)}` : t(BY_SCHOOL) },
          { key: W.candidateCode, value: entry.candidateCode ?? '–' },
          { key: W.room, value: entry.room ? `${entry.room}, ${t(W.seat).toLowerCase()} ${entry.seat}` : '–' },
          ...(entry.firstEntryId ? [{ key: FIRST, value: <a href={entryPath(entry.firstEntryId)}>{t(TERM_WORDS.main)}</a> }] : []),
        ]}
      />
      {live && (mayRegister || mayAnnul) && (
        <ButtonRow>
          {mayRegister && (['exempt', 'replaced', 'extra-term', 'support'] as const).filter((kind) => kind !== 'extra-term' || entry.term === 'main').map((kind) => (
            <ButtonLink key={kind} href={entryPath(entry.id, `/facts/${kind}`)} variant="secondary">{t(FACT_WORDS[kind === 'extra-term' ? 'extra term' : kind])}</ButtonLink>
          ))}
          {mayAnnul && <ButtonLink href={entryPath(entry.id, '/annul')} variant="danger">{t(ANNUL)}</ButtonLink>}
          {mayRegister && <ButtonLink href={entryPath(entry.id, '/withdraw')} variant="quiet">{t(TAKE_OFF)}</ButtonLink>}
        </ButtonRow>
      )}
      <h2>{t(FACTS)}</h2>
      <DataTable
        lang={lang}
        caption={FACTS}
        captionHidden
        rows={facts}
        rowKey={(fact) => fact.id}
        empty={{ title: NO_FACTS, hint: NO_FACTS_HINT }}
        columns={[
          { key: 'kind', header: KIND, rowHeader: true, cell: (fact) => t(FACT_WORDS[fact.kind]) },
          { key: 'ground', header: GROUND, cell: (fact) => <>{lang === 'lv' ? fact.groundLv : fact.groundEn}{fact.cefrLevel && `, ${fact.cefrLevel}`}{fact.remark && `. ${fact.remark}`}</> },
          { key: 'parts', header: W.parts, cell: (fact) => (fact.parts ? fact.parts.map(partName).join('; ') : t(WHOLE)) },
          { key: 'document', header: DOCUMENT, cell: (fact) => `${fact.documentNr}, ${readableDay(fact.documentDate)}` },
          { key: 'period', header: PERIOD, cell: (fact) => readablePeriod({ from: fact.validFrom, to: fact.validTo }, lang) },
          {
            key: 'state', header: W.state,
            cell: (fact) =>
              fact.supersededAt ? <><StatusTag tone="ended">{t(TAKEN_BACK)}</StatusTag> {instant(fact.supersededAt)}: {fact.supersededWhy}</>
                : mayRegister && (fact.kind !== 'annulled' || mayAnnul) ? <ShortLink href={`${SITTINGS}/facts/${fact.id}/take-back`} text={t(TAKE_BACK)} about={t(FACT_WORDS[fact.kind])} /> : <StatusTag tone="success">{t(HOLDS)}</StatusTag>,
          },
        ]}
      />
      <h2>{t(PARTICIPATION)}</h2>
      <DataTable
        lang={lang}
        caption={PARTICIPATION}
        captionHidden
        rows={parts}
        rowKey={(part) => String(part.number)}
        columns={[
          { key: 'part', header: W.part, rowHeader: true, cell: (part) => partName(part.number) },
          { key: 'mark', header: MARK, cell: (part) => t(markWords(marks.find((one) => one.part === part.number)?.mark)) },
          { key: 'work', header: WORK, cell: (part) => t(marks.find((one) => one.part === part.number)?.hasWork ? YES : NONE) },
        ]}
      />
      <Versions view={view} shown={shown} />
      {codes.length > 1 && (
        <>
          <h2>{t(CODES)}</h2>
          <p>{t(CODES_HINT)}</p>
          <DataTable
            lang={lang}
            caption={CODES}
            captionHidden
            rows={codes}
            rowKey={(one) => one.code}
            columns={[
              { key: 'code', header: W.candidateCode, rowHeader: true, cell: (one) => one.code },
              { key: 'institution', header: W.institution, cell: (one) => one.institution },
              { key: 'period', header: PERIOD, cell: (one) => readablePeriod({ from: one.validFrom, to: one.validTo }, lang) },
            ]}
          />
        </>
      )}
    </Page>
  );
}

const markWords = (mark: keyof typeof MARK_WORDS | undefined): Text => (mark ? MARK_WORDS[mark] : { lv: 'Nav atzīmēts', en: 'Not marked' });

const TERM: Text = { lv: 'Termiņš', en: 'Term' };
const ORIGIN: Text = { lv: 'Kā reģistrēts', en: 'How registered' };
const BY_APPLICATION: Text = { lv: 'pēc pieteikuma', en: 'by application of' };
const BY_SCHOOL: Text = { lv: 'reģistrēja skola', en: 'by the school' };
const FIRST: Text = { lv: 'Pirmais pieteikums', en: 'First entry' };
const ANNUL: Text = { lv: 'Anulēt pārbaudījumu', en: 'Annul the exam' };
const TAKE_OFF: Text = { lv: 'Svītrot no saraksta', en: 'Take off the list' };
const FACTS: Text = { lv: 'Atbrīvojumi, dokumenti, atbalsts', en: 'Exemptions, documents, support' };
const NO_FACTS: Text = { lv: 'Nekas nav ierakstīts', en: 'Nothing is recorded' };
const NO_FACTS_HINT: Text = { lv: 'Atbrīvojumu, starptautisku dokumentu, papildtermiņu vai atbalstu ieraksta ar pogām augstāk.', en: 'An exemption, an international document, the extra term or support is recorded by the buttons above.' };
const KIND: Text = { lv: 'Kas', en: 'What' };
const GROUND: Text = { lv: 'Pamats', en: 'Ground' };
const WHOLE: Text = { lv: 'viss pārbaudījums', en: 'the whole exam' };
const DOCUMENT: Text = { lv: 'Dokuments', en: 'Document' };
const PERIOD: Text = { lv: 'Spēkā', en: 'Holds' };
const TAKEN_BACK: Text = { lv: 'atsaukts', en: 'taken back' };
export const TAKE_BACK: Text = { lv: 'Atsaukt', en: 'Take back' };
const HOLDS: Text = { lv: 'spēkā', en: 'holds' };
const PARTICIPATION: Text = { lv: 'Dalība', en: 'Participation' };
const MARK: Text = { lv: 'Piedalījās', en: 'Took part' };
const WORK: Text = { lv: 'Darbs', en: 'Work' };
const YES: Text = { lv: 'ir', en: 'handed in' };
const NONE: Text = { lv: 'nav', en: 'none' };
const CODES: Text = { lv: 'Kārtotāja kodi', en: 'Candidate codes' };
const CODES_HINT: Text = { lv: 'Vienam cilvēkam var būt vairāki kodi: katra iestāde dod savu.', en: 'One person may have several codes: each institution gives its own.' };
