import { addPlaces, freeCode, nearestWholeWeek, shiftStay, weeksBetween } from './cohort-clone';

describe('next year’s cohort', () => {
  it('leaves on the same day of the week, for as long', () => {
    expect(shiftStay({ startsOn: '2027-03-07', endsOn: '2027-04-03' }, 52)).toEqual({
      startsOn: '2028-03-05',
      endsOn: '2028-04-01',
    });
  });

  it('counts whole weeks to the wanted departure, over leap days and the change of the clocks, and none of half weeks', () => {
    expect(weeksBetween('2027-03-07', '2028-03-05')).toBe(52);
    expect(weeksBetween('2027-03-07', '2028-03-07')).toBeNull();
    expect(weeksBetween('2028-03-05', '2027-03-07')).toBe(-52);
    expect(nearestWholeWeek('2027-03-07', '2028-03-07')).toBe('2028-03-05');
    expect(nearestWholeWeek('2027-03-07', '2028-03-09')).toBe('2028-03-12');
  });

  it('keeps a flow’s code where the project has none of it yet, and numbers it otherwise', () => {
    expect(freeCode('BER-1', new Set())).toBe('BER-1');
    expect(freeCode('BER-1', new Set(['BER-1', 'BER-1-2']))).toBe('BER-1-3');
    expect(freeCode('A-CODE-OF-20-LETTERS', new Set(['A-CODE-OF-20-LETTERS']))).toHaveLength(18);
  });

  it('adds places up by occupation', () => {
    const lists = [
      [{ occupation: 'waiter', places: 2 }],
      [
        { occupation: 'cook', places: 3 },
        { occupation: 'waiter', places: 1 },
      ],
    ];
    expect(addPlaces(lists)).toEqual([
      { occupation: 'cook', places: 3 },
      { occupation: 'waiter', places: 3 },
    ]);
  });
});
