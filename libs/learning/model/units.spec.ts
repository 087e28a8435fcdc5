import { OCCUPATIONS, occupationFacts } from './occupations';
import { isBlank, type LocalText } from './text';
import { chooseUnits, LEARNING_UNITS, unitsFor } from './units';

const hoursOf = (units: readonly { hours: number }[]) => units.reduce((sum, unit) => sum + unit.hours, 0);

describe('units of learning outcomes', () => {
  it('gives every unit a key of its own', () => {
    expect(new Set(LEARNING_UNITS.map((unit) => unit.key)).size).toBe(LEARNING_UNITS.length);
  });

  it('says every line of every unit in both languages', () => {
    const lines = LEARNING_UNITS.flatMap((unit): [string, LocalText][] =>
      [
        unit.title,
        unit.assessment,
        ...unit.knowledge,
        ...unit.skills,
        ...unit.responsibilityAndAutonomy,
        ...unit.tasks,
      ].map((line) => [unit.key, line]),
    );
    const gaps = lines.filter(([, line]) => isBlank(line.en) || isBlank(line.it) || line.en === line.it);
    expect(gaps).toEqual([]);
  });

  it.each(OCCUPATIONS)('has at least five units for a %s, begun by one core unit', (occupation) => {
    const units = unitsFor(occupation, 4);
    expect(units.length).toBeGreaterThanOrEqual(5);
    expect(units.filter((unit) => unit.core)).toHaveLength(1);
    expect(units.every((unit) => unit.esco === occupationFacts(occupation)?.esco && unit.iscedF !== '')).toBe(true);
  });

  it.each(OCCUPATIONS.flatMap((occupation) => [3, 4].map((eqf) => [occupation, eqf] as const)))(
    'fills four weeks of 38 hours exactly for a %s at EQF %i',
    (occupation, eqf) => {
      const units = chooseUnits({ occupation, eqf, hours: 152 });
      expect(hoursOf(units)).toBe(152);
      expect(units[0]?.core).toBe(true);
      expect(units.every((unit) => unit.eqf <= eqf)).toBe(true);
      expect(units.length).toBeGreaterThanOrEqual(4);
    },
  );

  it.each([
    [2 * 36, 66],
    [4 * 36, 136],
    [4 * 40, 150],
  ])('comes near to %i hours', (hours, least) => {
    for (const occupation of OCCUPATIONS) {
      const found = hoursOf(chooseUnits({ occupation, eqf: 4, hours }));
      expect(found).toBeGreaterThanOrEqual(least);
      expect(found).toBeLessThanOrEqual(hours + 8);
    }
  });

  it('prefers units at the learner’s own level', () => {
    const units = chooseUnits({ occupation: 'mechatronics assembler', eqf: 4, hours: 152 });
    expect(units.filter((unit) => !unit.core).every((unit) => unit.eqf === 4)).toBe(true);
  });

  it('chooses nothing for an occupation it does not know', () => {
    expect(chooseUnits({ occupation: 'astronaut', eqf: 4, hours: 152 })).toEqual([]);
  });
});
