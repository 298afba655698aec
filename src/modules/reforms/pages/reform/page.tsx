import type { VNode } from 'preact';
import { addDays, readableDay } from '#kernel/iso-date.js';
import { fill, type Text } from '#kernel/text.js';
import { registerInstitutionsPermission } from '#modules/institutions/public.js';
import { isNowhere } from '#platform/actions/actor.js';
import { scopeOf } from '#platform/actions/permission.js';
import { ButtonLink, ButtonRow } from '#ui/form/button.js';
import { PostButton } from '#ui/form/post-button.js';
import { FlowDiagram } from '#ui/chart/flow-diagram.js';
import { duration, instant, number } from '#ui/format.js';
import { EmptyState } from '#ui/empty-state.js';
import { Lead } from '#ui/lead.js';
import { Notice } from '#ui/notice.js';
import { Page } from '#ui/page.js';
import { StatTiles } from '#ui/stat-tiles.js';
import { StatusTag } from '#ui/status-tag.js';
import { SummaryList } from '#ui/summary-list.js';
import { DataTable } from '#ui/table/data-table.js';
import type { View } from '#web/view.js';
import type { showReform } from '../../actions/read-reforms.js';
import { CORRECTION } from '../../correction-texts.js';
import { TASK_TEXTS } from '../../task-texts.js';
import { REHEARSAL_STATES, STEPS, TEXTS } from '../../texts.js';
import { Left } from '../correction/left.js';
import { namesOf } from '../names-of.js';
import { ReformState } from '../reform-state.js';
import { comparedWith } from '../differences/route.js';
import { kindTitle, registerTitle } from '../register-words.js';
import { About, Outcome } from '../task/page.js';

type Shown = Awaited<ReturnType<typeof showReform.run>> & { view: View };

/** One reform: what it is, what to do next, its rehearsals, and what happened. */
export function ReformPage(shown: Shown): VNode {
  const { reform, story, view } = shown;
  const { t, lang } = view;
  const running = shown.rehearsals.some((one) => one.state === 'waiting' || one.state === 'running');
  return (
    <Page {...view.frame} title={lang === 'lv' ? reform.titleLv : reform.titleEn} width="work" breadcrumbs={[{ href: '/reforms', text: TEXTS.reforms }]} {...(running && { refreshSeconds: 3 })}>
      <h1>{lang === 'lv' ? reform.titleLv : reform.titleEn}</h1>
      <Lead>{t(story.summary)}</Lead>
      <SummaryList
        lang={lang}
        items={[
          { key: TEXTS.effective, value: readableDay(reform.effective) },
          { key: TEXTS.legalBasis, value: reform.legalBasis },
          { key: TEXTS.state, value: <ReformState reform={reform} view={view} /> },
        ]}
      />
      <Misfits {...shown} />
      <Steps {...shown} />
      <Happened {...shown} />
      <Rehearsals {...shown} />
      <h2>{t(TEXTS.whatMerges)}</h2>
      <FlowDiagram
        lang={lang}
        title={fill(TEXTS.eveAndDay, { eve: readableDay(addDays(reform.effective, -1)), day: readableDay(reform.effective) })}
        left={TEXTS.old}
        right={TEXTS.new}
        flows={story.groups
          .filter((group) => group.kind !== 'renewed')
          .flatMap((group) => group.from.map((kin) => ({ from: { id: kin.unit.atvk, label: kin.unit.name }, to: { id: group.unit.atvk, label: group.unit.name }, ...(kin.parts.length > 0 && { note: kin.parts.join(', ') }) })))}
      />
      <Tasks {...shown} />
      <Corrections {...shown} />
      <History {...shown} />
    </Page>
  );
}

/** Why the reform cannot take place as it was written down; then all that is left is to cancel it. */
const Misfits = ({ misfits, view }: Shown): VNode | null =>
  misfits.length === 0 ? null : (
    <Notice lang={view.lang} tone="danger" title={TEXTS.doesNotFit}>
      <ul>
        {misfits.map((text) => (
          <li key={text.en}>{view.t(text)}</li>
        ))}
      </ul>
      <p>{view.t(TEXTS.doesNotFitHint)}</p>
    </Notice>
  );

function Steps({ reform, due, misfits, view }: Shown): VNode {
  const at = (step: string) => `/reforms/${reform.id}/${step}`;
  const open = reform.state === 'draft' || reform.state === 'prepared';
  const fits = misfits.length === 0;
  return (
    <ButtonRow>
      {open && fits && (
        <PostButton action={at('rehearsals')} csrf={view.csrf} variant="primary">
          {view.t(TEXTS.rehearse)}
        </PostButton>
      )}
      {reform.state === 'draft' && fits && <ButtonLink href={at('preparation')} variant="secondary">{view.t(TEXTS.prepare)}</ButtonLink>}
      {reform.state === 'prepared' && due && fits && (
        <PostButton action={at('application')} csrf={view.csrf} variant="danger">
          {view.t(TEXTS.apply)}
        </PostButton>
      )}
      {open && <ButtonLink href={at('cancellation')} variant="quiet">{view.t(TEXTS.cancel)}</ButtonLink>}
      {reform.state === 'applied' && <ButtonLink href={at('correction')} variant="secondary">{view.t(TEXTS.correct)}</ButtonLink>}
    </ButtonRow>
  );
}

function Happened({ application, rehearsals, reform, view }: Shown): VNode | null {
  if (!application) return null;
  const { t, lang } = view;
  const differences = `/reforms/${reform.id}/differences`;
  const rehearsed = rehearsals.find((one) => one.id === application.rehearsalId);
  const verdict = application.difference > 0 ? [TEXTS.dataChanged] : rehearsed?.fingerprint && rehearsed.fingerprint === application.fingerprint ? [TEXTS.sameRows] : [];
  return (
    <>
      <h2>{t(TEXTS.happened)}</h2>
      <StatTiles
        lang={lang}
        tiles={[
          { value: number(application.foreseen, lang), label: TEXTS.foreseen },
          { value: number(application.happened, lang), label: TEXTS.didHappen, href: `/reforms/${reform.id}/changes` },
          ...(application.rehearsalId === null ? [] : [{ value: number(application.difference, lang), label: TEXTS.difference, href: differences }]),
        ]}
      />
      <p>{`${t(TEXTS.appliedAt)}: ${instant(application.appliedAt)}`}</p>
      <p>{[application.rehearsalId === null ? TEXTS.neverRehearsed : comparedWith(application), ...verdict].map(t).join(' ')}</p>
      <SeeChanges view={view} href={`/reforms/${reform.id}/changes`} text={TEXTS.seeHappened} />
      {application.difference > 0 && <SeeChanges view={view} href={differences} text={fill(TEXTS.seeDifference, { n: number(application.difference, lang) })} />}
    </>
  );
}

function Rehearsals({ rehearsals, reform, view }: Shown): VNode | null {
  const { t, lang } = view;
  if (rehearsals.length === 0) return reform.state === 'applied' ? null : <EmptyState lang={lang} title={TEXTS.noRehearsals} hint={TEXTS.noRehearsalsHint} />;
  const changesOf = (id: string) => `/reforms/${reform.id}/changes?rehearsalId=${id}`;
  const newest = rehearsals.find((one) => one.state === 'done');
  return (
    <>
      {newest && <SeeChanges view={view} href={changesOf(newest.id)} text={fill(TEXTS.seeNewest, { n: number(newest.changes ?? 0, lang) })} />}
      <DataTable
        lang={lang}
        caption={TEXTS.rehearsals}
        rows={rehearsals}
        rowKey={(one) => one.id}
        columns={[
          { key: 'asked', header: TEXTS.askedAt, rowHeader: true, cell: (one) => instant(one.askedAt) },
          { key: 'by', header: TEXTS.askedBy, cell: (one) => one.askedBy },
          { key: 'state', header: TEXTS.state, cell: (one) => <StatusTag tone={one.state === 'done' ? 'success' : one.state === 'failed' ? 'danger' : 'info'}>{`${t(REHEARSAL_STATES[one.state])}${one.step ? `: ${t(registerTitle(one.step))}` : ''}`}</StatusTag> },
          { key: 'took', header: TEXTS.took, number: true, cell: (one) => (one.startedAt && one.finishedAt ? duration(one.finishedAt.getTime() - one.startedAt.getTime(), lang) : '') },
          { key: 'changes', header: TEXTS.changes, number: true, cell: (one) => (one.changes === null ? '' : number(one.changes, lang)) },
          { key: 'see', header: TEXTS.result, cell: (one) => (one.state === 'done' ? <a href={changesOf(one.id)}>{t(TEXTS.seeChanges)}<span class="visually-hidden">{` ${instant(one.askedAt)}`}</span></a> : '') },
        ]}
      />
    </>
  );
}

const SeeChanges = ({ view, href, text }: { view: View; href: string; text: Text }): VNode => (
  <ButtonRow>
    <ButtonLink href={href} variant="secondary">
      {view.t(text)}
    </ButtonLink>
  </ButtonRow>
);

/** Who prepared or cancelled the reform, and why. */
function History({ steps, view }: Shown): VNode | null {
  if (steps.length === 0) return null;
  return (
    <>
      <h2>{view.t(TEXTS.history)}</h2>
      <ul>
        {steps.map((step) => (
          <li key={step.id}>
            {`${instant(step.takenAt)} ${view.t(STEPS[step.what])} – ${step.takenBy}`}
            {step.reason && `. ${view.t(TEXTS.why)}: ${step.reason}`}
          </li>
        ))}
      </ul>
    </>
  );
}

function Tasks({ tasks, openTasks, reform, application, view }: Shown): VNode | null {
  if (!application) return null;
  const { t, lang } = view;
  return (
    <>
      <h2>{t(TEXTS.tasks)}</h2>
      {tasks.length === 0 && <EmptyState lang={lang} title={TEXTS.noTasks} />}
      {tasks.length > 0 && <p>{t(fill(openTasks > tasks.length ? TEXTS.firstTasks : TEXTS.openTasks, { n: number(openTasks, lang), shown: number(tasks.length, lang) }))}</p>}
      {!isNowhere(scopeOf(view.actor, registerInstitutionsPermission)) && tasks.some(({ kind }) => kind === 'actual-founder' || kind === 'coming-founder') && (
        <p>
          <a href="/institutions/founder-gaps">{t(TASK_TEXTS.founderGaps)}</a>
        </p>
      )}
      <ul class="plain-list">
        {tasks.map((task) => (
          <li key={task.id}>
            <p>{`${t(kindTitle(task))}: `}<About task={task} view={view} />{` – ${task.before}${task.count > 1 ? ` (${number(task.count, lang)})` : ''}`}</p>
            {task.decidedAt ? (
              <p>{`${t(TEXTS.decision)}: `}<Outcome task={task} view={view} /></p>
            ) : (
              <a href={`/reforms/${reform.id}/tasks/${task.id}`}>{t(TEXTS.decide)}<span class="visually-hidden">{` ${t(namesOf(task))}`}</span></a>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

/** What was believed and what is right, by whom, when and why; then what the corrections left to a person. */
function Corrections({ corrections, left, view }: Shown): VNode | null {
  if (corrections.length === 0) return null;
  const { t, lang } = view;
  return (
    <>
      <h2>{t(TEXTS.corrections)}</h2>
      <ul>
        {corrections.map((one) => (
          <li key={one.id}>
            {`${one.from} (${one.fromAtvk}) → ${one.to} (${one.toAtvk})${one.parts.length > 0 ? `: ${one.parts.join(', ')}` : ''} – ${t(one.supersededAt ? TEXTS.believed : TEXTS.now)}, ${one.recordedBy}, ${instant(one.recordedAt)}`}
            {one.reason && ` (${one.reason})`}
          </li>
        ))}
      </ul>
      <h3>{t(fill(CORRECTION.leftAfter, { n: number(left.length, lang) }))}</h3>
      <Left left={left} view={view} />
    </>
  );
}
