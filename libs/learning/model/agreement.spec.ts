import { canonicalise } from './agreement-canonical';
import { composeContent, isMinorOn } from './agreement-compose';
import { agreementContentSchema, type AgreementContent } from './agreement-content';
import { diffContent } from './agreement-diff';
import { ADULT_COOK, MINOR_IN_BERLIN } from './agreement-fixture';
import { missingIn } from './agreement-missing';
import { planTasks } from './agreement-plan';
import { copyFor } from './agreement-reader';
import { text, textFrom, textIn } from './text';
import { chooseUnits } from './units';

const content = composeContent(MINOR_IN_BERLIN);
const changed = (change: (copy: AgreementContent) => void): AgreementContent => {
  const copy = structuredClone(content);
  change(copy);
  return copy;
};
const missingPaths = (candidate: AgreementContent) => missingIn(candidate).map(({ path, code }) => `${path} ${code}`);

describe('composing an agreement', () => {
  it('is complete and valid from complete facts', () => {
    expect(agreementContentSchema.parse(content)).toEqual(content);
    expect(missingIn(content)).toEqual([]);
    expect(missingIn(composeContent(ADULT_COOK))).toEqual([]);
  });

  it('leaves no placeholder unfilled in either language', () => {
    expect(JSON.stringify(content)).not.toMatch(/\{\w+\}/);
  });

  it('asks the guardian of a minor, and company and host both', () => {
    expect(content.requiredParties).toEqual(['participant', 'guardian', 'sending', 'hosting', 'supporting']);
    expect(content.parties.participant.guardian?.name).toBe('Łukasz Përmeti Øster');
  });

  it('asks nobody but participant, school and company where the company coordinates the stay of an adult', () => {
    expect(composeContent(ADULT_COOK).requiredParties).toEqual(['participant', 'sending', 'hosting']);
  });

  it('counts as a minor who is under 18 at departure or today, and no longer on the birthday', () => {
    expect(isMinorOn('2009-03-07', '2027-03-06')).toBe(true);
    expect(isMinorOn('2009-03-07', '2027-03-07')).toBe(false);
    const turning = { ...MINOR_IN_BERLIN.participant, birthDate: '2009-03-01' };
    expect(composeContent({ ...MINOR_IN_BERLIN, participant: turning }).parties.participant.minor).toBe(true);
    const later = composeContent({ ...MINOR_IN_BERLIN, participant: turning, today: '2027-03-02' });
    expect(later.parties.participant.minor).toBe(false);
  });

  it('plans each week with dates, hours and something to do, from induction to assessment', () => {
    expect(content.tasks.map(({ week, from, to, hours }) => [week, from, to, hours])).toEqual([
      [1, '2027-03-07', '2027-03-13', 38],
      [2, '2027-03-14', '2027-03-20', 38],
      [3, '2027-03-21', '2027-03-27', 38],
      [4, '2027-03-28', '2027-04-03', 38],
    ]);
    expect(content.tasks.every((task) => task.activities.length >= 2)).toBe(true);
    expect(new Set(content.tasks.flatMap((task) => task.unitKeys))).toEqual(
      new Set(content.units.map(({ key }) => key)),
    );
    expect(content.tasks[0]?.activities[0]?.en).toMatch(/^Welcome/);
    expect(content.tasks[3]?.activities.at(-1)?.en).toMatch(/^Final assessment/);
  });

  it('plans a stay of any length without an empty week', () => {
    const units = chooseUnits({ occupation: 'cook', eqf: 4, hours: 152 });
    for (const end of ['2027-03-20', '2027-04-10', '2027-05-29']) {
      const tasks = planTasks({ start: '2027-03-07', end, hoursPerWeek: 38, units });
      expect(tasks.at(-1)?.to).toBe(end);
      expect(tasks.every((task) => task.activities.length > 0 && task.unitKeys.length > 0)).toBe(true);
    }
  });
});

describe('what is missing before signing', () => {
  it('names each gap with its path and its mend', () => {
    const draft = changed((copy) => {
      copy.parties.hosting.contacts.splice(1);
      copy.parties.participant.guardian = null;
      copy.recognition.rule = text(' ', '');
      copy.context.level = '';
      copy.support.emergency = [];
    });
    expect(missingPaths(draft)).toEqual([
      'context.level FILL_FIELD',
      'recognition.rule FILL_TEXT',
      'parties.participant.guardian ADD_GUARDIAN',
      'parties.hosting.contacts ADD_CONTACT',
      'support.emergency ADD_CONTACT',
    ]);
  });

  it('asks for units, and for fewer where the hours do not hold them', () => {
    expect(missingPaths(changed((copy) => (copy.units = [])))).toContain('units CHOOSE_UNITS');
    const crowded = changed((copy) => copy.units.forEach((unit) => (unit.hours *= 2)));
    expect(missingPaths(crowded)).toEqual(['units FIT_HOURS']);
  });

  it('counts two entries of one person as one', () => {
    const twice = changed((copy) => {
      const [mentor] = copy.parties.hosting.contacts;
      if (mentor) copy.parties.hosting.contacts = [mentor, { ...mentor, role: 'emergency' }];
    });
    expect(missingPaths(twice)).toEqual(['parties.hosting.contacts ADD_CONTACT']);
    expect(missingIn(twice, { contactsPerOrganisation: 1 })).toEqual([]);
  });

  it('never asks for the mobility ID', () => {
    expect(content.header.mobilityId).toBeNull();
  });
});

describe('what is signed', () => {
  it('is the same text whatever the order of the keys', () => {
    const shuffled = Object.fromEntries(Object.entries(content).reverse()) as AgreementContent;
    expect(canonicalise(shuffled)).toBe(canonicalise(content));
  });

  it('does not change when the mobility ID is filled in later', () => {
    expect(canonicalise(changed((copy) => (copy.header.mobilityId = '123456-MOB-00009')))).toBe(canonicalise(content));
  });

  it('changes with any other word', () => {
    expect(canonicalise(changed((copy) => (copy.assessment.when.it += '.')))).not.toBe(canonicalise(content));
  });
});

describe('what a reader sees', () => {
  it('hides the date of birth and the guardian’s contact from a company, and says so', () => {
    const { content: seen, withheld } = copyFor('companyTutor', content);
    expect(seen.parties.participant).toMatchObject({ birthDate: null, minor: true });
    expect(seen.parties.participant.guardian).toEqual({ name: 'Łukasz Përmeti Øster', email: '', phone: '' });
    expect(withheld).toEqual(['parties.participant.birthDate', 'parties.participant.guardian']);
  });

  it('hides from a teacher the date of birth and from a host the guardian’s contact, each only that', () => {
    expect(copyFor('sendingTeacher', content).withheld).toEqual(['parties.participant.birthDate']);
    expect(copyFor('hostCoordinator', content).withheld).toEqual(['parties.participant.guardian']);
  });

  it('shows the whole to the participant and to the school', () => {
    expect(copyFor('participant', content)).toEqual({ content, withheld: [] });
    expect(copyFor('sendingCoordinator', content).content).toBe(content);
  });

  it('shows a text in the language it was written in where the reader’s is empty', () => {
    expect(textIn(textFrom('it', 'Testo'), 'en')).toBe('Testo');
  });
});

describe('what changed between two versions', () => {
  it('is nothing between equal contents', () => {
    expect(diffContent(content, structuredClone(content))).toEqual([]);
  });

  it('tells a new date, another company and a unit that went, in words', () => {
    const next = changed((copy) => {
      copy.context.end = '2027-04-02';
      copy.parties.hosting.name = 'Salon Zwei';
      copy.units.splice(1, 1);
    });
    const changes = diffContent(content, next);
    expect(changes.map(({ label, before, after }) => [label.en, before?.en ?? null, after?.en ?? null])).toEqual([
      ['Hosting organisation – Name', 'Friseursalon Haarwerk Schöneberg & Töchter GmbH', 'Salon Zwei'],
      ['Context – End', '3 April 2027', '2 April 2027'],
      [
        'Units: Consult a client and carry out a cut and a colour',
        'Consult a client and carry out a cut and a colour',
        null,
      ],
    ]);
    expect(changes[1]?.after?.it).toBe('2 aprile 2027');
  });

  it('reads codes as a person does, and takes no note of a mobility ID', () => {
    const next = changed((copy) => {
      copy.header.mobilityId = '123456-MOB-00009';
      copy.context.language = 'fr';
      copy.requiredParties = ['participant', 'sending', 'hosting'];
    });
    expect(diffContent(content, next).map(({ before, after }) => [before?.it, after?.it])).toEqual([
      ['Tedesco', 'Francese'],
      [
        'Partecipante\nGenitore o tutore legale\nOrganizzazione di invio\nOrganizzazione ospitante\nOrganizzazione di supporto',
        'Partecipante\nOrganizzazione di invio\nOrganizzazione ospitante',
      ],
    ]);
  });

  it('follows a contact by name, not by position', () => {
    const next = changed((copy) => {
      copy.parties.sending.contacts.reverse();
      const teacher = copy.parties.sending.contacts.find(({ role }) => role === 'teacher');
      if (teacher) teacher.phone = '+39 0742 999';
    });
    expect(diffContent(content, next).map(({ path }) => path)).toEqual([
      'parties.sending.contacts[Elena Costantini].phone',
    ]);
  });
});
