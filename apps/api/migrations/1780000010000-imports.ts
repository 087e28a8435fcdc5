import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Files on their way in: what was read, how it was understood, and what came of it. */
export class Imports1780000010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE import_batch (
        id uuid PRIMARY KEY, organisation_id uuid NOT NULL REFERENCES organisation, project_id uuid REFERENCES project,
        kind text NOT NULL CHECK (kind IN ('learners', 'reserves', 'accompanying', 'companies', 'organisations')),
        file_name text NOT NULL, file_kind text NOT NULL, encoding text NOT NULL, separator text, headers jsonb NOT NULL,
        header_row integer NOT NULL, row_numbers jsonb NOT NULL, rows jsonb NOT NULL, mapping jsonb NOT NULL,
        receipt jsonb, created_by uuid NOT NULL REFERENCES person, created_at timestamptz NOT NULL,
        applied_at timestamptz, version integer NOT NULL DEFAULT 1
      );
      CREATE INDEX import_batch_organisation ON import_batch (organisation_id, created_at DESC);
      CREATE INDEX participant_email ON participant (organisation_id, lower(email));
      CREATE INDEX participant_number ON participant (organisation_id, lower(student_number));
      CREATE INDEX mobility_of_participant ON mobility (participant_id);
      CREATE INDEX reserve_waiting ON reserve (project_id, rank) WHERE status = 'waiting';
      CREATE INDEX accompanying_flow ON accompanying_person (flow_id);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX accompanying_flow, reserve_waiting, mobility_of_participant, participant_number, participant_email;
      DROP TABLE import_batch;`);
  }
}
