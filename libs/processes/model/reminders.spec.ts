import { reminderDue } from './reminders';

describe('the reminder that is due', () => {
  const on = (today: string) => reminderDue('participant', '2027-03-10', today);

  it('is none while there is time, one in the week before, and one a week once it is late', () => {
    expect([on('2027-03-02'), on('2027-03-03'), on('2027-03-10')]).toEqual([null, 'soon', 'soon']);
    expect([on('2027-03-11'), on('2027-03-17'), on('2027-03-18')]).toEqual(['late-0', 'late-0', 'late-1']);
  });
});
