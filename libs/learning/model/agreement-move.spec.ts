import { composeContent } from './agreement-compose';
import { agreementContentSchema } from './agreement-content';
import { diffContent } from './agreement-diff';
import { MINOR_IN_BERLIN } from './agreement-fixture';
import { missingIn } from './agreement-missing';
import { moveContent } from './agreement-move';
import { text } from './text';

const { company } = MINOR_IN_BERLIN;
const mentor = { role: 'mentor' as const, name: 'Nora Neu', email: 'nora@neu.example', phone: '+49 30 555' };
const fresh = composeContent({
  ...MINOR_IN_BERLIN,
  company: { ...company, name: 'Salon Neu', address: 'Neue Allee 1, 10115 Berlin', contacts: [mentor] },
});

describe('an agreement that moves to another company', () => {
  const former = composeContent(MINOR_IN_BERLIN);
  const moved = moveContent(former, fresh);

  it('is whole, names the new company everywhere and the former one nowhere', () => {
    expect(agreementContentSchema.parse(moved)).toEqual(moved);
    expect(missingIn(moved, { contactsPerOrganisation: 1 })).toEqual([]);
    expect(moved.parties.hosting.name).toBe('Salon Neu');
    expect(moved.monitoring.mentor).toEqual(mentor);
    expect(JSON.stringify(moved)).not.toContain(company.name);
    expect(JSON.stringify(moved)).not.toContain(former.monitoring.mentor.name);
  });

  it('says what is learnt, when and how it is recognised exactly as before', () => {
    const { units, tasks, preparation, recognition, inclusion } = former;
    expect(moved).toMatchObject({ units, tasks, preparation, recognition, inclusion });
    expect(moved.parties.supporting).toEqual(former.parties.supporting);
    const changed = diffContent(former, moved).map(({ path }) => path);
    expect(changed).toContain('parties.hosting.name');
    expect(changed.filter((path) => path.startsWith('units') || path.startsWith('tasks'))).toEqual([]);
  });

  it('keeps what was written by hand, and changes a name only where it stands by itself', () => {
    const byHand = {
      ...former,
      parties: { ...former.parties, hosting: { ...former.parties.hosting, name: 'Bar' } },
      support: { ...former.support, during: text('Bar opens at six. Barcelona is far.', 'Bar apre alle sei.') },
    };
    expect(moveContent(byHand, fresh).support.during).toEqual(
      text('Salon Neu opens at six. Barcelona is far.', 'Salon Neu apre alle sei.'),
    );
  });
});
