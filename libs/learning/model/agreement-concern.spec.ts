import { composeContent } from './agreement-compose';
import { concernedBy, concernedParties } from './agreement-concern';
import { type AgreementContent, PARTIES } from './agreement-content';
import { MINOR_IN_BERLIN } from './agreement-fixture';
import { moveContent } from './agreement-move';
import { text } from './text';

const before = composeContent(MINOR_IN_BERLIN);
const all = before.requiredParties;
const changed = (patch: Partial<AgreementContent>): AgreementContent => ({ ...before, ...patch });

describe('who signs an amendment', () => {
  it('is everybody where nothing was in force, and where nothing differs', () => {
    expect(concernedParties(null, before)).toEqual(all);
    expect(concernedParties(before, before)).toEqual(all);
  });

  it('leaves out the host where only what is learnt changes', () => {
    const [first, ...units] = before.units;
    const after = changed({ units: [{ ...(first as (typeof units)[0]), hours: 99 }, ...units] });
    expect(concernedParties(before, after)).toEqual(['participant', 'guardian', 'sending', 'hosting']);
  });

  it('leaves out company and host where the school changes its own preparation', () => {
    const after = changed({ preparation: text('More lessons', 'Più lezioni') });
    expect(concernedParties(before, after)).toEqual(['participant', 'guardian', 'sending']);
  });

  it('asks a company for its own contact persons, and the school', () => {
    const { hosting } = before.parties;
    const contacts = [{ role: 'mentor' as const, name: 'Somebody Else', email: 'e@x.example', phone: '+49 1' }];
    const after = changed({ parties: { ...before.parties, hosting: { ...hosting, contacts } } });
    expect(concernedParties(before, after)).toEqual(['sending', 'hosting']);
  });

  it('asks everybody where the days or the company change', () => {
    expect(concernedParties(before, changed({ context: { ...before.context, end: '2027-12-24' } }))).toEqual(all);
    const { company } = MINOR_IN_BERLIN;
    const fresh = composeContent({ ...MINOR_IN_BERLIN, company: { ...company, name: 'Salon Neu' } });
    expect(concernedParties(before, moveContent(before, fresh))).toEqual(all);
  });

  it('asks whoever is newly a party, though no text changes', () => {
    const without = changed({ requiredParties: ['participant', 'guardian', 'sending', 'hosting'] });
    expect(concernedParties(without, before)).toEqual(['sending', 'supporting']);
  });

  it('always asks the school, and everybody for a place that it does not know', () => {
    for (const path of ['units[a].hours', 'support.during', 'parties.supporting.contacts', 'recognition.how', 'x.y']) {
      expect(concernedBy(path)).toContain('sending');
    }
    expect(concernedBy('something.new')).toEqual(PARTIES);
    expect(concernedBy('unitsOfAnotherKind')).toEqual(PARTIES);
    expect(concernedBy('inclusion')).toEqual(PARTIES);
  });
});
