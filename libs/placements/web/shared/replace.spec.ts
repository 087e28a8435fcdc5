import { agreementAfter, firstDay, offersLeft, type ReplaceOffer, type ReplaceSubject, startsWhole } from './replace';

const subject: ReplaceSubject = {
  placementId: 'p',
  name: 'Ana Ruiz',
  minor: false,
  occupation: 'cook',
  company: 'Closing',
  tutor: 'Tom',
  startsOn: '2027-03-01',
  endsOn: '2027-03-28',
  abroad: true,
  hostId: 'host',
};
const offer = (patch: Partial<ReplaceOffer>): ReplaceOffer => ({
  capacityId: 'c',
  company: 'Open',
  town: 'Berlin',
  occupation: 'cook',
  free: 1,
  managerId: 'host',
  tutors: [],
  ...patch,
});

describe('another company for a learner', () => {
  it('takes over the whole stay before departure, and from today during the stay', () => {
    expect(firstDay({ ...subject, abroad: false }, '2027-02-01')).toBe('2027-03-01');
    expect(firstDay(subject, '2027-02-27')).toBe('2027-03-01');
    expect(startsWhole(subject, '2027-03-01')).toBe(false);
    expect(firstDay(subject, '2027-03-10')).toBe('2027-03-10');
    expect(firstDay(subject, '2027-04-02')).toBe('2027-03-28');
  });

  it('is one of the same host with a free place, those of the same occupation first', () => {
    const left = offersLeft(subject, [
      offer({ capacityId: 'other', occupation: 'waiter' }),
      offer({ capacityId: 'full', free: 0 }),
      offer({ capacityId: 'stranger', managerId: null }),
      offer({ capacityId: 'itself', company: 'Closing' }),
      offer({ capacityId: 'same', occupation: 'Cook' }),
    ]);
    expect(left.map(({ capacityId }) => capacityId)).toEqual(['same', 'other']);
  });

  it('leaves an agreement to sign, a draft, or nothing that the reader may see', () => {
    expect(['open', 'draft', 'locked', null].map(agreementAfter)).toEqual(['open', 'draft', 'none', 'none']);
  });
});
