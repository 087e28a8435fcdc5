import { reminderDue } from './reminders';

describe('the reminder that is due', () => {
  const on = (today: string, reminders: readonly number[] | null = null) =>
    reminderDue({ role: 'participant', dueOn: '2027-03-10', reminders }, today);

  it('is none while there is time, one in the week before, and one a week once it is late', () => {
    expect([on('2027-03-02'), on('2027-03-03'), on('2027-03-10')]).toEqual([null, 'soon', 'soon']);
    expect([on('2027-03-11'), on('2027-03-17'), on('2027-03-18')]).toEqual(['late-0', 'late-0', 'late-1']);
  });

  it('is the one that its process asks for, the last where several have come', () => {
    const days = ['2027-02-23', '2027-02-24', '2027-03-06', '2027-03-07', '2027-03-10', '2027-03-11'];
    expect(days.map((day) => on(day, [14, 3, 0]))).toEqual([
      null,
      'before-14',
      'before-14',
      'before-3',
      'before-0',
      'late-0',
    ]);
    expect(on('2027-03-09', [])).toBe('soon');
  });
});
