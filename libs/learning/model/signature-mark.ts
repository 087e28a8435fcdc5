/** How a signature looks: a name typed, or strokes drawn with finger, pen or mouse. */
export const SIGNATURE_MARK_KINDS = ['typed', 'drawn'] as const;
export type SignatureMarkKind = (typeof SIGNATURE_MARK_KINDS)[number];

/** The sheet on which is drawn, in units of its own; strokes are whole numbers on it. */
export const MARK_SHEET = { width: 600, height: 200 } as const;
/** Characters of path data: some 1,500 points. */
export const LONGEST_MARK = 12_000;
const LONGEST_NAME = 100;
/** A dot is no signature: so far must pen or finger have come, in units of the sheet. */
const SHORTEST_WAY = 60;

export type MarkPoint = readonly [x: number, y: number];

const POINT = /^(\d{1,3}) (\d{1,3})$/;

/** The strokes of path data such as "M10 20L30 40M5 5L6 6"; null where it is anything else or leaves the sheet. */
export function strokesOf(path: string): MarkPoint[][] | null {
  if (path.length > LONGEST_MARK || !path.startsWith('M')) return null;
  const strokes = path
    .slice(1)
    .split('M')
    .map((stroke) => stroke.split('L').map((point) => POINT.exec(point)));
  const found = strokes.map((points) => points.map((point): MarkPoint => [Number(point?.[1]), Number(point?.[2])]));
  const within = ([x, y]: MarkPoint) => x <= MARK_SHEET.width && y <= MARK_SHEET.height;
  return found.every((points) => points.length > 1 && points.every(within)) ? found : null;
}

/** Path data of strokes, rounded and kept on the sheet. */
export function pathOf(strokes: readonly (readonly MarkPoint[])[]): string {
  const on = (value: number, most: number) => String(Math.min(most, Math.max(0, Math.round(value))));
  return strokes
    .filter((points) => points.length > 1)
    .map((points) => `M${points.map(([x, y]) => `${on(x, MARK_SHEET.width)} ${on(y, MARK_SHEET.height)}`).join('L')}`)
    .join('');
}

/** How far the pen went, in units of the sheet. */
function wayOf(strokes: readonly (readonly MarkPoint[])[]): number {
  return strokes.reduce(
    (sum, points) =>
      sum +
      points.slice(1).reduce((way, [x, y], index) => {
        const [fromX, fromY] = points[index] ?? [x, y];
        return way + Math.hypot(x - fromX, y - fromY);
      }, 0),
    0,
  );
}

export type MarkFault = 'MARK_NAME' | 'MARK_DRAWING' | 'MARK_TOO_SHORT';

/** What is wrong with a mark; null where nothing is. */
export function markFault(kind: SignatureMarkKind, mark: string): MarkFault | null {
  if (kind === 'typed') {
    const name = mark.trim();
    return name.length < 2 || name.length > LONGEST_NAME || !/\p{L}/u.test(name) || /\p{C}/u.test(name)
      ? 'MARK_NAME'
      : null;
  }
  const strokes = strokesOf(mark);
  if (!strokes) return 'MARK_DRAWING';
  return wayOf(strokes) < SHORTEST_WAY ? 'MARK_TOO_SHORT' : null;
}
