import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Seals of organisations, sealed files, and signatures that are drawn, given on paper, taken back or refused. */
export class Signatures1780000130000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [seals, versions, signatures, paper]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(undone);
  }
}

const seals = `
  CREATE TABLE seal_key (
    id uuid PRIMARY KEY, organisation_id uuid NOT NULL REFERENCES organisation,
    origin text NOT NULL CHECK (origin IN ('made', 'brought')), certificate text NOT NULL, chain text[] NOT NULL,
    locked_key text NOT NULL, subject text NOT NULL, issuer text NOT NULL, algorithm text NOT NULL,
    fingerprint text NOT NULL, valid_from timestamptz NOT NULL, valid_until timestamptz NOT NULL,
    created_by uuid REFERENCES person, created_at timestamptz NOT NULL, retired_at timestamptz
  );
  CREATE UNIQUE INDEX seal_key_in_use ON seal_key (organisation_id) WHERE retired_at IS NULL;
  CREATE INDEX seal_key_organisation ON seal_key (organisation_id, created_at);
  CREATE TABLE sealed_file (
    id uuid PRIMARY KEY, kind text NOT NULL CHECK (kind IN ('agreement')), subject_id uuid NOT NULL,
    organisation_id uuid NOT NULL REFERENCES organisation, seal_key_id uuid NOT NULL REFERENCES seal_key,
    storage_key text NOT NULL CONSTRAINT sealed_file_storage_key UNIQUE, sha256 text NOT NULL,
    size integer NOT NULL CHECK (size > 0), sealed_at timestamptz NOT NULL,
    CONSTRAINT sealed_once UNIQUE (kind, subject_id)
  );
  CREATE INDEX sealed_file_organisation ON sealed_file (organisation_id);
  CREATE INDEX sealed_file_key ON sealed_file (seal_key_id);`;

const versions = `
  ALTER TABLE agreement_version DROP CONSTRAINT agreement_version_status_check,
    ADD CONSTRAINT agreement_version_status_check
      CHECK (status IN ('draft', 'open', 'locked', 'superseded', 'declined', 'withdrawn')),
    ADD COLUMN signing_order text[]
      CHECK (signing_order <@ ARRAY['participant', 'guardian', 'sending', 'hosting', 'supporting']),
    ADD COLUMN closed_at timestamptz, ADD COLUMN closed_party text, ADD COLUMN closed_reason text,
    ADD CONSTRAINT agreement_version_closed
      CHECK (status NOT IN ('declined', 'withdrawn') OR (closed_at IS NOT NULL AND closed_reason IS NOT NULL));`;

const signatures = `
  ALTER TABLE signature DROP CONSTRAINT signature_once, DROP CONSTRAINT signature_method_check,
    ADD CONSTRAINT signature_method_check CHECK (method IN ('password', 'seat-code', 'paper')),
    ADD COLUMN mark_kind text CHECK (mark_kind IN ('typed', 'drawn')),
    ADD COLUMN mark text, ADD COLUMN checked_by text, ADD COLUMN revoked_at timestamptz,
    ADD CONSTRAINT signature_mark_whole CHECK ((mark_kind IS NULL) = (mark IS NULL)),
    ADD CONSTRAINT signature_paper_checked CHECK (method <> 'paper' OR checked_by IS NOT NULL);
  CREATE UNIQUE INDEX signature_once ON signature (version_id, party) WHERE revoked_at IS NULL;
  CREATE OR REPLACE FUNCTION signature_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF TG_OP = 'UPDATE' AND OLD.revoked_at IS NULL AND NEW.revoked_at IS NOT NULL
        AND to_jsonb(OLD) - 'revoked_at' = to_jsonb(NEW) - 'revoked_at' THEN RETURN NEW; END IF;
      RAISE EXCEPTION 'Signatures are append-only';
    END $$;`;

const paper = `
  CREATE TABLE paper_signature (
    id uuid PRIMARY KEY, version_id uuid NOT NULL REFERENCES agreement_version,
    mobility_id uuid NOT NULL REFERENCES mobility,
    party text NOT NULL CHECK (party IN ('participant', 'guardian', 'sending', 'hosting', 'supporting')),
    signer_name text NOT NULL, signed_on date NOT NULL, file_name text NOT NULL,
    mime text NOT NULL CHECK (mime IN ('application/pdf', 'image/jpeg', 'image/png')),
    size integer NOT NULL CHECK (size > 0), sha256 text NOT NULL,
    storage_key text NOT NULL CONSTRAINT paper_signature_storage_key UNIQUE,
    status text NOT NULL CHECK (status IN ('uploaded', 'verified', 'returned')), reason text,
    uploaded_by_id uuid NOT NULL REFERENCES person, uploaded_at timestamptz NOT NULL,
    reviewed_by_id uuid REFERENCES person, reviewed_at timestamptz, version integer NOT NULL DEFAULT 1,
    CONSTRAINT paper_signature_returned CHECK (status <> 'returned' OR reason IS NOT NULL)
  );
  CREATE INDEX paper_signature_version ON paper_signature (version_id, uploaded_at);
  CREATE INDEX paper_signature_mobility ON paper_signature (mobility_id);
  CREATE UNIQUE INDEX paper_signature_pending ON paper_signature (version_id, party)
    WHERE status IN ('uploaded', 'verified');`;

const undone = `
  DROP TABLE paper_signature, sealed_file, seal_key;
  DROP INDEX signature_once;
  ALTER TABLE signature DROP CONSTRAINT signature_method_check, DROP CONSTRAINT signature_mark_whole,
    DROP CONSTRAINT signature_paper_checked, DROP COLUMN mark_kind, DROP COLUMN mark, DROP COLUMN checked_by,
    DROP COLUMN revoked_at, ADD CONSTRAINT signature_once UNIQUE (version_id, mobility_id, party),
    ADD CONSTRAINT signature_method_check CHECK (method IN ('password', 'seat-code'));
  CREATE OR REPLACE FUNCTION signature_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'Signatures are append-only'; END $$;
  ALTER TABLE agreement_version DROP CONSTRAINT agreement_version_closed,
    DROP CONSTRAINT agreement_version_status_check,
    DROP COLUMN signing_order, DROP COLUMN closed_at, DROP COLUMN closed_party, DROP COLUMN closed_reason,
    ADD CONSTRAINT agreement_version_status_check CHECK (status IN ('draft', 'open', 'locked', 'superseded'));`;
