import type { VNode } from 'preact';
import { readableDay } from '#kernel/iso-date.js';
import { readablePeriod } from '#kernel/period.js';
import type { Text } from '#kernel/text.js';
import { FlowDiagram } from '#ui/chart/flow-diagram.js';
import { Page } from '#ui/page.js';
import { SummaryList } from '#ui/summary-list.js';
import { Timeline } from '#ui/timeline.js';
import type { View } from '#web/view.js';
import type { TerritorialHistory, UnitVersion } from '../../domain/unit.js';
import { type Kin, KINDS, storyOfUnit } from '../../domain/unit-story.js';
import { TEXTS } from '../../texts.js';

/** One municipality: what it is, where it came from, what became of it, and its history. */
export function UnitPage({ unit, history, parts, view }: { unit: UnitVersion; history: TerritorialHistory; parts: readonly string[]; view: View }): VNode {
  const { t, lang } = view;
  const { predecessors, successors, timeline } = storyOfUnit(history, unit);
  const versions = history.units.filter((one) => one.unitId === unit.unitId && one.atvk !== unit.atvk);
  return (
    <Page {...view.frame} title={unit.name} breadcrumbs={[{ href: `/territories?on=${unit.validFrom}`, text: TEXTS.map }]}>
      <h1>{unit.name}</h1>
      <SummaryList
        lang={lang}
        items={[
          { key: TEXTS.code, value: unit.atvk },
          { key: TEXTS.kind, value: t(KINDS[unit.kind]) },
          { key: TEXTS.iso, value: unit.iso },
          { key: TEXTS.validity, value: readablePeriod({ from: unit.validFrom, to: unit.validTo }, lang) },
          ...(parts.length > 0 ? [{ key: TEXTS.parts, value: parts.join(', ') }] : []),
          ...(versions.length > 0 ? [{ key: TEXTS.otherVersions, value: <VersionList versions={versions} view={view} /> }] : []),
        ]}
      />
      <KinSection title={TEXTS.predecessors} none={TEXTS.noPredecessors} kin={predecessors} view={view} />
      {predecessors.length > 1 && (
        <FlowDiagram lang={lang} title={TEXTS.predecessors} left={TEXTS.old} right={TEXTS.new} flows={predecessors.map((kin) => ({ from: endOf(kin.unit), to: endOf(unit), ...noteOf(kin) }))} />
      )}
      <KinSection title={TEXTS.successors} none={TEXTS.noSuccessors} kin={successors} view={view} />
      <h2>{t(TEXTS.timeline)}</h2>
      <Timeline lang={lang} on={view.today} entries={timeline.map((event) => ({ day: event.day, title: t(event.text) }))} />
    </Page>
  );
}

const endOf = (unit: UnitVersion) => ({ id: unit.atvk, label: unit.name, href: `/territories/${unit.atvk}` });
const noteOf = ({ parts }: Kin) => (parts.length > 0 ? { note: parts.join(', ') } : {});

const VersionList = ({ versions, view }: { versions: readonly UnitVersion[]; view: View }): VNode => (
  <ul>
    {versions.map((one) => (
      <li key={one.atvk}>
        <a href={`/territories/${one.atvk}`}>{`${one.name} (${one.atvk})`}</a>
        {`, ${readablePeriod({ from: one.validFrom, to: one.validTo }, view.lang)}`}
      </li>
    ))}
  </ul>
);

const KinSection = ({ title, none, kin, view }: { title: Text; none: Text; kin: readonly Kin[]; view: View }): VNode => (
  <>
    <h2>{view.t(title)}</h2>
    {kin.length === 0 ? (
      <p>{view.t(none)}</p>
    ) : (
      <ul>
        {kin.map(({ unit, effective, parts }) => (
          <li key={unit.atvk}>
            <a href={`/territories/${unit.atvk}`}>{unit.name}</a>
            {` (${unit.atvk}), ${readableDay(effective)} – ${parts.length > 0 ? parts.join(', ') : view.t(TEXTS.wholeOf)}`}
          </li>
        ))}
      </ul>
    )}
  </>
);
