import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { ButtonLink, ButtonRow } from '#ui/form/button.js';
import { PostButton } from '#ui/form/post-button.js';
import { instant } from '#ui/format.js';
import { Notice } from '#ui/notice.js';
import { SummaryList, type SummaryItem } from '#ui/summary-list.js';
import type { View } from '#web/view.js';
import type { ShownConnection } from '../../actions/connections.js';
import { WORDS } from './words.js';

/** New settings of a connection in use: what differs can be read, tried, put in force or given up; until then the present ones serve. */
export function WaitingSettings({ view: { lang, t, csrf }, path, waiting, facts }: { view: View; path: string; waiting: ShownConnection; facts: readonly SummaryItem[] }): VNode {
  const tried = waiting.workedAt !== null;
  return (
    <>
      <h2>{t(TITLE)}</h2>
      <Notice lang={lang} tone="warning" title={NOT_IN_FORCE}>
        <p>{t(tried ? PUT_THEM : TRY_THEM)}</p>
      </Notice>
      <SummaryList lang={lang} items={[{ key: WORDS.title, value: waiting.title }, { key: WORDS.since, value: instant(waiting.recordedAt) }, { key: WORDS.worked, value: waiting.workedAt ? instant(waiting.workedAt) : t(NOT_YET) }, ...facts]} />
      <ButtonRow>
        <PostButton action={`${path}/try`} csrf={csrf} variant={tried ? 'secondary' : 'primary'}>
          {t(TRY)}
        </PostButton>
        {tried && (
          <PostButton action={`${path}/put-in-force`} csrf={csrf} variant="primary">
            {t(PUT)}
          </PostButton>
        )}
        <ButtonLink href={`${path}/change`} variant="secondary">
          {t(EDIT)}
        </ButtonLink>
        <PostButton action={`${path}/give-up`} csrf={csrf}>
          {t(GIVE_UP)}
        </PostButton>
      </ButtonRow>
    </>
  );
}

const TITLE: Text = { lv: 'Jaunie iestatījumi', en: 'New settings' };
const NOT_IN_FORCE: Text = { lv: 'Vēl nav spēkā: pierakstīšanās notiek ar līdzšinējiem iestatījumiem.', en: 'Not in force yet: people sign in by the present settings.' };
const TRY_THEM: Text = { lv: 'Izmēģiniet jaunos iestatījumus. Spēkā tie var stāties, kad izmēģinājums izdosies.', en: 'Try the new settings. They can be put in force once trying them goes well.' };
const PUT_THEM: Text = { lv: 'Izmēģinājums izdevās. Kad iestatījumi stāsies spēkā, ar tiem pierakstīsies visi.', en: 'Trying them went well. Once they are in force everybody signs in by them.' };
const NOT_YET: Text = { lv: 'vēl nav izdevies', en: 'not successfully yet' };
const TRY: Text = { lv: 'Izmēģināt jaunos', en: 'Try the new ones' };
const PUT: Text = { lv: 'Likt spēkā', en: 'Put in force' };
const EDIT: Text = { lv: 'Labot jaunos', en: 'Edit the new ones' };
const GIVE_UP: Text = { lv: 'Atmest jaunos', en: 'Give the new ones up' };
