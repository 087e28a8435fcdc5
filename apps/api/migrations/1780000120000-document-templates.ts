import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Templates of documents as immutable versions, the runs that issue from them, and what was issued, bytes and all. */
export class DocumentTemplates1780000120000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [templates, runs, issued, frozen]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE issued_file, document_run_item, issued_document, document_run, document_counter,
      document_template_version, document_template;
      DROP FUNCTION document_version_stays(), issued_document_stays()`);
  }
}

const templates = `
  CREATE TABLE document_template (
    id uuid PRIMARY KEY, organisation_id uuid REFERENCES organisation,
    key text NOT NULL CONSTRAINT document_template_key UNIQUE, kind text NOT NULL, name_en text NOT NULL,
    name_it text NOT NULL, basis text CHECK (basis IN ('confirmed', 'partly', 'own')), draft jsonb,
    copied_from_id uuid REFERENCES document_template, archived_at timestamptz, created_at timestamptz NOT NULL,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT document_template_shipped CHECK (organisation_id IS NOT NULL OR draft IS NULL)
  );
  CREATE INDEX document_template_school ON document_template (organisation_id);
  CREATE INDEX document_template_copied ON document_template (copied_from_id);
  CREATE TABLE document_template_version (
    id uuid PRIMARY KEY, template_id uuid NOT NULL REFERENCES document_template, number integer NOT NULL CHECK (number > 0),
    content jsonb NOT NULL CHECK (jsonb_typeof(content) = 'object'), note text, published_at timestamptz NOT NULL,
    published_by_person_id uuid REFERENCES person,
    CONSTRAINT document_template_version_once UNIQUE (template_id, number)
  );
  CREATE FUNCTION document_version_stays() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'A published version of a document template never changes'; END $$;
  CREATE TRIGGER document_version_stays BEFORE UPDATE OR DELETE ON document_template_version
    FOR EACH ROW EXECUTE FUNCTION document_version_stays();`;

const runs = `
  CREATE TABLE document_run (
    id uuid PRIMARY KEY, organisation_id uuid NOT NULL REFERENCES organisation, flow_id uuid REFERENCES flow,
    version_id uuid NOT NULL REFERENCES document_template_version, kind text NOT NULL,
    language text NOT NULL CHECK (language IN ('en', 'it')),
    status text NOT NULL CHECK (status IN ('running', 'done')), requested_by uuid NOT NULL REFERENCES person,
    requested_at timestamptz NOT NULL, finished_at timestamptz,
    CHECK ((status = 'done') = (finished_at IS NOT NULL))
  );
  CREATE INDEX document_run_school ON document_run (organisation_id, requested_at DESC, id DESC);
  CREATE INDEX document_run_flow ON document_run (flow_id);
  CREATE INDEX document_run_version ON document_run (version_id);
  CREATE TABLE document_counter (
    organisation_id uuid NOT NULL REFERENCES organisation, kind text NOT NULL, year integer NOT NULL,
    last integer NOT NULL DEFAULT 0, PRIMARY KEY (organisation_id, kind, year)
  );`;

const issued = `
  CREATE TABLE issued_document (
    id uuid PRIMARY KEY, organisation_id uuid NOT NULL REFERENCES organisation,
    run_id uuid NOT NULL REFERENCES document_run, version_id uuid NOT NULL REFERENCES document_template_version,
    kind text NOT NULL, language text NOT NULL, subject_id uuid NOT NULL, flow_id uuid NOT NULL REFERENCES flow,
    mobility_id uuid REFERENCES mobility, host_organisation_id uuid REFERENCES organisation, number text NOT NULL,
    title text NOT NULL, content jsonb NOT NULL, token text NOT NULL CONSTRAINT issued_document_token UNIQUE,
    sha256 text NOT NULL, size integer NOT NULL, mime text NOT NULL, file_name text NOT NULL,
    for_participant boolean NOT NULL, for_host boolean NOT NULL,
    status text NOT NULL CHECK (status IN ('valid', 'replaced', 'withdrawn')), issued_on date NOT NULL,
    issued_by uuid NOT NULL REFERENCES person, issued_at timestamptz NOT NULL,
    replaced_by_id uuid REFERENCES issued_document DEFERRABLE INITIALLY DEFERRED, withdrawn_at timestamptz,
    withdrawn_by uuid REFERENCES person, reason text, version integer NOT NULL DEFAULT 1,
    CONSTRAINT issued_document_once UNIQUE (run_id, subject_id),
    CONSTRAINT issued_document_number UNIQUE (organisation_id, number),
    CHECK ((status = 'replaced') = (replaced_by_id IS NOT NULL)),
    CHECK ((status = 'withdrawn') = (withdrawn_at IS NOT NULL))
  );
  CREATE UNIQUE INDEX issued_document_one_valid ON issued_document (subject_id, kind, language) WHERE status = 'valid';
  CREATE INDEX issued_document_school ON issued_document (organisation_id, issued_at DESC, id DESC);
  CREATE INDEX issued_document_mobility ON issued_document (mobility_id, issued_at DESC) WHERE mobility_id IS NOT NULL;
  CREATE INDEX issued_document_flow ON issued_document (flow_id);
  CREATE INDEX issued_document_host ON issued_document (host_organisation_id, issued_at DESC, id DESC) WHERE for_host;
  CREATE INDEX issued_document_version ON issued_document (version_id);
  CREATE INDEX issued_document_replaced ON issued_document (replaced_by_id) WHERE replaced_by_id IS NOT NULL;
  CREATE TABLE issued_file (document_id uuid PRIMARY KEY REFERENCES issued_document, bytes bytea NOT NULL);
  ALTER TABLE issued_file ALTER bytes SET STORAGE EXTERNAL;
  CREATE TABLE document_run_item (
    id uuid PRIMARY KEY, run_id uuid NOT NULL REFERENCES document_run, position integer NOT NULL,
    subject_id uuid NOT NULL, mobility_id uuid REFERENCES mobility,
    state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'issued', 'failed')),
    code text, missing text[] NOT NULL DEFAULT '{}', document_id uuid REFERENCES issued_document,
    CONSTRAINT document_run_item_once UNIQUE (run_id, subject_id),
    CHECK ((state = 'issued') = (document_id IS NOT NULL)), CHECK ((state = 'failed') = (code IS NOT NULL))
  );
  CREATE INDEX document_run_item_open ON document_run_item (run_id, position) WHERE state = 'waiting';
  CREATE INDEX document_run_item_mobility ON document_run_item (mobility_id);
  CREATE INDEX document_run_item_document ON document_run_item (document_id);`;

/** What a document says, its number and its bytes stay what they were; only its state moves on. */
const frozen = `
  CREATE FUNCTION issued_document_stays() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'An issued document never changes'; END $$;
  CREATE TRIGGER issued_document_stays BEFORE UPDATE ON issued_document FOR EACH ROW
    WHEN ((OLD.number, OLD.content, OLD.sha256, OLD.token, OLD.subject_id, OLD.kind, OLD.issued_at)
      IS DISTINCT FROM (NEW.number, NEW.content, NEW.sha256, NEW.token, NEW.subject_id, NEW.kind, NEW.issued_at))
    EXECUTE FUNCTION issued_document_stays();
  CREATE TRIGGER issued_document_kept BEFORE DELETE ON issued_document
    FOR EACH ROW EXECUTE FUNCTION issued_document_stays();
  CREATE TRIGGER issued_file_kept BEFORE UPDATE OR DELETE ON issued_file
    FOR EACH ROW EXECUTE FUNCTION issued_document_stays();`;
