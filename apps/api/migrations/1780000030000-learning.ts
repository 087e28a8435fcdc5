import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Units of learning outcomes, learning agreements with their signatures, assessment, recognition, certificates. */
export class Learning1780000030000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [units, agreements, frozen, assessments]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE certificate, recognition, assessment, signature, agreement_version, agreement,
      learning_unit; DROP SEQUENCE certificate_number; DROP FUNCTION signature_is_append_only, opened_agreement_is_frozen`);
  }
}

const units = `
  CREATE TABLE learning_unit (
    id uuid PRIMARY KEY, organisation_id uuid NOT NULL REFERENCES organisation, key text NOT NULL,
    occupation text NOT NULL, isced_f text NOT NULL, eqf integer NOT NULL CHECK (eqf BETWEEN 1 AND 8),
    hours integer NOT NULL CHECK (hours > 0), words jsonb NOT NULL, created_at timestamptz NOT NULL,
    version integer NOT NULL DEFAULT 1, CONSTRAINT learning_unit_key_once UNIQUE (organisation_id, key)
  );`;

const agreements = `
  CREATE TABLE agreement (
    id uuid PRIMARY KEY, mobility_id uuid NOT NULL REFERENCES mobility CONSTRAINT agreement_once UNIQUE,
    organisation_id uuid NOT NULL REFERENCES organisation, number text NOT NULL, created_at timestamptz NOT NULL
  );
  CREATE INDEX agreement_organisation ON agreement (organisation_id);
  CREATE TABLE agreement_version (
    id uuid PRIMARY KEY, agreement_id uuid NOT NULL REFERENCES agreement, mobility_id uuid NOT NULL REFERENCES mobility,
    number integer NOT NULL CHECK (number > 0), content jsonb NOT NULL, content_hash text NOT NULL,
    status text NOT NULL CHECK (status IN ('draft', 'open', 'locked', 'superseded')),
    required_parties text[] NOT NULL CHECK (required_parties <@ ARRAY['participant', 'guardian', 'sending', 'hosting', 'supporting']),
    company_id uuid NOT NULL REFERENCES organisation, host_organisation_id uuid REFERENCES organisation,
    has_supporting boolean NOT NULL, adult_on date NOT NULL, reason text, created_by uuid NOT NULL REFERENCES person,
    created_at timestamptz NOT NULL, opened_at timestamptz, locked_at timestamptz, superseded_at timestamptz,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT agreement_version_once UNIQUE (agreement_id, number),
    CHECK (status NOT IN ('open', 'locked') OR opened_at IS NOT NULL),
    CHECK (status <> 'locked' OR locked_at IS NOT NULL)
  );
  CREATE INDEX agreement_version_mobility ON agreement_version (mobility_id, number);
  CREATE INDEX agreement_version_open ON agreement_version (mobility_id) WHERE status = 'open';
  CREATE INDEX agreement_version_host ON agreement_version (host_organisation_id);
  CREATE INDEX agreement_version_company ON agreement_version (company_id);
  CREATE UNIQUE INDEX agreement_one_pending ON agreement_version (agreement_id) WHERE status IN ('draft', 'open');
  CREATE UNIQUE INDEX agreement_one_locked ON agreement_version (agreement_id) WHERE status = 'locked';
  CREATE TABLE signature (
    id uuid PRIMARY KEY, version_id uuid NOT NULL REFERENCES agreement_version, mobility_id uuid NOT NULL REFERENCES mobility,
    party text NOT NULL CHECK (party IN ('participant', 'guardian', 'sending', 'hosting', 'supporting')),
    person_id uuid NOT NULL REFERENCES person, name text NOT NULL, signed_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL, content_hash text NOT NULL,
    method text NOT NULL CHECK (method IN ('password', 'seat-code')), ip text NOT NULL, statement text NOT NULL,
    CONSTRAINT signature_once UNIQUE (version_id, mobility_id, party)
  );
  CREATE INDEX signature_mobility ON signature (mobility_id);`;

const frozen = `
  CREATE FUNCTION signature_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'Signatures are append-only'; END $$;
  CREATE TRIGGER signature_append_only BEFORE UPDATE OR DELETE ON signature
    FOR EACH ROW EXECUTE FUNCTION signature_is_append_only();
  CREATE FUNCTION opened_agreement_is_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'What was opened for signature is frozen'; END $$;
  CREATE TRIGGER agreement_version_frozen BEFORE UPDATE ON agreement_version FOR EACH ROW
    WHEN (OLD.opened_at IS NOT NULL AND (OLD.content_hash <> NEW.content_hash
      OR OLD.content IS DISTINCT FROM NEW.content OR OLD.required_parties <> NEW.required_parties))
    EXECUTE FUNCTION opened_agreement_is_frozen();
  CREATE TRIGGER agreement_version_kept BEFORE DELETE ON agreement_version
    FOR EACH ROW EXECUTE FUNCTION opened_agreement_is_frozen();`;

const assessments = `
  CREATE TABLE assessment (
    id uuid PRIMARY KEY, mobility_id uuid NOT NULL REFERENCES mobility,
    version_id uuid NOT NULL REFERENCES agreement_version, kind text NOT NULL CHECK (kind IN ('midterm', 'final', 'self')),
    outcomes jsonb NOT NULL, comment text, week integer, at_risk integer, units jsonb, grade integer,
    person_id uuid NOT NULL REFERENCES person, assessor_name text NOT NULL, saved_at timestamptz NOT NULL,
    submitted_at timestamptz, version integer NOT NULL DEFAULT 1,
    CONSTRAINT assessment_once UNIQUE (mobility_id, kind)
  );
  CREATE TABLE recognition (
    id uuid PRIMARY KEY, mobility_id uuid NOT NULL REFERENCES mobility CONSTRAINT recognition_once UNIQUE,
    result text NOT NULL CHECK (result IN ('recognised', 'partlyRecognised', 'notRecognised')), units jsonb NOT NULL,
    credits integer CHECK (credits >= 0), note text, decided_by uuid NOT NULL REFERENCES person,
    decider_name text NOT NULL, decided_at timestamptz NOT NULL
  );
  CREATE SEQUENCE certificate_number;
  CREATE TABLE certificate (
    id uuid PRIMARY KEY, mobility_id uuid NOT NULL REFERENCES mobility,
    organisation_id uuid NOT NULL REFERENCES organisation, kind text NOT NULL CHECK (kind IN ('europass')),
    number text NOT NULL, content jsonb NOT NULL, content_hash text NOT NULL,
    issued_by uuid NOT NULL REFERENCES person, issued_at timestamptz NOT NULL,
    CONSTRAINT certificate_number_once UNIQUE (organisation_id, number)
  );
  CREATE INDEX certificate_mobility ON certificate (mobility_id, issued_at);`;
