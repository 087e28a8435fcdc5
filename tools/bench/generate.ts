import { type ClientBase } from 'pg';
import { content, midterm } from './generate-content';

/** How much to make. */
export interface Size {
  readonly projects: number;
  readonly mobilitiesPerProject: number;
}

export const FULL_SIZE: Size = { projects: 200, mobilitiesPerProject: 100 };
/** Projects of one school. */
const PROJECTS_PER_SCHOOL = 10;
const COMPANIES_PER_HOST = 10;
const FLOWS_PER_PROJECT = 4;

export const COORDINATOR = 'bench@school.example';

/** One set-based statement. It is left out where its table does not exist (yet). */
interface Step {
  readonly table: string;
  readonly sql: (size: Size) => string;
}

/** A uuid that can be computed wherever it is pointed to. */
const id = (kind: string, number: string) => `md5('${kind} ' || (${number}))::uuid`;
const projectOf = (m: string, size: Size) => `((${m}) - 1) / ${String(size.mobilitiesPerProject)} + 1`;
const schoolOf = (p: string) => `((${p}) - 1) / ${String(PROJECTS_PER_SCHOOL)} + 1`;
const hostOf = (m: string, size: Size) => schoolOf(projectOf(m, size));
const companyOf = (m: string, size: Size) =>
  `((${hostOf(m, size)}) - 1) * ${String(COMPANIES_PER_HOST)} + (${m}) % ${String(COMPANIES_PER_HOST)} + 1`;
const flowOf = (m: string, size: Size) =>
  `((${projectOf(m, size)}) - 1) * ${String(FLOWS_PER_PROJECT)} + (${m}) % ${String(FLOWS_PER_PROJECT)} + 1`;
const series = (count: number, name = 'n') => `generate_series(1, ${String(count)}) AS ${name}`;
const schools = (size: Size) => Math.ceil(size.projects / PROJECTS_PER_SCHOOL);
const companies = (size: Size) => schools(size) * COMPANIES_PER_HOST;
const mobilities = (size: Size) => size.projects * size.mobilitiesPerProject;
const pick = (words: readonly string[], by: string) =>
  `(ARRAY[${words.map((word) => `'${word}'`).join(', ')}])[1 + (${by}) % ${String(words.length)}]`;

const FIRST = ['Anna', 'Luca', 'Giulia', 'Marco', 'Sofia', 'Matteo', 'Chiara', 'Davide', 'Elena', 'Pietro', 'Noemi'];
const LAST = [
  'Rossi',
  'Bianchi',
  'Ferrari',
  'Russo',
  'Esposito',
  'Romano',
  'Gallo',
  'Costa',
  'Fontana',
  'Conti',
  'Ricci',
  'Bruno',
  'Greco',
];
const OCCUPATIONS = ['cook', 'waiter', 'electrician', 'motor vehicle mechanic', 'hairdresser'];
const STAGES = ['selected', 'proposed', 'confirmed', 'confirmed', 'abroad', 'back'];
const moment = (days: string) => `date_trunc('day', now()) - (${days}) * interval '1 day' + interval '9 hours'`;

const organisations: readonly Step[] = [
  {
    table: 'organisation',
    sql: (
      size,
    ) => `INSERT INTO organisation (id, kind, name, oid, country, town, postcode, street, email, phone, created_at)
      SELECT ${id('school', 'n')}, 'school', 'IIS School ' || n, 'E' || (10000000 + n), 'IT', 'Foligno', '06034', 'Via della Scuola ' || n,
        'office@school' || n || '.example', '+39 0742 ' || n, now() FROM ${series(schools(size))}
      UNION ALL SELECT ${id('host', 'n')}, 'host', 'Host Organisation ' || n, 'E' || (20000000 + n), 'DE', 'Berlin', '10115', 'Hofstraße ' || n,
        'desk@host' || n || '.example', '+49 30 ' || n, now() FROM ${series(schools(size))}`,
  },
  {
    table: 'organisation',
    sql: (
      size,
    ) => `INSERT INTO organisation (id, kind, name, country, town, postcode, street, email, phone, manager_id, created_at)
      SELECT ${id('company', 'n')}, 'company', 'Werkstatt und Küche ' || n || ' GmbH', 'DE', 'Berlin', '10117', 'Werkstraße ' || n,
        'info@company' || n || '.example', '+49 30 5' || n, ${id('host', `(n - 1) / ${String(COMPANIES_PER_HOST)} + 1`)}, now()
      FROM ${series(companies(size))}`,
  },
  {
    table: 'partnership',
    sql: (size) => `INSERT INTO partnership (id, sending_id, host_id, created_at)
      SELECT ${id('partnership', 'n')}, ${id('school', 'n')}, ${id('host', 'n')}, now() FROM ${series(schools(size))}`,
  },
];

const people: readonly Step[] = [
  {
    table: 'person',
    sql: (size) => `INSERT INTO person (id, email, display_name, locale, created_at)
      SELECT ${id('coordinator', 'n')}, CASE n WHEN 1 THEN '${COORDINATOR}' ELSE 'coordinator' || n || '@school.example' END, 'Coordinator ' || n, 'en', now()
        FROM ${series(schools(size))}
      UNION ALL SELECT ${id('tutor', 'n')}, 'tutor' || n || '@company.example', 'Tutor ' || n, 'en', now() FROM ${series(companies(size))}
      UNION ALL SELECT ${id('learner', 'n')}, 'learner' || n || '@people.example', 'Learner ' || n, 'it', now() FROM ${series(mobilities(size))}`,
  },
  {
    table: 'membership',
    sql: (size) => `INSERT INTO membership (id, person_id, organisation_id, role, phone, created_at)
      SELECT ${id('m coordinator', 'n')}, ${id('coordinator', 'n')}, ${id('school', 'n')}, 'sendingCoordinator', NULL, now() FROM ${series(schools(size))}
      UNION ALL SELECT ${id('m tutor', 'n')}, ${id('tutor', 'n')}, ${id('company', 'n')}, 'companyTutor', '+49 30 7' || n, now() FROM ${series(companies(size))}
      UNION ALL SELECT ${id('m learner', 'n')}, ${id('learner', 'n')}, ${id('school', 'n % ' + String(schools(size)) + ' + 1')}, 'participant', NULL, now()
        FROM ${series(mobilities(size))}`,
  },
  {
    table: 'participant',
    sql: (
      size,
    ) => `INSERT INTO participant (id, organisation_id, person_id, student_number, first_name, last_name, email, phone, birth_date, adult_on,
        gender, nationality, street, postcode, town, class_name, qualification, isced_f, eqf_level, occupation, main_language, language_level, diet,
        emergency_contact, emergency_phone, guardian_name, guardian_email, guardian_phone, created_at)
      SELECT ${id('participant', 'n')}, ${id('school', hostOf('n', size))}, ${id('learner', 'n')}, 'S-' || n, ${pick(FIRST, 'n')}, ${pick(LAST, 'n / 7')},
        'learner' || n || '@people.example', '+39 333 ' || n, b.born, (b.born + interval '18 years')::date, ${pick(['F', 'M'], 'n')}, 'IT', 'Via Roma ' || n, '06034', 'Foligno',
        ${pick(['4A', '4B', '5A'], 'n')}, 'Operatore ' || n % 9, '1013', 4, ${pick(OCCUPATIONS, 'n')}, 'de', ${pick(['A2', 'B1', 'B2'], 'n')}, NULL,
        'Emergency ' || n, '+39 331 ' || n, 'Guardian ' || n, 'guardian' || n || '@people.example', '+39 332 ' || n, now()
      FROM ${series(mobilities(size))}, LATERAL (SELECT current_date - (6200 + n % 900) AS born) b`,
  },
];

const mobilitySteps: readonly Step[] = [
  {
    table: 'project',
    sql: (
      size,
    ) => `INSERT INTO project (id, organisation_id, title, action, agreement_number, call_year, starts_on, ends_on, created_at)
      SELECT ${id('project', 'n')}, ${id('school', schoolOf('n'))}, 'Project ' || n, 'KA121', '2026-1-IT01-KA121-VET-' || lpad(n::text, 9, '0'), 2026,
        current_date - 200, current_date + 250, now() FROM ${series(size.projects)}`,
  },
  {
    table: 'flow',
    sql: (
      size,
    ) => `INSERT INTO flow (id, project_id, organisation_id, code, activity_type, country, town, starts_on, ends_on, host_organisation_id, process_template, created_at)
      SELECT ${id('flow', 'f')}, ${id('project', 'p')}, ${id('school', schoolOf('p'))}, 'BER-' || f, 'VET_SHORT', 'DE', 'Berlin', current_date - 30 + f % 90,
        current_date - 3 + f % 90, ${id('host', schoolOf('p'))}, 'vet-short', now()
      FROM ${series(size.projects * FLOWS_PER_PROJECT, 'f')}, LATERAL (SELECT (f - 1) / ${String(FLOWS_PER_PROJECT)} + 1 AS p) o`,
  },
  {
    table: 'mobility',
    sql: (
      size,
    ) => `INSERT INTO mobility (id, project_id, flow_id, sending_organisation_id, participant_id, participant_person_id, adult_on, sort_name, stage,
        starts_on, ends_on, host_organisation_id, company_id, tutor_person_id, host_access_until, bm_id, created_at)
      SELECT ${id('mobility', 'n')}, f.project_id, f.id, f.organisation_id, p.id, p.person_id, p.adult_on, lower(p.last_name || ', ' || p.first_name),
        ${pick(STAGES, 'n / 3')}, f.starts_on, f.ends_on, f.host_organisation_id, ${id('company', companyOf('n', size))}, ${id('tutor', companyOf('n', size))},
        f.ends_on + 180, CASE WHEN n % 2 = 0 THEN '2026-' || n END, ${moment('100')}
      FROM ${series(mobilities(size))} JOIN flow f ON f.id = ${id('flow', flowOf('n', size))} JOIN participant p ON p.id = ${id('participant', 'n')}`,
  },
];

const FROM_MOBILITY = (size: Size, children: number) =>
  `FROM ${series(mobilities(size))} JOIN mobility m ON m.id = ${id('mobility', 'n')} CROSS JOIN ${series(children, 'c')}`;

const whatHangsOnThem: readonly Step[] = [
  {
    table: 'capacity',
    sql: (size) => `INSERT INTO capacity (id, company_id, host_organisation_id, occupation, places, created_at)
      SELECT ${id('capacity', 'n')}, ${id('company', 'n')}, ${id('host', `(n - 1) / ${String(COMPANIES_PER_HOST)} + 1`)}, 'cook', 500, now() FROM ${series(companies(size))}`,
  },
  {
    table: 'placement',
    sql: (
      size,
    ) => `INSERT INTO placement (id, mobility_id, flow_id, sending_organisation_id, host_organisation_id, capacity_id, company_id, tutor_person_id, participant_id,
        starts_on, ends_on, status, proposed_by, requested_at, proposed_at, confirmed_at)
      SELECT ${id('placement', 'n')}, m.id, m.flow_id, m.sending_organisation_id, m.host_organisation_id, ${id('capacity', companyOf('n', size))}, m.company_id,
        m.tutor_person_id, m.participant_id, m.starts_on, m.ends_on, CASE WHEN m.stage IN ('selected', 'proposed') THEN 'proposed' ELSE 'confirmed' END,
        'hostCoordinator', ${moment('80')}, ${moment('70')}, CASE WHEN m.stage NOT IN ('selected', 'proposed') THEN ${moment('60')} END
      ${FROM_MOBILITY(size, 1)}`,
  },
  {
    table: 'task',
    sql: (
      size,
    ) => `INSERT INTO task (id, organisation_id, flow_id, mobility_id, step_key, title_en, title_it, phase, role, due_anchor, due_offset, due_on, needs, done_at, done_how, done_by_person_id)
      SELECT ${id('task', `n * 100 + c`)}, m.sending_organisation_id, m.flow_id, m.id, 'step-' || c, 'Step ' || c || ' of the preparation', 'Passo ' || c || ' della preparazione',
        'preparation', ${pick(['sendingCoordinator', 'participant', 'hostCoordinator'], 'c')}, 'departure', c * 7 - 60, m.starts_on + c * 7 - 60, '{}',
        CASE WHEN c <= 6 THEN ${moment('90 - c')} END, CASE WHEN c <= 6 THEN 'event' END, CASE WHEN c <= 6 THEN m.participant_person_id END
      ${FROM_MOBILITY(size, 12)}`,
  },
  {
    table: 'document',
    sql: (
      size,
    ) => `INSERT INTO document (id, mobility_id, kind, file_name, mime, size, sha256, storage_key, expires_on, for_host, status, uploaded_by_id, uploaded_at)
      SELECT ${id('document', 'n * 100 + c')}, m.id, ${pick(['identity', 'ehic', 'insurance', 'travel', 'consent'], 'c')}, 'document-' || n || '-' || c || '.pdf', 'application/pdf',
        100000 + n, md5('file ' || n || c), 'bench/' || n || '/' || c, current_date + 400, c % 2 = 0, ${pick(['uploaded', 'verified'], 'c + n')}, m.participant_person_id, ${moment('50 - c')}
      ${FROM_MOBILITY(size, 5)}`,
  },
  {
    table: 'agreement',
    sql: (size) => `INSERT INTO agreement (id, mobility_id, organisation_id, number, created_at)
      SELECT ${id('agreement', 'n')}, m.id, m.sending_organisation_id, 'LA-' || n, ${moment('60')} ${FROM_MOBILITY(size, 1)}`,
  },
  {
    table: 'agreement_version',
    sql: (
      size,
    ) => `INSERT INTO agreement_version (id, agreement_id, mobility_id, number, content, content_hash, status, required_parties, company_id, host_organisation_id,
        has_supporting, adult_on, created_by, created_at, opened_at, locked_at)
      SELECT ${id('version', 'n')}, ${id('agreement', 'n')}, m.id, 1, '${content}'::jsonb, md5('content ' || n) || md5('hash ' || n), 'locked', '{participant,sending,hosting}',
        m.company_id, m.host_organisation_id, true, m.adult_on, ${id('coordinator', hostOf('n', size))}, ${moment('60')}, ${moment('59')}, ${moment('50')}
      ${FROM_MOBILITY(size, 1)}`,
  },
  {
    table: 'assessment',
    sql: (
      size,
    ) => `INSERT INTO assessment (id, mobility_id, version_id, kind, outcomes, week, at_risk, person_id, assessor_name, saved_at, submitted_at)
      SELECT ${id('assessment', 'n')}, m.id, ${id('version', 'n')}, 'midterm', '${midterm}'::jsonb, 2, 0, m.tutor_person_id, 'Tutor', ${moment('20')}, ${moment('20')}
      ${FROM_MOBILITY(size, 1)}`,
  },
  {
    table: 'diary_entry',
    sql: (
      size,
    ) => `INSERT INTO diary_entry (id, mobility_id, day, hours, activities, learned, shared, shared_with_guardian, created_at, updated_at)
      SELECT ${id('diary', 'n * 100 + c')}, m.id, m.starts_on + c, 7.5, 'Prepared the starters, kept the station clean and helped with the evening service on day ' || c || '.',
        'How to plan the steps of a dish and to ask for help in German.', true, false, ${moment('30 - c')}, ${moment('30 - c')}
      ${FROM_MOBILITY(size, 10)}`,
  },
];

const STEPS: readonly Step[] = [...organisations, ...people, ...mobilitySteps, ...whatHangsOnThem];

/** Fills an empty, migrated database; returns the rows made by table. Triggers that guard single steps are off meanwhile. */
export async function generate(
  client: ClientBase,
  size: Size,
  passwordHash: string,
): Promise<Readonly<Record<string, number>>> {
  const made: Record<string, number> = {};
  for (const { table, sql } of STEPS) {
    const { rows } = await client.query<{ there: boolean }>('SELECT to_regclass($1) IS NOT NULL AS there', [table]);
    if (!rows[0]?.there) continue;
    await client.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
    const { rowCount } = await client.query(sql(size));
    await client.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
    made[table] = (made[table] ?? 0) + (rowCount ?? 0);
  }
  await client.query('UPDATE person SET password_hash = $2 WHERE email = $1', [COORDINATOR, passwordHash]);
  await client.query('ANALYZE');
  return made;
}
