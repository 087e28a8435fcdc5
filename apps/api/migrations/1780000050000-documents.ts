import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Documents that participants upload and the school verifies. */
export class Documents1780000050000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(documents);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE document');
  }
}

const documents = `
  CREATE TABLE document (
    id uuid PRIMARY KEY, mobility_id uuid NOT NULL REFERENCES mobility,
    kind text NOT NULL CHECK (kind IN ('identity', 'ehic', 'insurance', 'travel', 'consent', 'other')),
    file_name text NOT NULL, mime text NOT NULL CHECK (mime IN ('application/pdf', 'image/jpeg', 'image/png')),
    size integer NOT NULL CHECK (size > 0), sha256 text NOT NULL,
    storage_key text NOT NULL CONSTRAINT document_storage_key UNIQUE, expires_on date,
    for_host boolean NOT NULL DEFAULT false,
    status text NOT NULL CHECK (status IN ('uploaded', 'verified', 'returned', 'replaced')), reason text,
    uploaded_by_id uuid NOT NULL REFERENCES person, uploaded_at timestamptz NOT NULL,
    reviewed_by_id uuid REFERENCES person, reviewed_at timestamptz, version integer NOT NULL DEFAULT 1,
    CONSTRAINT document_returned CHECK (status <> 'returned' OR reason IS NOT NULL)
  );
  CREATE INDEX document_mobility ON document (mobility_id, uploaded_at);
  CREATE INDEX document_to_verify ON document (uploaded_at, id) WHERE status = 'uploaded';`;
