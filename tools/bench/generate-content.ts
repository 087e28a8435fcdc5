const both = (text: string) => ({ en: text, it: text });
const outcome = (kind: string, at: number) =>
  both(`${kind} ${String(at)}: works by the recipe, keeps to hygiene and tells colleagues what comes next`);
const UNIT_KEYS = ['service', 'kitchen'] as const;

const unit = (key: string) => ({
  key,
  title: both(`Unit of the ${key}`),
  eqf: 4,
  hours: 80,
  points: null,
  esco: key,
  knowledge: [outcome('Knowledge', 1)],
  skills: [outcome('Skill', 1)],
  responsibilityAndAutonomy: [outcome('Autonomy', 1)],
  assessment: both('Observed at work'),
});

const week = (number: number) => ({
  week: number,
  from: '2027-01-04',
  to: '2027-01-08',
  hours: 38,
  unitKeys: UNIT_KEYS,
  activities: [both('Work in the kitchen and in the service')],
});

/** What of an agreement's content its readers look into: two units of three outcomes each, over four weeks. */
export const content = JSON.stringify({
  header: { mobilityId: null, projectCode: 'BENCH', agreementNumber: 'LA' },
  units: [...UNIT_KEYS].sort().map(unit),
  tasks: [1, 2, 3, 4].map(week),
});

/** A mid-term assessment of the six outcomes. */
export const midterm = JSON.stringify(
  UNIT_KEYS.flatMap((key) =>
    ['knowledge', 'skills', 'responsibilityAndAutonomy'].map((kind) => ({
      outcomeKey: `${key}/${kind}/1`,
      attainment: 'withHelp',
      comment: null,
    })),
  ),
);
