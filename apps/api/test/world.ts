import { hashPassword } from '@softmob/identity-api';
import { type Pool } from 'pg';
import { v7 as uuid } from 'uuid';
import { PASSWORD } from './harness';

/** One school with what belongs to it; the world has two, so that every test has a stranger at hand. */
export interface SchoolWorld {
  readonly schoolId: string;
  readonly hostId: string;
  readonly companyId: string;
  readonly projectId: string;
  readonly flowId: string;
  /** A process of its own, published once, followed by no flow. */
  readonly templateId: string;
  /** An adult and a minor with a guardian, in this order. */
  readonly participantIds: readonly [string, string];
  readonly mobilityIds: readonly [string, string];
  readonly people: {
    readonly coordinator: string;
    readonly teacher: string;
    readonly finance: string;
    readonly host: string;
    readonly tutor: string;
    readonly adult: string;
    readonly minor: string;
    readonly guardian: string;
  };
  readonly personIds: Readonly<Record<string, string>>;
}

export interface World {
  readonly own: SchoolWorld;
  readonly foreign: SchoolWorld;
  /** Signs in through the sending portal. */
  readonly operator: string;
}

const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);

async function buildSchool(pool: Pool, mark: string, passwordHash: string): Promise<SchoolWorld> {
  const insert = async (table: string, row: Record<string, unknown>): Promise<string> => {
    const withId: Record<string, unknown> = { id: uuid(), ...row };
    const columns = Object.keys(withId);
    await pool.query(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((_column, at) => `$${String(at + 1)}`).join(', ')})`,
      Object.values(withId),
    );
    return withId.id as string;
  };
  const organisation = (kind: string, name: string, country: string, town: string, managerId: string | null = null) =>
    insert('organisation', {
      kind,
      name,
      country,
      town,
      street: 'Street 1',
      manager_id: managerId,
      created_at: new Date(),
    });
  const schoolId = await organisation('school', `School ${mark}`, 'IT', 'Foligno');
  const hostId = await organisation('host', `Host ${mark}`, 'DE', 'Berlin');
  const companyId = await organisation('company', `Company ${mark}`, 'DE', 'Berlin', hostId);
  await insert('partnership', { sending_id: schoolId, host_id: hostId, created_at: new Date() });

  const personIds: Record<string, string> = {};
  const person = async (email: string, role: string, organisationId: string | null) => {
    const personId = await insert('person', {
      email,
      display_name: email.split('@')[0],
      locale: 'en',
      password_hash: passwordHash,
      created_at: new Date(),
    });
    await insert('membership', { person_id: personId, organisation_id: organisationId, role, created_at: new Date() });
    personIds[email] = personId;
    return email;
  };
  const at = `${mark}.example`;
  const people = {
    coordinator: await person(`coordinator@${at}`, 'sendingCoordinator', schoolId),
    teacher: await person(`teacher@${at}`, 'sendingTeacher', schoolId),
    finance: await person(`finance@${at}`, 'sendingFinance', schoolId),
    host: await person(`host@${at}`, 'hostCoordinator', hostId),
    tutor: await person(`tutor@${at}`, 'companyTutor', companyId),
    adult: await person(`adult@${at}`, 'participant', schoolId),
    minor: await person(`minor@${at}`, 'participant', schoolId),
    guardian: await person(`guardian@${at}`, 'guardian', schoolId),
  };
  const projectId = await insert('project', {
    organisation_id: schoolId,
    title: `Project ${mark}`,
    action: 'KA121',
    agreement_number: '2026-1-IT01-KA121-VET-000000001',
    call_year: 2026,
    starts_on: day(-200),
    ends_on: day(250),
    created_at: new Date(),
  });
  const templateId = await insert('process_template', {
    organisation_id: schoolId,
    key: `process-${mark}`,
    name_en: `Process ${mark}`,
    name_it: `Processo ${mark}`,
    created_at: new Date(),
  });
  await insert('process_template_version', {
    template_id: templateId,
    number: 1,
    steps: JSON.stringify([
      {
        key: 'pack',
        title: { en: `Pack for ${mark}`, it: `Valigia ${mark}` },
        phase: 'preparation',
        role: 'participant',
        scope: 'mobility',
        due: { anchor: 'departure', offsetDays: -1 },
        closesOn: null,
      },
    ]),
    published_at: new Date(),
  });
  const flowId = await insert('flow', {
    project_id: projectId,
    organisation_id: schoolId,
    code: 'BER-1',
    activity_type: 'VET_SHORT',
    country: 'DE',
    town: 'Berlin',
    starts_on: day(60),
    ends_on: day(87),
    host_organisation_id: hostId,
    process_template: 'VET_SHORT',
    created_at: new Date(),
  });
  const letterId = await insert('document_template', {
    organisation_id: schoolId,
    key: `letter-${mark}`,
    kind: 'invitationLetter',
    name_en: `Letter ${mark}`,
    name_it: `Lettera ${mark}`,
    created_at: new Date(),
  });
  const sheet = { title: `Letter ${mark}`, blocks: [{ key: 'a', type: 'paragraph', text: `Of ${mark}` }] };
  const letterVersionId = await insert('document_template_version', {
    template_id: letterId,
    number: 1,
    content: JSON.stringify({
      sheets: { en: sheet, it: null },
      readers: { participant: true, host: true },
      logo: null,
    }),
    published_at: new Date(),
  });
  const participant = (email: string, birth: string, adultOn: string, guardianEmail: string | null) =>
    insert('participant', {
      organisation_id: schoolId,
      person_id: personIds[email],
      guardian_person_id: guardianEmail ? personIds[guardianEmail] : null,
      student_number: `${mark}-${email.split('@')[0] ?? ''}`,
      first_name: email.split('@')[0],
      last_name: `Last ${mark}`,
      email,
      phone: '+39 06 1',
      birth_date: birth,
      adult_on: adultOn,
      gender: 'F',
      nationality: 'IT',
      street: 'Via Secret 1',
      postcode: '06034',
      town: 'Foligno',
      class_name: '4A',
      qualification: 'Operatore',
      isced_f: '1013',
      eqf_level: 4,
      occupation: 'cook',
      main_language: 'de',
      language_level: 'B1',
      diet: 'secret diet',
      health_notes: 'secret health',
      fewer_opportunities: true,
      fewer_opportunities_reason: 'secret reason',
      emergency_contact: 'Emergency Contact',
      emergency_phone: '+39 06 2',
      guardian_name: guardianEmail ? 'Guardian Name' : null,
      guardian_email: guardianEmail,
      guardian_phone: guardianEmail ? '+39 06 3' : null,
      created_at: new Date(),
    });
  const adultId = await participant(people.adult, '2000-01-01', '2018-01-01', null);
  const minorId = await participant(people.minor, day(-16 * 365), day(2 * 365), people.guardian);
  const mobility = (participantId: string, email: string, adultOn: string, guardianEmail: string | null) =>
    insert('mobility', {
      project_id: projectId,
      flow_id: flowId,
      sending_organisation_id: schoolId,
      participant_id: participantId,
      participant_person_id: personIds[email],
      guardian_person_id: guardianEmail ? personIds[guardianEmail] : null,
      adult_on: adultOn,
      sort_name: `last ${mark}, ${email.split('@')[0] ?? ''}`,
      stage: 'selected',
      starts_on: day(60),
      ends_on: day(87),
      host_organisation_id: hostId,
      company_id: companyId,
      tutor_person_id: personIds[people.tutor],
      host_access_until: day(267),
      created_at: new Date(),
    });
  const mobilityIds = [
    await mobility(adultId, people.adult, '2018-01-01', null),
    await mobility(minorId, people.minor, day(2 * 365), people.guardian),
  ] as const;
  const runId = await insert('document_run', {
    organisation_id: schoolId,
    flow_id: flowId,
    version_id: letterVersionId,
    kind: 'invitationLetter',
    language: 'en',
    status: 'done',
    requested_by: personIds[people.coordinator],
    requested_at: new Date(),
    finished_at: new Date(),
  });
  await insert('issued_document', {
    organisation_id: schoolId,
    run_id: runId,
    version_id: letterVersionId,
    kind: 'invitationLetter',
    language: 'en',
    subject_id: mobilityIds[1],
    flow_id: flowId,
    mobility_id: mobilityIds[1],
    host_organisation_id: hostId,
    number: 'IL-2026-00001',
    title: sheet.title,
    content: JSON.stringify(sheet),
    token: `token-${mark}`,
    sha256: '0'.repeat(64),
    size: 1,
    mime: 'application/pdf',
    file_name: `letter-${mark}.pdf`,
    for_participant: true,
    for_host: true,
    status: 'valid',
    issued_on: day(0),
    issued_by: personIds[people.coordinator],
    issued_at: new Date(),
  });
  return {
    schoolId,
    hostId,
    companyId,
    projectId,
    flowId,
    templateId,
    participantIds: [adultId, minorId],
    mobilityIds,
    people,
    personIds,
  };
}

/** Two schools that know nothing of each other, and the operator. */
export async function buildWorld(pool: Pool): Promise<World> {
  const passwordHash = await hashPassword(PASSWORD);
  const own = await buildSchool(pool, 'own', passwordHash);
  const foreign = await buildSchool(pool, 'foreign', passwordHash);
  const operatorId = uuid();
  await pool.query(
    `INSERT INTO person (id, email, display_name, locale, password_hash, created_at) VALUES ($1, 'operator@softmob.example', 'operator', 'en', $2, now())`,
    [operatorId, passwordHash],
  );
  await pool.query(`INSERT INTO membership (id, person_id, role, created_at) VALUES ($1, $2, 'operator', now())`, [
    uuid(),
    operatorId,
  ]);
  return { own, foreign, operator: 'operator@softmob.example' };
}

/** Puts a mobility of the world into a stage, for tests of disclosure. */
export async function setStage(pool: Pool, mobilityId: string, stage: string): Promise<void> {
  await pool.query(
    `UPDATE mobility SET stage = $2, withdrawn_at = CASE WHEN $2 = 'withdrawn' THEN now() END WHERE id = $1`,
    [mobilityId, stage],
  );
}
