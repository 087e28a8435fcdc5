import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** People, sessions, history, e-mail; organisations, participants, projects, flows and mobilities. */
export class Foundation1780000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE EXTENSION IF NOT EXISTS btree_gist');
    for (const statement of [platform, identity, organisations, participants, projects]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE reserve, accompanying_person, mobility, flow, project, participant, partnership, seat,
      invitation, session, membership, organisation, person, throttle, setting, outbox_message, mail, idempotency,
      access_log, event`);
  }
}

const platform = `
  CREATE TABLE event (
    id uuid PRIMARY KEY, type text NOT NULL, subject_type text NOT NULL, subject_id uuid NOT NULL,
    organisation_id uuid, flow_id uuid, mobility_id uuid, actor_person_id uuid, actor_membership_id uuid,
    audience text NOT NULL, ip text, at timestamptz NOT NULL, recorded_at timestamptz NOT NULL, before jsonb, after jsonb
  );
  CREATE INDEX event_mobility ON event (mobility_id, id) WHERE mobility_id IS NOT NULL;
  CREATE INDEX event_flow ON event (flow_id, id) WHERE flow_id IS NOT NULL;
  CREATE INDEX event_subject ON event (subject_id, id);
  CREATE INDEX event_organisation ON event (organisation_id, id) WHERE organisation_id IS NOT NULL;
  CREATE FUNCTION event_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'The history is append-only'; END $$;
  CREATE TRIGGER event_append_only BEFORE UPDATE OR DELETE ON event
    FOR EACH ROW EXECUTE FUNCTION event_is_append_only();
  CREATE TABLE access_log (
    id uuid PRIMARY KEY, participant_id uuid NOT NULL, field text NOT NULL, person_id uuid NOT NULL,
    audience text NOT NULL, at timestamptz NOT NULL
  );
  CREATE INDEX access_log_participant ON access_log (participant_id, at DESC);
  CREATE TABLE idempotency (key text PRIMARY KEY, created_at timestamptz NOT NULL, result jsonb);
  CREATE TABLE mail (
    id uuid PRIMARY KEY, recipient text NOT NULL, recipient_name text NOT NULL, template text NOT NULL,
    locale text NOT NULL, data jsonb NOT NULL, organisation_id uuid, queued_at timestamptz NOT NULL,
    sent_at timestamptz, message_id text
  );
  CREATE TABLE outbox_message (
    id uuid PRIMARY KEY, recipient text NOT NULL, subject text NOT NULL, raw text NOT NULL, html text NOT NULL,
    text text NOT NULL, sent_at timestamptz NOT NULL
  );
  CREATE INDEX outbox_message_newest ON outbox_message (sent_at DESC, id DESC);
  CREATE TABLE setting (key text PRIMARY KEY, value jsonb NOT NULL);
  CREATE TABLE throttle (key varchar(255) PRIMARY KEY, points integer NOT NULL DEFAULT 0, expire bigint);`;

const identity = `
  CREATE TABLE person (
    id uuid PRIMARY KEY, email text NOT NULL CONSTRAINT person_email UNIQUE CHECK (email = lower(email)),
    display_name text NOT NULL, locale text NOT NULL, password_hash text, created_at timestamptz NOT NULL,
    version integer NOT NULL DEFAULT 1
  );
  CREATE TABLE membership (
    id uuid PRIMARY KEY, person_id uuid NOT NULL REFERENCES person, organisation_id uuid, role text NOT NULL,
    title text, phone text, created_at timestamptz NOT NULL, ended_at timestamptz,
    CONSTRAINT membership_once UNIQUE NULLS NOT DISTINCT (person_id, organisation_id, role)
  );
  CREATE INDEX membership_organisation ON membership (organisation_id, role);
  CREATE TABLE session (
    id uuid PRIMARY KEY, token_hash text NOT NULL UNIQUE, person_id uuid NOT NULL REFERENCES person, seat_id uuid,
    portal text NOT NULL, created_at timestamptz NOT NULL, expires_at timestamptz NOT NULL, revoked_at timestamptz,
    ip text, user_agent text, confirmed_until timestamptz
  );
  CREATE INDEX session_person ON session (person_id);
  CREATE TABLE invitation (
    id uuid PRIMARY KEY, person_id uuid NOT NULL REFERENCES person, membership_id uuid REFERENCES membership,
    purpose text NOT NULL, token_hash text NOT NULL UNIQUE, sent_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL, used_at timestamptz
  );
  CREATE INDEX invitation_membership ON invitation (membership_id);
  CREATE TABLE seat (
    id uuid PRIMARY KEY, membership_id uuid NOT NULL REFERENCES membership, mobility_ids uuid[] NOT NULL,
    token_hash text NOT NULL UNIQUE, created_at timestamptz NOT NULL, expires_at timestamptz NOT NULL,
    revoked_at timestamptz, code_hash text, code_expires_at timestamptz, code_tries integer NOT NULL DEFAULT 0
  );
  CREATE INDEX seat_membership ON seat (membership_id);`;

const organisations = `
  CREATE TABLE organisation (
    id uuid PRIMARY KEY, kind text NOT NULL CHECK (kind IN ('school', 'host', 'company')), name text NOT NULL,
    oid text CONSTRAINT organisation_oid UNIQUE, country text NOT NULL, town text NOT NULL, postcode text, street text,
    email text, phone text, manager_id uuid REFERENCES organisation, owner_id uuid REFERENCES organisation,
    retention_days integer NOT NULL DEFAULT 180, created_at timestamptz NOT NULL, version integer NOT NULL DEFAULT 1
  );
  CREATE INDEX organisation_manager ON organisation (manager_id);
  CREATE INDEX organisation_owner ON organisation (owner_id);
  ALTER TABLE membership ADD FOREIGN KEY (organisation_id) REFERENCES organisation;
  CREATE TABLE partnership (
    id uuid PRIMARY KEY, sending_id uuid NOT NULL REFERENCES organisation, host_id uuid NOT NULL REFERENCES organisation,
    created_at timestamptz NOT NULL, CONSTRAINT partnership_once UNIQUE (sending_id, host_id)
  );
  CREATE INDEX partnership_host ON partnership (host_id);`;

const participants = `
  CREATE TABLE participant (
    id uuid PRIMARY KEY, organisation_id uuid NOT NULL REFERENCES organisation, person_id uuid NOT NULL REFERENCES person,
    guardian_person_id uuid REFERENCES person, kind text NOT NULL DEFAULT 'learner', student_number text,
    first_name text NOT NULL, last_name text NOT NULL, email text NOT NULL, phone text, birth_date date NOT NULL,
    adult_on date NOT NULL, gender text, nationality text, street text, postcode text, town text, class_name text,
    qualification text, isced_f text, eqf_level integer CHECK (eqf_level BETWEEN 1 AND 8), occupation text NOT NULL,
    main_language text, language_level text, diet text, health_notes text,
    health_released_to_host boolean NOT NULL DEFAULT false, health_released_to_teachers boolean NOT NULL DEFAULT false,
    fewer_opportunities boolean NOT NULL DEFAULT false, fewer_opportunities_reason text, emergency_contact text,
    emergency_phone text, guardian_name text, guardian_email text, guardian_phone text, created_at timestamptz NOT NULL,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT participant_person_once UNIQUE (organisation_id, person_id),
    CONSTRAINT participant_number_once UNIQUE (organisation_id, student_number)
  );
  CREATE INDEX participant_person ON participant (person_id);
  CREATE INDEX participant_guardian ON participant (guardian_person_id);`;

const projects = `
  CREATE TABLE project (
    id uuid PRIMARY KEY, organisation_id uuid NOT NULL REFERENCES organisation, title text NOT NULL, action text NOT NULL,
    agreement_number text, call_year integer NOT NULL, starts_on date NOT NULL, ends_on date NOT NULL,
    created_at timestamptz NOT NULL, version integer NOT NULL DEFAULT 1, CHECK (ends_on > starts_on)
  );
  CREATE INDEX project_organisation ON project (organisation_id);
  CREATE TABLE flow (
    id uuid PRIMARY KEY, project_id uuid NOT NULL REFERENCES project, organisation_id uuid NOT NULL REFERENCES organisation,
    code text NOT NULL, activity_type text NOT NULL, country text NOT NULL, town text NOT NULL, starts_on date NOT NULL,
    ends_on date NOT NULL, host_organisation_id uuid REFERENCES organisation,
    hosting_party text NOT NULL DEFAULT 'company' CHECK (hosting_party IN ('company', 'host')),
    process_template text NOT NULL, created_at timestamptz NOT NULL, version integer NOT NULL DEFAULT 1,
    CONSTRAINT flow_code_once UNIQUE (project_id, code), CHECK (ends_on >= starts_on)
  );
  CREATE INDEX flow_organisation ON flow (organisation_id);
  CREATE INDEX flow_host ON flow (host_organisation_id);
  CREATE TABLE accompanying_person (
    id uuid PRIMARY KEY, flow_id uuid NOT NULL REFERENCES flow, organisation_id uuid NOT NULL REFERENCES organisation,
    first_name text NOT NULL, last_name text NOT NULL, email text NOT NULL, starts_on date NOT NULL, ends_on date NOT NULL,
    CONSTRAINT accompanying_once UNIQUE (flow_id, email)
  );
  CREATE TABLE mobility (
    id uuid PRIMARY KEY, project_id uuid NOT NULL REFERENCES project, flow_id uuid NOT NULL REFERENCES flow,
    sending_organisation_id uuid NOT NULL REFERENCES organisation, participant_id uuid NOT NULL REFERENCES participant,
    participant_person_id uuid NOT NULL REFERENCES person, guardian_person_id uuid REFERENCES person,
    adult_on date NOT NULL, sort_name text NOT NULL,
    stage text NOT NULL CHECK (stage IN ('selected', 'proposed', 'confirmed', 'abroad', 'back', 'withdrawn')),
    starts_on date NOT NULL, ends_on date NOT NULL, host_organisation_id uuid REFERENCES organisation,
    company_id uuid REFERENCES organisation, tutor_person_id uuid REFERENCES person, host_access_until date NOT NULL,
    bm_id text, green_travel boolean NOT NULL DEFAULT false, arrived_on date, final_assessed_at timestamptz,
    recognised_at timestamptz, withdrawn_at timestamptz, withdrawn_reason text, replaces_id uuid REFERENCES mobility,
    created_at timestamptz NOT NULL, version integer NOT NULL DEFAULT 1, CHECK (ends_on >= starts_on),
    CONSTRAINT mobility_withdrawn CHECK ((stage = 'withdrawn') = (withdrawn_at IS NOT NULL)),
    CONSTRAINT mobility_no_overlap EXCLUDE USING gist
      (participant_id WITH =, daterange(starts_on, ends_on, '[]') WITH &&) WHERE (stage <> 'withdrawn')
  );
  CREATE INDEX mobility_school ON mobility (sending_organisation_id, sort_name, id);
  CREATE INDEX mobility_project ON mobility (project_id, sort_name, id);
  CREATE INDEX mobility_flow ON mobility (flow_id);
  CREATE INDEX mobility_host ON mobility (host_organisation_id, sort_name, id);
  CREATE INDEX mobility_company ON mobility (company_id, tutor_person_id);
  CREATE INDEX mobility_participant ON mobility (participant_person_id);
  CREATE INDEX mobility_guardian ON mobility (guardian_person_id) WHERE guardian_person_id IS NOT NULL;
  CREATE TABLE reserve (
    id uuid PRIMARY KEY, project_id uuid NOT NULL REFERENCES project, organisation_id uuid NOT NULL REFERENCES organisation,
    participant_id uuid NOT NULL REFERENCES participant, rank integer NOT NULL CHECK (rank > 0),
    status text NOT NULL DEFAULT 'waiting' CHECK (status IN ('waiting', 'promoted', 'declined')),
    mobility_id uuid REFERENCES mobility,
    CONSTRAINT reserve_once UNIQUE (project_id, participant_id), CONSTRAINT reserve_rank_once UNIQUE (project_id, rank)
  );`;
