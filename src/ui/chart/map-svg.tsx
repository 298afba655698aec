import type { VNode } from 'preact';
import type { Lang } from '#kernel/text.js';
import { type Words, wordsIn } from '../words.js';
import { Figure } from './figure.js';
import { Legend } from './legend.js';
import type { Tone } from './tone.js';

export interface MapArea {
  readonly id: string;
  /** SVG path data in the map's own units. */
  readonly path: string;
  readonly title: Words;
  readonly href?: string | undefined;
  readonly tone?: Tone | undefined;
  /** A name written on the map, at its place; in small letters where many stand close. */
  readonly label?: { readonly x: number; readonly y: number; readonly text: Words; readonly small?: boolean } | undefined;
}

/** A line over the areas: a boundary that is not exact, or one to look at. */
export interface MapLine {
  readonly path: string;
  readonly kind: 'approximate' | 'strong';
}

export interface MapSvgProps {
  readonly lang: Lang;
  readonly title: Words;
  readonly viewBox: string;
  readonly areas: readonly MapArea[];
  readonly lines?: readonly MapLine[] | undefined;
  readonly legend?: readonly { readonly tone: Tone; readonly label: Words }[] | undefined;
  /** How exact the map is and where it comes from. */
  readonly note?: Words | undefined;
}

/** A map whose areas are links with names, for mouse, keys and screen reader; below it the same as a list. */
export const MapSvg = ({ lang, title, viewBox, areas, lines = [], legend = [], note }: MapSvgProps): VNode => (
  <Figure lang={lang} title={title} asText={<AreaList lang={lang} areas={areas} />}>
    <a class="skip-map" href="#after-map">
      {SKIP[lang]}
    </a>
    <svg class="map" viewBox={viewBox} role="group" aria-label={wordsIn(lang, title)}>
      {areas.map((area) => (
        <Area key={area.id} lang={lang} area={area} corner={cornerOf(viewBox)} />
      ))}
      <g aria-hidden="true">
        {lines.map(({ path, kind }, index) => (
          <path key={index} class={`map-line map-line-${kind}`} d={path} />
        ))}
        {areas.map(({ id, label }) => label && (
          <text key={id} class={label.small ? 'map-label map-label-small' : 'map-label'} x={label.x} y={label.y} text-anchor="middle">
            {wordsIn(lang, label.text)}
          </text>
        ))}
      </g>
    </svg>
    <div id="after-map" tabindex={-1}>
      {legend.length > 0 && <Legend lang={lang} items={legend} />}
      {note !== undefined && <p class="hint">{wordsIn(lang, note)}</p>}
    </div>
  </Figure>
);

/** An area that is pointed at or has the focus is named in the corner: those after it would lie over a name beside it. */
function Area({ lang, area: { path, title, href, tone = 'faded' }, corner }: { lang: Lang; area: MapArea; corner: Corner }): VNode {
  const name = wordsIn(lang, title);
  const shape = (
    <path class={`area tone ${tone}`} d={path}>
      <title>{name}</title>
    </path>
  );
  return href === undefined ? shape : (
    <a href={href} aria-label={name}>
      {shape}
      <text class="map-name" x={corner.x} y={corner.y} dy="1em" aria-hidden="true">
        {name}
      </text>
    </a>
  );
}

const AreaList = ({ lang, areas }: Pick<MapSvgProps, 'lang' | 'areas'>): VNode => (
  <ul class="area-list">
    {areas.map(({ id, title, href }) => (
      <li key={id}>{href === undefined ? wordsIn(lang, title) : <a href={href}>{wordsIn(lang, title)}</a>}</li>
    ))}
  </ul>
);

interface Corner {
  readonly x: number;
  readonly y: number;
}

function cornerOf(viewBox: string): Corner {
  const [x = 0, y = 0] = viewBox.split(/[\s,]+/).map(Number);
  return { x, y };
}

const SKIP = { lv: 'Izlaist karti', en: 'Skip the map' };
