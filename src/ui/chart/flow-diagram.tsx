import type { VNode } from 'preact';
import type { Lang } from '#kernel/text.js';
import { type Words, wordsIn } from '../words.js';
import { Figure } from './figure.js';
import { bandPath, type EndPlace, layOutFlows } from './flow-layout.js';
import type { Tone } from './tone.js';

export interface FlowEnd {
  readonly id: string;
  readonly label: Words;
  readonly href?: string | undefined;
}

export interface Flow {
  readonly from: FlowEnd;
  readonly to: FlowEnd;
  /** How much goes over; the band is as thick as that. */
  readonly weight?: number | undefined;
  readonly note?: Words | undefined;
  readonly tone?: Tone | undefined;
}

export interface FlowDiagramProps {
  readonly lang: Lang;
  readonly title: Words;
  /** What stands above the two sides ("until 30.06.2021.", "from 01.07.2021."). */
  readonly left: Words;
  readonly right: Words;
  readonly flows: readonly Flow[];
}

/** Height of a row: two lines of words. */
const ROW_REM = 2.75;
const rem = (rows: number): string => `${Math.round(rows * ROW_REM * 1000) / 1000}rem`;

/** What became what: names on both sides and bands between them. */
export const FlowDiagram = ({ lang, title, left, right, flows }: FlowDiagramProps): VNode => {
  const places = layOutFlows(flows.map(({ from, to, weight }) => ({ from: from.id, to: to.id, weight })));
  const ends = new Map(flows.flatMap(({ from, to }) => [[`from ${from.id}`, from], [`to ${to.id}`, to]] as const));
  return (
    <Figure lang={lang} title={title} asText={<FlowList lang={lang} flows={flows} />}>
      <div class="flow-heads" aria-hidden="true">
        <span>{wordsIn(lang, left)}</span>
        <span>{wordsIn(lang, right)}</span>
      </div>
      <svg class="flow" width="100%" height={rem(flows.length)} role="group" aria-label={wordsIn(lang, title)}>
        <svg x="37%" width="26%" height="100%" viewBox={`0 0 100 ${flows.length}`} preserveAspectRatio="none" aria-hidden="true">
          {flows.map(({ tone = 'series-1' }, index) => (
            <path key={index} class={`band ${tone}`} d={bandPath(places.bands[index]!)} />
          ))}
        </svg>
        {places.left.map((place) => (
          <End key={place.id} lang={lang} place={place} end={ends.get(`from ${place.id}`)!} side="left" />
        ))}
        {places.right.map((place) => (
          <End key={place.id} lang={lang} place={place} end={ends.get(`to ${place.id}`)!} side="right" />
        ))}
      </svg>
    </Figure>
  );
};

const End = ({ lang, place, end, side }: { lang: Lang; place: EndPlace; end: FlowEnd; side: 'left' | 'right' }): VNode => (
  <>
    <line class="flow-edge" x1={side === 'left' ? '37%' : '63%'} x2={side === 'left' ? '37%' : '63%'} y1={rem(place.top)} y2={rem(place.top + place.thickness)} />
    <foreignObject x={side === 'left' ? '0' : '64.5%'} y={rem(place.start)} width="35.5%" height={rem(place.size)}>
      <div class={`flow-end flow-end-${side}`}>{end.href === undefined ? wordsIn(lang, end.label) : <a href={end.href}>{wordsIn(lang, end.label)}</a>}</div>
    </foreignObject>
  </>
);

const FlowList = ({ lang, flows }: Pick<FlowDiagramProps, 'lang' | 'flows'>): VNode => (
  <ul>
    {flows.map(({ from, to, note }, index) => (
      <li key={index}>
        {`${wordsIn(lang, from.label)} → ${wordsIn(lang, to.label)}`}
        {note !== undefined && ` (${wordsIn(lang, note)})`}
      </li>
    ))}
  </ul>
);
