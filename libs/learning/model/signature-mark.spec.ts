import { LONGEST_MARK, MARK_SHEET, markFault, pathOf, strokesOf } from './signature-mark';

describe('a drawn signature', () => {
  it('comes back from its path as it was drawn', () => {
    const drawn = [
      [
        [10, 20],
        [30.4, 40.6],
        [120, 80],
      ],
      [
        [5, 5],
        [6, 6],
      ],
    ] as const;
    expect(pathOf(drawn)).toBe('M10 20L30 41L120 80M5 5L6 6');
    expect(strokesOf(pathOf(drawn))).toEqual([
      [
        [10, 20],
        [30, 41],
        [120, 80],
      ],
      [
        [5, 5],
        [6, 6],
      ],
    ]);
    expect(markFault('drawn', pathOf(drawn))).toBeNull();
  });

  it('stays on its sheet', () => {
    const { width, height } = MARK_SHEET;
    expect(
      pathOf([
        [
          [-5, -5],
          [width + 9, height + 9],
        ],
      ]),
    ).toBe(`M0 0L${String(width)} ${String(height)}`);
    expect(strokesOf('M0 0L601 10')).toBeNull();
  });

  it('is refused where it is a dot, too long, or anything but strokes', () => {
    expect(markFault('drawn', 'M10 10L11 11')).toBe('MARK_TOO_SHORT');
    const others = [
      '',
      'M1 1',
      'M1 1L2 2Z',
      'M1 1L2 2"/><script>',
      'M1.5 1L2 2',
      `M1 1${'L200 100'.repeat(LONGEST_MARK / 8)}`,
    ];
    for (const path of others) expect(markFault('drawn', path)).toBe('MARK_DRAWING');
  });
});

describe('a typed signature', () => {
  it('is a name in any script, and nothing hidden', () => {
    for (const name of ['Łukasz Përmeti', 'Νίκος', '山田']) expect(markFault('typed', name)).toBeNull();
    for (const name of ['', ' a ', '12', 'A\u202eB', 'x'.repeat(101)])
      expect(markFault('typed', name)).toBe('MARK_NAME');
  });
});
