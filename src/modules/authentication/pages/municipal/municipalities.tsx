import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { Button, ButtonRow } from '#ui/form/button.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { HiddenFields } from '#ui/form/form.js';
import { SelectField } from '#ui/form/select-field.js';
import { Lead } from '#ui/lead.js';
import { Notice } from '#ui/notice.js';
import { Page } from '#ui/page.js';
import type { View } from '#web/view.js';
import type { MunicipalWays } from '../../actions/municipal-ways.js';
import { WORDS } from './words.js';

/** Whose account it is: only municipalities that let their people in by it. */
export function MunicipalitiesPage({ view, municipalities, purpose, to }: { view: View; municipalities: readonly MunicipalWays[]; purpose: string; to: string }): VNode {
  const { lang, t } = view;
  const field = fieldsOf({ lang, values: {}, errors: [] });
  return (
    <Page {...view.frame} title={t(WORDS.title)}>
      <h1>{t(WORDS.title)}</h1>
      {municipalities.length === 0 ? (
        <Notice lang={lang} title={NONE} />
      ) : (
        <>
          <Lead>{t(LEAD)}</Lead>
          <form class="form" method="get" action="/sign-in/municipal">
            <HiddenFields values={{ purpose, to }} />
            <SelectField {...field('unit')} label={WORDS.municipality} options={municipalities.map(({ unitId, name }) => ({ value: String(unitId), label: name }))} />
            <ButtonRow>
              <Button>{t(GO_ON)}</Button>
            </ButtonRow>
          </form>
        </>
      )}
      <p>
        <a href="/sign-in">{t(WORDS.otherwise)}</a>
      </p>
    </Page>
  );
}

const LEAD: Text = { lv: 'Izvēlieties pašvaldību, kurā strādājat. Šis pārlūks to atcerēsies.', en: 'Choose the municipality you work for. This browser will remember it.' };
const GO_ON: Text = { lv: 'Turpināt', en: 'Go on' };
const NONE: Text = { lv: 'Neviena pašvaldība vēl nav pieslēgusi savus kontus.', en: 'No municipality has connected its accounts yet.' };
