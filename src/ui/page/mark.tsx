import type { VNode } from 'preact';

const STRANDS = ['M3 4C19 4 17 16 33 16', 'M3 12C17 12 21 16 33 16', 'M3 20C17 20 21 16 33 16', 'M3 28C19 28 17 16 33 16'];

/** The sign of Vienkopus: four strands that become one. `alone` makes it a file of its own (the icon). */
export const Mark = ({ alone = false }: { alone?: boolean }): VNode => (
  <svg {...(alone ? { xmlns: 'http://www.w3.org/2000/svg' } : { class: 'mark', 'aria-hidden': 'true', width: 45, height: 30 })} viewBox="0 0 48 32" fill="none" stroke-linecap="round">
    {STRANDS.map((path, index) => (
      <path key={path} d={path} class={`mark-${index + 1}`} stroke={index === 1 ? '#9e3039' : '#14524a'} stroke-width="3" />
    ))}
    <path d="M32 16H44" class="mark-one" stroke="#9e3039" stroke-width="7" />
  </svg>
);
