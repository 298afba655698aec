import type { VNode } from 'preact';
import { addDays, type IsoDate, readableDay } from '#kernel/iso-date.js';
import { fill, type Text } from '#kernel/text.js';
import { FlowDiagram } from '#ui/chart/flow-diagram.js';
import { MapSvg } from '#ui/chart/map-svg.js';
import type { Tone } from '#ui/chart/tone.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import { SideBySide } from '#ui/side-by-side.js';
import type { View } from '#web/view.js';
import type { MapPaths } from '../../domain/map-paths.js';
import type { ReformStory } from '../../domain/reform-story.js';
import type { UnitVersion } from '../../domain/unit.js';
import { TEXTS } from '../../texts.js';
import { approximateIn, titleOf } from '../map/picture.js';

interface ReformOnMap {
  readonly day: IsoDate;
  readonly story: ReformStory;
  readonly before: MapPaths;
  readonly after: MapPaths;
  readonly view: View;
}

/** A reform in pictures: the map before and after, and what merged into what. */
export function ReformOnMapPage({ day: effective, story, before, after, view }: ReformOnMap): VNode {
  const { t, lang } = view;
  const tones = tonesOf(story);
  const side = (title: Text, on: IsoDate, paths: MapPaths) => (
    <MapSvg
      lang={lang}
      title={`${t(title)}: ${readableDay(on)}`}
      viewBox={paths.viewBox}
      areas={paths.units.map((unit) => ({ id: unit.atvk, path: unit.d, title: titleOf(unit, view), href: `/territories/${unit.atvk}`, tone: tones.get(unit.atvk) ?? 'faded' }))}
      {...approximateIn(paths)}
    />
  );
  return (
    <Page {...view.frame} title={`${t(TEXTS.reforms)}: ${readableDay(effective)}`} width="work" breadcrumbs={[{ href: `/territories?on=${effective}`, text: TEXTS.map }]}>
      <h1>{`${t(TEXTS.reforms)}: ${readableDay(effective)}`}</h1>
      <Lead>{t(story.summary)}</Lead>
      <p>{t(TEXTS.tones)}</p>
      <SideBySide>
        {side(TEXTS.before, addDays(effective, -1), before)}
        {side(TEXTS.after, effective, after)}
      </SideBySide>
      <h2>{t(TEXTS.whatMerged)}</h2>
      <p>{t(TEXTS.changedOnly)}</p>
      <FlowDiagram
        lang={lang}
        title={fill(TEXTS.eveAndDay, { eve: readableDay(addDays(effective, -1)), day: readableDay(effective) })}
        left={TEXTS.old}
        right={TEXTS.new}
        flows={story.groups
          .filter((group) => group.kind !== 'renewed')
          .flatMap((group) => group.from.map((kin) => ({ from: endOf(kin.unit), to: endOf(group.unit), ...(kin.parts.length > 0 && { note: kin.parts.join(', ') }) })))}
      />
    </Page>
  );
}

const TONES: readonly Tone[] = ['series-1', 'series-2', 'series-3', 'series-4', 'series-5', 'series-6'];

/** One tone for each new unit and all it was made of, so that the eye finds the pieces on the old map. */
function tonesOf(story: ReformStory): Map<string, Tone> {
  const changed = story.groups.filter((group) => group.kind !== 'renewed');
  return new Map(changed.flatMap(({ unit, from }, at) => [unit.atvk, ...from.map((kin) => kin.unit.atvk)].map((atvk) => [atvk, TONES[at % TONES.length]!] as const)));
}

const endOf = (unit: UnitVersion) => ({ id: unit.atvk, label: unit.name, href: `/territories/${unit.atvk}` });
