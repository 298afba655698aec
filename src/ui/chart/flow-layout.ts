/** A band from one end to another; the ends are known by their ids. */
export interface FlowBetween {
  readonly from: string;
  readonly to: string;
  readonly weight?: number | undefined;
}

/** Where an end stands on its side, in rows: what its name takes, and within it what its bands take. */
export interface EndPlace {
  readonly id: string;
  readonly start: number;
  readonly size: number;
  readonly top: number;
  readonly thickness: number;
}

/** A band: where its upper edge leaves and arrives, and how thick it is, in rows. */
export interface BandPlace {
  readonly from: number;
  readonly to: number;
  readonly thickness: number;
}

export interface FlowLayout {
  readonly left: readonly EndPlace[];
  readonly right: readonly EndPlace[];
  /** One for each flow, in the given order. */
  readonly bands: readonly BandPlace[];
}

/** The thinnest band and what the heaviest adds to it; together less than a row, so that neighbours never touch. */
const [THIN, MORE] = [0.1, 0.55];

/**
 * Places both sides of a flow picture. Every flow takes one row on each side, so both sides are equally tall; an end
 * with several flows takes several rows, and its bands lie close together in the middle of them. Ends keep the order in
 * which they first appear, and bands of one end do not cross.
 */
export function layOutFlows(flows: readonly FlowBetween[]): FlowLayout {
  const heaviest = Math.max(...flows.map(weightOf), 0) || 1;
  const thickness = flows.map((flow) => THIN + MORE * (weightOf(flow) / heaviest));
  const [lefts, rights] = [idsOf(flows.map(({ from }) => from)), idsOf(flows.map(({ to }) => to))];
  const left = placeSide(lefts, flows.map(({ from, to }) => ({ end: from, other: rights.indexOf(to) })), thickness);
  const right = placeSide(rights, flows.map(({ from, to }) => ({ end: to, other: lefts.indexOf(from) })), thickness);
  return { left: left.ends, right: right.ends, bands: thickness.map((one, index) => ({ from: left.tops[index]!, to: right.tops[index]!, thickness: one })) };
}

const weightOf = ({ weight = 1 }: FlowBetween): number => weight;

const idsOf = (ids: readonly string[]): string[] => [...new Set(ids)];

/** One side: its ends from top to bottom, and the upper edge of every flow's band on this side. */
function placeSide(ids: readonly string[], flows: readonly { end: string; other: number }[], thickness: readonly number[]) {
  const tops: number[] = [];
  let start = 0;
  const ends = ids.map((id) => {
    const own = flows.map((flow, index) => ({ ...flow, index })).filter(({ end }) => end === id).sort((a, b) => a.other - b.other);
    const sum = own.reduce((total, { index }) => total + thickness[index]!, 0);
    const place = { id, start, size: own.length, top: start + (own.length - sum) / 2, thickness: sum };
    let top = place.top;
    for (const { index } of own) {
      tops[index] = top;
      top += thickness[index]!;
    }
    start += own.length;
    return place;
  });
  return { ends, tops };
}

/** A band's outline in a drawing 100 wide and as tall as there are rows. */
export function bandPath({ from, to, thickness }: BandPlace): string {
  const [top, end, bottom, endBottom] = [from, to, from + thickness, to + thickness].map((y) => Math.round(y * 1000) / 1000);
  return `M0 ${top}C50 ${top} 50 ${end} 100 ${end}V${endBottom}C50 ${endBottom} 50 ${bottom} 0 ${bottom}Z`;
}
