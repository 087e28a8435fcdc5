import { type CanvasElement, type ContentCanvas } from 'pdfmake/interfaces';

const BLUE = '#003399';
const GOLD = '#ffcc00';
const STARS = 12;
const POINTS = 5;
/** Radius of a pentagram's inner corners as a share of its outer radius. */
const INNER = 0.381966;

function star(x: number, y: number, radius: number): CanvasElement {
  const points = Array.from({ length: POINTS * 2 }, (_, index) => {
    const reach = index % 2 === 0 ? radius : radius * INNER;
    const angle = (index * Math.PI) / POINTS - Math.PI / 2;
    return { x: x + reach * Math.cos(angle), y: y + reach * Math.sin(angle) };
  });
  return { type: 'polyline', closePath: true, color: GOLD, lineWidth: 0, points };
}

/**
 * The European emblem as vectors: a field of 3 : 2, twelve upright stars on a circle of a third of its height, each
 * star within a circle of an eighteenth of it (the graphics guide to the European emblem). Height in points.
 */
export function europeanEmblem(height: number): ContentCanvas {
  const width = height * 1.5;
  const stars = Array.from({ length: STARS }, (_, index) => {
    const angle = (index * 2 * Math.PI) / STARS;
    return star(width / 2 + (height / 3) * Math.sin(angle), height / 2 - (height / 3) * Math.cos(angle), height / 18);
  });
  return { canvas: [{ type: 'rect', x: 0, y: 0, w: width, h: height, color: BLUE, lineWidth: 0 }, ...stars] };
}
