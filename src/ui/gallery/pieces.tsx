import type { VNode } from 'preact';
import type { Lang } from '#kernel/text.js';
import { CardGrid } from '../card-grid.js';
import { Details } from '../details.js';
import { Dialog } from '../dialog.js';
import { EmptyState } from '../empty-state.js';
import { Button, ButtonLink, ButtonRow, PrintButton } from '../form/button.js';
import { number } from '../format.js';
import { PostButton } from '../form/post-button.js';
import { Notice } from '../notice.js';
import { Paragraphs } from '../paragraphs.js';
import { Progress } from '../progress.js';
import { SideBySide } from '../side-by-side.js';
import { StatTiles } from '../stat-tiles.js';
import { StatusTag } from '../status-tag.js';
import { Tabs } from '../tabs.js';

export const Pieces = ({ lang }: { lang: Lang }): VNode => {
  const t = (lv: string, en: string) => (lang === 'lv' ? lv : en);
  return (
    <>
      <StatTiles
        lang={lang}
        tiles={[
          { value: number(43, lang), label: { lv: 'pašvaldības', en: 'municipalities' }, detail: { lv: 'pirms reformas 119', en: '119 before the reform' } },
          { value: number(2713, lang), label: { lv: 'iestādes', en: 'institutions' }, href: '#institutions' },
          { value: number(1_902_417, lang), label: { lv: 'iedzīvotāji', en: 'residents' } },
        ]}
      />
      <CardGrid
        lang={lang}
        cards={[
          { href: '#territories', title: { lv: 'Teritorijas', en: 'Territories' }, text: { lv: 'Latvijas karte jebkurā dienā, kas ar ko apvienots.', en: 'The map of Latvia on any day, and what merged into what.' } },
          { href: '#institutions', title: { lv: 'Iestādes', en: 'Institutions' }, text: { lv: 'Skolas un bērnudārzi ar dibinātājiem un vēsturi.', en: 'Schools and kindergartens with founders and history.' } },
          { href: '#mine', title: { lv: 'Kas skatījies manus datus', en: 'Who looked at my data' }, text: { lv: 'Katra skatīšanās ar iemeslu un laiku.', en: 'Every look, with its reason and time.' } },
        ]}
      />
      <Tabs
        lang={lang}
        label={{ lv: 'Iestādes lapas', en: 'Pages of the institution' }}
        items={[
          { href: '#facts', text: { lv: 'Ziņas', en: 'Facts' }, current: true },
          { href: '#history', text: { lv: 'Vēsture', en: 'History' }, count: 7 },
          { href: '#rights', text: { lv: 'Tiesības', en: 'Rights' }, count: 1204 },
        ]}
      />
      <p>
        <StatusTag>{t('Melnraksts', 'Draft')}</StatusTag> <StatusTag tone="info">{t('Iesniegts', 'Submitted')}</StatusTag>{' '}
        <StatusTag tone="success">{t('Spēkā', 'In force')}</StatusTag> <StatusTag tone="warning">{t('Jāapstiprina', 'To be confirmed')}</StatusTag>{' '}
        <StatusTag tone="danger">{t('Atteikts', 'Refused')}</StatusTag> <StatusTag tone="ended">{t('Beidzies', 'Ended')}</StatusTag>
      </p>
      <Notice lang={lang} title={{ lv: 'Reforma stājas spēkā 01.07.2021.', en: 'The reform takes effect on 01.07.2021.' }}>
        <p>
          {t('Pieprasiet tiesības pārņēmējā jau tagad: ', 'Ask for rights at the successor now: ')}
          <a href="#request">{t('pieteikt tiesības', 'request rights')}</a>.
        </p>
      </Notice>
      <Notice lang={lang} tone="warning" title={{ lv: 'Divas vienības dalītas pa pagastiem.', en: 'Two units are split by parish.' }} />
      <Notice lang={lang} tone="danger" title={{ lv: 'Trīs iestādes paliktu bez dibinātāja.', en: 'Three institutions would be left without a founder.' }} />
      <Progress lang={lang} label={{ lv: 'Sagatavo pārskatu', en: 'Preparing the report' }} done={1840} total={2713} />
      <EmptyState lang={lang} title={{ lv: 'Pieteikumu vēl nav', en: 'There are no requests yet' }} hint={{ lv: 'Kad kāds pieteiks tiesības jūsu iestādē, tas parādīsies šeit.', en: 'When someone asks for rights at your institution, it appears here.' }}>
        <ButtonLink href="#invite" variant="secondary">
          {t('Uzaicināt lietotāju', 'Invite a user')}
        </ButtonLink>
      </EmptyState>
      <ButtonRow>
        <Button>{t('Saglabāt', 'Save')}</Button>
        <Button variant="secondary">{t('Izmēģināt', 'Rehearse')}</Button>
        <Button variant="danger">{t('Atsaukt tiesības', 'Revoke the rights')}</Button>
        <Button variant="quiet">{t('Atcelt', 'Cancel')}</Button>
        <PrintButton>{t('Drukāt', 'Print')}</PrintButton>
        <Dialog lang={lang} id="why-asked" trigger={{ lv: 'Kāpēc to jautā?', en: 'Why is this asked?' }} title={{ lv: 'Kāpēc vajadzīgs iemesls', en: 'Why a reason is needed' }}>
          <p>{t('Katra personas datu skatīšanās tiek reģistrēta, un persona redz tās iemeslu.', 'Every look at a person’s data is recorded, and the person sees its reason.')}</p>
        </Dialog>
      </ButtonRow>
      <ButtonRow>
        <PostButton action="#withdraw" csrf="example">
          {t('Atsaukt paziņojumu', 'Withdraw the announcement')}
        </PostButton>
      </ButtonRow>
      <SideBySide>
        <Notice lang={lang} title={{ lv: 'Pirms reformas', en: 'Before the reform' }}>
          <Paragraphs text={t('119 pašvaldības.\n\nKopsummas saskan.', '119 municipalities.\n\nThe totals agree.')} />
        </Notice>
        <Notice lang={lang} title={{ lv: 'Pēc reformas', en: 'After the reform' }}>
          <Paragraphs text={t('43 pašvaldības.\n\nKopsummas saskan.', '43 municipalities.\n\nThe totals agree.')} />
        </Notice>
      </SideBySide>
      <Details summary={t('Kā šis termiņš skaitīts', 'How this deadline was counted')}>
        <p>{t('Desmit darba dienas no 21.06.2021.; 23. un 24. jūnijs ir svētku dienas.', 'Ten working days from 21.06.2021.; 23 and 24 June are holidays.')}</p>
      </Details>
    </>
  );
};
