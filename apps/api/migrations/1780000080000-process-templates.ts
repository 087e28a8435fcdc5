import { shipTemplates } from '@softmob/processes-api';
import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Process templates as immutable versions; each flow follows one of them. */
export class ProcessTemplates1780000080000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [templates, versions, followed]) await runner.query(statement);
    await shipTemplates((sql, values) => runner.query(sql, values));
    await runner.query(
      `UPDATE flow SET process_template_version_id = v.id FROM process_template t
       JOIN process_template_version v ON v.template_id = t.id WHERE t.key = flow.process_template`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of [
      'ALTER TABLE flow DROP process_template_version_id',
      'DROP TABLE process_template_version',
      'DROP TABLE process_template',
      'DROP FUNCTION process_template_version_stays()',
    ]) {
      await runner.query(statement);
    }
  }
}

const templates = `
  CREATE TABLE process_template (
    id uuid PRIMARY KEY, organisation_id uuid REFERENCES organisation,
    key text NOT NULL CONSTRAINT process_template_key UNIQUE, name_en text NOT NULL, name_it text NOT NULL,
    activity_types text[] NOT NULL DEFAULT '{}', shared_with_partners boolean NOT NULL DEFAULT false, draft jsonb,
    copied_from_id uuid REFERENCES process_template, archived_at timestamptz, created_at timestamptz NOT NULL,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT process_template_shipped CHECK (organisation_id IS NOT NULL OR (draft IS NULL AND NOT shared_with_partners))
  );
  CREATE INDEX process_template_school ON process_template (organisation_id);
  CREATE INDEX process_template_copied ON process_template (copied_from_id);`;

const versions = `
  CREATE TABLE process_template_version (
    id uuid PRIMARY KEY, template_id uuid NOT NULL REFERENCES process_template, number integer NOT NULL CHECK (number > 0),
    steps jsonb NOT NULL CHECK (jsonb_typeof(steps) = 'array'), note text, published_at timestamptz NOT NULL,
    published_by_person_id uuid REFERENCES person,
    CONSTRAINT process_template_version_once UNIQUE (template_id, number)
  );
  CREATE FUNCTION process_template_version_stays() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'A published version of a process never changes'; END $$;
  CREATE TRIGGER process_template_version_stays BEFORE UPDATE OR DELETE ON process_template_version
    FOR EACH ROW EXECUTE FUNCTION process_template_version_stays();`;

const followed = `
  ALTER TABLE flow ADD process_template_version_id uuid REFERENCES process_template_version;
  CREATE INDEX flow_process_version ON flow (process_template_version_id);`;
