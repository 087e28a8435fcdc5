import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Whether somebody goes: the decision that stands, with what was missing when it was taken. */
export class DepartureDecision1780000105000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE departure_decision (
        id uuid PRIMARY KEY, mobility_id uuid NOT NULL CONSTRAINT departure_decision_once UNIQUE REFERENCES mobility,
        flow_id uuid NOT NULL REFERENCES flow, organisation_id uuid NOT NULL REFERENCES organisation,
        decision text NOT NULL CHECK (decision IN ('go', 'no-go')), reason text, missing text[] NOT NULL,
        decided_at timestamptz NOT NULL, decided_by_person_id uuid NOT NULL REFERENCES person,
        version integer NOT NULL DEFAULT 1,
        CHECK (reason IS NOT NULL OR (decision = 'go' AND missing = '{}'))
      );
      CREATE INDEX departure_decision_flow ON departure_decision (flow_id);
      CREATE INDEX departure_decision_school ON departure_decision (organisation_id);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE departure_decision');
  }
}
