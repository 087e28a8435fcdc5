import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Files that are sent in parts: whose they are, and what became of them. */
export class ResumableUploads1780000220000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE upload (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES person,
        session_id uuid NOT NULL REFERENCES session,
        membership_id uuid REFERENCES membership,
        size integer NOT NULL CHECK (size > 0),
        file_name text NOT NULL,
        started_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        handed_to text,
        result jsonb
      );
      CREATE INDEX upload_of_person ON upload (person_id, started_at);
      CREATE INDEX upload_expires ON upload (expires_at)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE upload');
  }
}
