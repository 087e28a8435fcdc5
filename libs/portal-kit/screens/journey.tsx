/** Places on the picture, in its own units, and the ways between them. */
const PLACES = [
  { x: 92, y: 540, size: 7 },
  { x: 470, y: 190, size: 10 },
  { x: 300, y: 386, size: 5 },
  { x: 548, y: 470, size: 5 },
  { x: 196, y: 168, size: 5 },
  { x: 410, y: 590, size: 5 },
  { x: 610, y: 300, size: 4 },
] as const;

const WAYS = [
  { d: 'M92 540 C 120 300 300 200 470 190', strong: true },
  { d: 'M300 386 C 330 290 390 220 470 190', strong: false },
  { d: 'M548 470 C 590 380 560 250 470 190', strong: false },
  { d: 'M196 168 C 280 100 390 120 470 190', strong: false },
  { d: 'M92 540 C 150 400 210 380 300 386', strong: false },
  { d: 'M92 540 C 200 640 320 650 410 590', strong: false },
  { d: 'M610 300 C 590 230 540 190 470 190', strong: false },
] as const;

/** Ways that meet in one place: what the whole product is about. Only a picture. */
export function Journey() {
  return (
    <svg
      viewBox="0 0 680 760"
      preserveAspectRatio="xMidYMid slice"
      aria-hidden
      focusable="false"
      style={{ position: 'absolute', inset: 0, width: '100%', height: '100%' }}
    >
      <g fill="none" stroke="currentColor">
        {[90, 160, 240, 330].map((radius) => (
          <circle key={radius} cx="470" cy="190" r={radius} strokeOpacity="0.1" />
        ))}
        {WAYS.map(({ d, strong }) => (
          <path
            key={d}
            d={d}
            strokeWidth={strong ? 3 : 1.5}
            strokeOpacity={strong ? 0.9 : 0.4}
            strokeDasharray={strong ? undefined : '1 7'}
            strokeLinecap="round"
          />
        ))}
      </g>
      <g fill="currentColor">
        <circle cx="470" cy="190" r="22" fillOpacity="0.18" />
        {PLACES.map(({ x, y, size }) => (
          <circle key={`${x}-${y}`} cx={x} cy={y} r={size} />
        ))}
      </g>
    </svg>
  );
}
