import { composeContent } from './agreement-compose';
import { MINOR_IN_BERLIN } from './agreement-fixture';
import { type Attainment, finalAssessment, gradeOf, midtermView, outcomesOf, overallGrade } from './assessment';
import { composeEuropass } from './europass-compose';
import { overallRecognition, proposeRecognition } from './recognition';

const content = composeContent(MINOR_IN_BERLIN);
const outcomes = outcomesOf(content);
const rateAll = (attainment: Attainment) => outcomes.map(({ key }) => ({ outcomeKey: key, attainment }));

describe('mid-term look', () => {
  it('gives every outcome a stable key of its own', () => {
    expect(new Set(outcomes.map(({ key }) => key)).size).toBe(outcomes.length);
    expect(outcomes[0]?.key).toBe('hair-safe-start/knowledge/1');
  });

  it('flags what the programme has finished with and nobody rated or saw done alone', () => {
    const view = midtermView(content, [{ outcomeKey: 'hair-safe-start/skills/1', attainment: 'independently' }], 2);
    const stateOf = (key: string) => view.find((outcome) => outcome.key === key)?.state;
    expect(stateOf('hair-safe-start/skills/1')).toBe('onTrack');
    expect(stateOf('hair-safe-start/skills/2')).toBe('atRisk');
    expect(stateOf('hair-home-care/skills/1')).toBe('upcoming');
  });

  it('leaves time to what has only begun', () => {
    const last = 'hair-home-care/skills/1';
    const stateIn = (week: number, attainment: Attainment) =>
      midtermView(content, [{ outcomeKey: last, attainment }], week).find(({ key }) => key === last)?.state;
    expect(stateIn(2, 'notYet')).toBe('upcoming');
    expect(stateIn(3, 'notYet')).toBe('atRisk');
    expect(stateIn(3, 'withHelp')).toBe('onTrack');
    expect(stateIn(4, 'withHelp')).toBe('atRisk');
  });
});

describe('final assessment', () => {
  it.each([
    [['notYet'], 4],
    [['withHelp'], 6],
    [['independently'], 8],
    [['inNewSituations'], 10],
    [['withHelp', 'independently'], 7],
  ] as const)('grades %j as %i of 10', (attainments, grade) => {
    expect(gradeOf(attainments)).toBe(grade);
  });

  it('counts a unit as achieved only when all is rated, little needs help and nothing is "not yet"', () => {
    const unit = content.units[1];
    const own = outcomes.filter(({ unitKey }) => unitKey === unit?.key);
    const resultWith = (first: Attainment | null) => {
      const ratings = own.flatMap(({ key }, index) => {
        const attainment = index === 0 ? first : 'independently';
        return attainment ? [{ outcomeKey: key, attainment }] : [];
      });
      return finalAssessment(content, ratings).find(({ unitKey }) => unitKey === unit?.key);
    };
    expect(own.length).toBeGreaterThanOrEqual(5);
    expect(resultWith('withHelp')).toMatchObject({ result: 'achieved', grade: 8 });
    expect(resultWith('notYet')).toMatchObject({ result: 'partlyAchieved' });
    expect(resultWith(null)).toMatchObject({ result: 'partlyAchieved', grade: null });
  });

  it('has an overall grade only when every unit has one', () => {
    expect(overallGrade(content, finalAssessment(content, rateAll('independently')))).toBe(8);
    expect(overallGrade(content, finalAssessment(content, rateAll('independently').slice(1)))).toBeNull();
  });
});

describe('recognition', () => {
  it('proposes the hours of what was achieved', () => {
    const proposal = proposeRecognition(content, finalAssessment(content, rateAll('independently')));
    expect(proposal.reduce((sum, { hours }) => sum + hours, 0)).toBe(152);
    expect(overallRecognition(proposal)).toBe('recognised');
    expect(overallRecognition(proposeRecognition(content, finalAssessment(content, [])))).toBe('notRecognised');
  });

  it('puts only what was shown on the Europass Mobility', () => {
    const ratings = rateAll('independently').map((rating) =>
      rating.outcomeKey === 'hair-cut-colour/skills/1' ? { ...rating, attainment: 'notYet' as const } : rating,
    );
    const europass = composeEuropass({
      documentNumber: 'EM-1',
      issuedOn: '2027-05-01',
      content,
      holder: { lastNames: 'B', firstNames: 'A', address: null, birthDate: null, nationality: null, email: null },
      start: '2027-03-07',
      end: '2027-04-03',
      hours: 150,
      ratings,
      recognition: proposeRecognition(content, finalAssessment(content, ratings)),
    });
    const job = europass.skills.jobRelated.map(({ en }) => en);
    expect(job).toContain('cut to a drawn line');
    expect(job).not.toContain('hold a consultation in the host language (B1)');
    expect(europass.courses).toHaveLength(content.units.length);
    expect(europass.units[1]?.result.en).toBe('Partly achieved');
  });
});
