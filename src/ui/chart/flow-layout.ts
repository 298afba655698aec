/** A band from one end to another; the ends are known by their ids. */
export interface FlowBetween {
  readonly from: string;
  readonly to: string;
}

/** A stack of rows that one end takes on its side. */
export interface EndPlace {
  readonly id: string;
  readonly start: number;
  readonly size: number;
}

export interface FlowLayout {
  readonly left: readonly EndPlace[];
  readonly right: readonly EndPlace[];
  /** For each flow, in the given order, the row it leaves and the row it reaches. */
  readonly rows: readonly { readonly from: number; readonly to: number }[];
}

/**
 * Places both sides of a flow picture. Every flow takes one row on each side, so both sides are equally tall; an end
 * with several flows takes several rows. Ends keep the order in which they first appear, and bands of one end do not cross.
 */
export function layOutFlows(flows: readonly FlowBetween[]): FlowLayout {
  const [lefts, rights] = [idsOf(flows.map(({ from }) => from)), idsOf(flows.map(({ to }) => to))];
  const byLeft = orderOf(flows, (flow) => [lefts.indexOf(flow.from), rights.indexOf(flow.to)]);
  const byRight = orderOf(flows, (flow) => [rights.indexOf(flow.to), lefts.indexOf(flow.from)]);
  return {
    left: stack(lefts, flows.map(({ from }) => from)),
    right: stack(rights, flows.map(({ to }) => to)),
    rows: flows.map((flow) => ({ from: byLeft.indexOf(flow), to: byRight.indexOf(flow) })),
  };
}

const idsOf = (ids: readonly string[]): string[] => [...new Set(ids)];

const orderOf = (flows: readonly FlowBetween[], key: (flow: FlowBetween) => [number, number]): FlowBetween[] =>
  flows.toSorted((a, b) => key(a)[0] - key(b)[0] || key(a)[1] - key(b)[1]);

function stack(ids: readonly string[], all: readonly string[]): EndPlace[] {
  let start = 0;
  return ids.map((id) => {
    const place = { id, start, size: all.filter((one) => one === id).length };
    start += place.size;
    return place;
  });
}

/** A band from the left edge to the right edge of a drawing 100 wide, in units of rows. */
export function bandPath(from: number, to: number, thickness: number): string {
  const [top, end] = [from + 0.5 - thickness / 2, to + 0.5 - thickness / 2];
  const [bottom, endBottom] = [top + thickness, end + thickness];
  return `M0 ${top}C50 ${top} 50 ${end} 100 ${end}V${endBottom}C50 ${endBottom} 50 ${bottom} 0 ${bottom}Z`;
}
