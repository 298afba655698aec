import type { VNode } from 'preact';
import type { Children } from '../words.js';
import { at, type Format, type Measure } from './series.js';

/** The drawing's parts as shares: words of the marks left of it, names of the places below it. */
export const PLOT = { left: 0.085, top: 0.09, width: 0.905, height: 0.8 } as const;

/** How far across, and how far down, a share of the drawing is. */
export const across = (share: number): string => at(PLOT.left + PLOT.width * share);
export const down = (share: number): string => at(PLOT.top + PLOT.height * (1 - share));

interface PlotProps {
  readonly label: string;
  readonly scale: Measure;
  readonly format: Format;
  /** Names along the bottom, each at its share of the width. */
  readonly places: readonly { readonly share: number; readonly label: string }[];
  readonly children: Children;
}

/** Marks, lines and names around standing bars or lines. Percentages place everything, so words keep their size on any screen. */
export const Plot = ({ label, scale, format, places, children }: PlotProps): VNode => (
  <svg class="plot" width="100%" height="260" role="img" aria-label={label}>
    {scale.marks.map(({ value, share }) => (
      <g key={value}>
        <line class={share === 0 ? 'axis' : 'grid'} x1={across(0)} x2="100%" y1={down(share)} y2={down(share)} />
        <text class="mark-words" x={at(PLOT.left - 0.015)} y={down(share)} dy="0.35em" text-anchor="end">
          {format(value)}
        </text>
      </g>
    ))}
    {children}
    {places.map(({ share, label: name }, index) => (
      <text key={index} class="place-words" x={across(share)} y="100%" dy="-0.35em" text-anchor="middle">
        {name}
      </text>
    ))}
  </svg>
);
