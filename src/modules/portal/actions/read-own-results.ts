import { Forbidden } from '#kernel/errors.js';
import { type OwnResult, resultsOfPerson } from '#modules/exams/public.js';
import { readAction } from '#platform/actions/action.js';
import { SIGNED_IN } from '#platform/actions/permission.js';
import { rememberReasons } from '#platform/audit/reason-words.js';
import { monthsBefore } from '../domain/shown-since.js';
import { NO_PERSON } from '../texts.js';
import { numbersNow } from './numbers.js';
import { refuseElsewhere, SenderInput } from './sender.js';

/** Why a person's own results are read here; the log says it with each look. */
export const OWN_REQUEST = 'own-results';
rememberReasons({ [OWN_REQUEST]: { lv: 'Pati persona rezultātu portālā', en: 'The person themselves, on the results portal' } });

/** One's own results and since when they are shown. */
export interface OwnResults {
  readonly personId: string;
  readonly results: readonly OwnResult[];
  readonly months: number;
  readonly since: Date;
}

/** A person's own results that are published, for some months; from anywhere else than the open countries it is refused whoever asks. */
export const readOwnResults = readAction({
  name: 'portal.read-own-results',
  title: { lv: 'Apskatīti savi pārbaudījumu rezultāti rezultātu portālā', en: 'Own exam results looked at on the results portal' },
  permission: SIGNED_IN,
  input: SenderInput,
  reasonNeeded: true,
  async run(context, sender): Promise<OwnResults> {
    await refuseElsewhere(context, sender);
    const { tx, actor, now } = context;
    if (actor.personId === null) throw new Forbidden('no-person', NO_PERSON);
    const months = (await numbersNow(context))['visible-months'];
    const since = monthsBefore(now, months);
    return { personId: actor.personId, results: await resultsOfPerson(tx, actor.personId, now, since), months, since };
  },
  audit: ({ output }) => ({ subjects: [output.personId], facts: { shown: output.results.length } }),
});
