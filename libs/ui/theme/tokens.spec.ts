import { PORTALS, type PortalKey } from '@softmob/access';
import { contrast } from './contrast';
import { STATE_KEYS, type ColourMode, portalTokens } from './tokens';

const looks = PORTALS.flatMap((portal) => (['light', 'dark'] as const).map((mode) => [portal, mode] as const));

/** Every pair in which words are read, named so that a failure says where to look. */
function textPairs(portal: PortalKey, mode: ColourMode): [string, string, string][] {
  const { neutral, brand, states } = portalTokens(portal, mode);
  const grounds = Object.entries({
    page: neutral.page,
    surface: neutral.surface,
    sunken: neutral.sunken,
    raised: neutral.raised,
    hover: neutral.hover,
  });
  return [
    ...grounds.flatMap(([name, ground]): [string, string, string][] => [
      [`text on ${name}`, neutral.text, ground],
      [`muted text on ${name}`, neutral.muted, ground],
      [`brand text on ${name}`, brand.main, ground],
      ...STATE_KEYS.map((key): [string, string, string] => [`${key} on ${name}`, states[key].fg, ground]),
    ]),
    ['label of the primary button', brand.on, brand.main],
    ['label of the primary button under the pointer', brand.on, brand.strong],
    ['active place', brand.strong, brand.soft],
    ['brand text on its soft ground', brand.main, brand.soft],
    ['text on the soft brand ground', neutral.text, brand.soft],
    ['muted text on the soft brand ground', neutral.muted, brand.soft],
    ...STATE_KEYS.flatMap((key): [string, string, string][] => [
      [`${key} on its own ground`, states[key].fg, states[key].bg],
      [`text on the ground of ${key}`, neutral.text, states[key].bg],
    ]),
  ];
}

describe('the colours of the portals', () => {
  test('the ratio is that of the standard: black on white is 21, a colour on itself is 1', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
    expect(contrast('#123456', '#123456')).toBe(1);
  });

  test.each(looks)('%s in %s: every text reaches 4.5:1 on every ground it stands on', (portal, mode) => {
    const faint = textPairs(portal, mode)
      .map(([name, ink, ground]) => ({ name, ratio: contrast(ink, ground) }))
      .filter(({ ratio }) => ratio < 4.5);
    expect(faint).toEqual([]);
  });

  test.each(looks)('%s in %s: borders of fields and the focus ring reach 3:1', (portal, mode) => {
    const { neutral, brand } = portalTokens(portal, mode);
    for (const ground of [neutral.page, neutral.surface, neutral.sunken, neutral.raised]) {
      expect(contrast(neutral.outline, ground)).toBeGreaterThanOrEqual(3);
      expect(contrast(brand.main, ground)).toBeGreaterThanOrEqual(3);
    }
  });

  test('no two portals share a brand colour, so that one sees at once where one is', () => {
    for (const mode of ['light', 'dark'] as const) {
      expect(new Set(PORTALS.map((portal) => portalTokens(portal, mode).brand.main)).size).toBe(PORTALS.length);
    }
  });
});
