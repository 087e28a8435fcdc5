import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What a flow takes over from last year's, and what its hosts say to "same again?". */
export class CohortClone1780000100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE flow_plan (
        id uuid PRIMARY KEY, flow_id uuid NOT NULL CONSTRAINT flow_plan_once UNIQUE REFERENCES flow ON DELETE CASCADE,
        organisation_id uuid NOT NULL REFERENCES organisation, source_flow_id uuid REFERENCES flow ON DELETE SET NULL,
        weeks integer NOT NULL, places jsonb NOT NULL, accompanying_places integer NOT NULL
          CHECK (accompanying_places >= 0), created_at timestamptz NOT NULL
      );
      CREATE INDEX flow_plan_source ON flow_plan (source_flow_id);
      CREATE TABLE host_ask (
        id uuid PRIMARY KEY, flow_id uuid NOT NULL REFERENCES flow ON DELETE CASCADE,
        organisation_id uuid NOT NULL REFERENCES organisation, host_organisation_id uuid NOT NULL REFERENCES organisation,
        places jsonb NOT NULL, starts_on date NOT NULL, ends_on date NOT NULL,
        answer text CHECK (answer IN ('yes', 'changed', 'no')), comment text, offered_starts_on date, offered_ends_on date,
        asked_at timestamptz NOT NULL, answered_at timestamptz, answered_by_person_id uuid REFERENCES person,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT host_ask_once UNIQUE (flow_id, host_organisation_id), CHECK (ends_on >= starts_on),
        CHECK (offered_ends_on >= offered_starts_on), CHECK ((answer IS NULL) = (answered_at IS NULL))
      );
      CREATE INDEX host_ask_host ON host_ask (host_organisation_id, starts_on);
      CREATE INDEX host_ask_school ON host_ask (organisation_id);
      ALTER TABLE task_notice DROP CONSTRAINT task_notice_task_id_fkey,
        ADD CONSTRAINT task_notice_task_id_fkey FOREIGN KEY (task_id) REFERENCES task ON DELETE CASCADE;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE host_ask, flow_plan;
      ALTER TABLE task_notice DROP CONSTRAINT task_notice_task_id_fkey,
        ADD CONSTRAINT task_notice_task_id_fkey FOREIGN KEY (task_id) REFERENCES task`);
  }
}
