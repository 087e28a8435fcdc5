import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Word files that take the place of a template's blocks; each stays what it was when it was uploaded. */
export class WordTemplates1780000125000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE document_template_file (
        id uuid PRIMARY KEY, organisation_id uuid NOT NULL REFERENCES organisation, file_name text NOT NULL,
        sha256 text NOT NULL, bytes bytea NOT NULL, tags text[] NOT NULL, uploaded_by uuid NOT NULL REFERENCES person,
        uploaded_at timestamptz NOT NULL
      );
      CREATE INDEX document_template_file_school ON document_template_file (organisation_id);
      ALTER TABLE document_template_file ALTER bytes SET STORAGE EXTERNAL;
      CREATE TRIGGER document_template_file_stays BEFORE UPDATE OR DELETE ON document_template_file
        FOR EACH ROW EXECUTE FUNCTION document_version_stays()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE document_template_file');
  }
}
