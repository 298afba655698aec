import { z } from 'zod';
import { firstSchools, getSchool, schoolScope } from '#modules/education/public.js';
import { invalid, NotFound } from '#kernel/errors.js';
import type { Text } from '#kernel/text.js';
import { type ActionContext, NOT_PERSONAL, readAction, writeAction } from '#platform/actions/action.js';
import { mayEnter } from '#platform/http/inner-address.js';
import { seal } from '#platform/secrets/sealed-box.js';
import { failureOf } from '../../domain/oneroster/pull-failure.js';
import { pullResults } from '../../jobs/pull-results.js';
import { fetchResults } from '../../permissions.js';
import { serverBounds } from '../../server-bounds.js';
import { listBindingsOf } from '../../store/journal-schools.js';
import { endServer, findPullUnderWay, findServer, finishPull, insertServer, listLastPulls, listServers, lockPull, type PullRow, type ServerRow } from '../../store/oneroster/pulls.js';
import { whyNotTaken } from '../sender.js';
import { SECRET_PURPOSE } from './ask-for-pull.js';
import { newPull } from './pull-steps.js';

export type LastPull = PullRow;

export interface ShownServers {
  readonly servers: readonly { readonly server: Omit<ServerRow, 'sealedSecret'>; readonly last: PullRow | null }[];
  readonly only: string | null;
}

/** The servers of e-journals from which results of the actor's institutions are fetched. */
export const showServers = readAction({
  name: 'intake.show-oneroster-servers',
  title: { lv: 'Apskatīti pieslēgtie e-žurnālu serveri', en: 'Connected servers of e-journals shown' },
  permission: fetchResults,
  input: z.object({}),
  audit: NOT_PERSONAL,
  async run(context): Promise<ShownServers> {
    const scope = await schoolScope(context);
    const servers = await listServers(context.tx, scope);
    const last = new Map((await listLastPulls(context.tx, servers.map(({ id }) => id))).map((pull) => [pull.serverId, pull]));
    const [first, second] = await firstSchools(context.tx, scope, 2);
    return { servers: servers.map(({ sealedSecret: _kept, ...server }) => ({ server, last: last.get(server.id) ?? null })), only: first && !second ? first.regNr : null };
  },
});

const Address = z.url({ protocol: /^https?$/ }).max(500);

/** Connects the server of an e-journal that the school has confirmed. The secret is kept encrypted and never shown again. */
export const connectServer = writeAction({
  name: 'intake.connect-oneroster-server',
  title: { lv: 'Pieslēgts e-žurnāla OneRoster serveris', en: 'OneRoster server of an e-journal connected' },
  permission: fetchResults,
  asksFreshProof: true,
  input: z.object({ regNr: z.string(), journal: z.string().trim().min(1), serviceUrl: Address, tokenUrl: Address, clientId: z.string().trim().min(1).max(200), secret: z.string().min(8).max(500) }),
  async run(context, { regNr, journal: code, serviceUrl, tokenUrl, clientId, secret }): Promise<null> {
    const { tx, actor, now, installation } = context;
    const school = await getSchool(context, regNr);
    const journal = (await listBindingsOf(tx, school.id)).find((one) => one.code === code && one.state === 'registered' && (one.validTo === null || one.validTo > context.today));
    if (!journal) throw invalid('journal', NOT_CONFIRMED);
    for (const [field, address] of [['serviceUrl', serviceUrl], ['tokenUrl', tokenUrl]] as const) {
      if (installation.production && !address.startsWith('https://')) throw invalid(field, HTTPS);
      if (!mayEnter(address, serverBounds(installation))) throw invalid(field, INNER);
    }
    await insertServer(tx, { institutionId: school.id, journalId: journal.journalId, serviceUrl, tokenUrl, clientId, sealedSecret: seal(installation.keyFor(SECRET_PURPOSE), secret) }, actor.id ?? actor.name, now);
    return null;
  },
  audit: ({ input }) => ({ facts: { institution: input.regNr, journal: input.journal, host: new URL(input.serviceUrl).host } }),
});

/** Nothing more is fetched from it; a fetch under way ends, and what it held is deleted. */
export const disconnectServer = writeAction({
  name: 'intake.disconnect-oneroster-server',
  title: { lv: 'Atslēgts e-žurnāla OneRoster serveris', en: 'OneRoster server of an e-journal disconnected' },
  permission: fetchResults,
  input: z.object({ id: z.uuid() }),
  async run(context, { id }): Promise<null> {
    await getServer(context, id);
    const underWay = await findPullUnderWay(context.tx, id);
    // Locked first: the fetch may just be handing over what it has.
    const pull = underWay && (await lockPull(context.tx, underWay.id));
    if (pull?.state === 'working') await finishPull(context.tx, pull.id, { state: 'failed', batchIds: [], withdrawn: 0, failure: failureOf('disconnected') }, context.now);
    await endServer(context.tx, id, context.actor.id ?? context.actor.name, context.now);
    return null;
  },
  audit: ({ input }) => ({ facts: { server: input.id } }),
});

/** Begins to fetch what changed since the last time; one that is under way goes on. */
export const startPull = writeAction({
  name: 'intake.start-oneroster-pull',
  title: { lv: 'Sākta vērtējumu ielasīšana no e-žurnāla', en: 'Fetching of marks from an e-journal begun' },
  permission: fetchResults,
  input: z.object({ id: z.uuid() }),
  async run(context, { id }): Promise<{ pullId: string }> {
    const server = await getServer(context, id);
    const refusal = await whyNotTaken(context, server.journalId, server.institutionId);
    if (refusal) throw refusal;
    const underWay = await findPullUnderWay(context.tx, server.id);
    const pullId = underWay?.id ?? (await newPull(context, server.id));
    await context.enqueue(pullResults, { pullId });
    return { pullId };
  },
  audit: ({ input, output }) => ({ facts: { server: input.id, pull: output.pullId } }),
});

async function getServer(context: Pick<ActionContext, 'tx' | 'scope' | 'today' | 'actor'>, id: string): Promise<ServerRow> {
  const server = await findServer(context.tx, id, await schoolScope(context));
  if (!server) throw new NotFound('no-such-server', NO_SERVER);
  return server;
}

export const SERVER_CONSTRAINTS: Readonly<Record<string, Text>> = {
  one_server_of_a_journal_in_a_school: { lv: 'Šī e-žurnāla serveris iestādei jau ir pieslēgts. Vispirms atslēdziet to.', en: 'A server of this e-journal is connected already. Disconnect it first.' },
  one_pull_of_a_server_at_a_time: { lv: 'Ielasīšana jau notiek.', en: 'Fetching is under way already.' },
};

const NO_SERVER: Text = { lv: 'Tāda servera nav jūsu iestādēs.', en: 'There is no such server in your institutions.' };
const NOT_CONFIRMED: Text = { lv: 'Iestāde tādu e-žurnālu nav apstiprinājusi. Vispirms apstipriniet to sadaļā “Iestādes un to e-žurnāli”.', en: 'The institution has not confirmed such an e-journal. Confirm it first under “Institutions and their e-journals”.' };
const INNER: Text = {
  lv: 'Šī adrese nav sasniedzama no interneta. Norādiet e-žurnāla servera adresi, ko devis tā uzturētājs. Iekšējos tīklos esošus serverus atļauj Vienkopus uzturētājs.',
  en: 'This address cannot be reached from the internet. Give the address of the e-journal’s server as whoever runs it told you. Servers in inner networks are allowed by whoever runs Vienkopus.',
};
const HTTPS: Text = { lv: 'Adresei jāsākas ar https://.', en: 'The address must begin with https://.' };
