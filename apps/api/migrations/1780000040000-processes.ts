import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** The tasks of mobilities and flows. */
export class Processes1780000040000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tasks);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE task');
  }
}

const tasks = `
  CREATE TABLE task (
    id uuid PRIMARY KEY, organisation_id uuid NOT NULL REFERENCES organisation, flow_id uuid NOT NULL REFERENCES flow,
    mobility_id uuid REFERENCES mobility, step_key text NOT NULL, title_en text NOT NULL, title_it text NOT NULL,
    phase text NOT NULL, role text NOT NULL, due_anchor text NOT NULL CHECK (due_anchor IN ('departure', 'return')),
    due_offset integer NOT NULL, due_on date NOT NULL, closes_on text,
    needs text[] NOT NULL DEFAULT '{}', done_at timestamptz,
    done_by_person_id uuid REFERENCES person, done_how text CHECK (done_how IN ('event', 'hand')),
    cancelled_at timestamptz, version integer NOT NULL DEFAULT 1,
    CONSTRAINT task_once UNIQUE NULLS NOT DISTINCT (flow_id, mobility_id, step_key),
    CONSTRAINT task_done CHECK ((done_at IS NULL) = (done_how IS NULL) AND (done_at IS NULL OR cancelled_at IS NULL))
  );
  CREATE INDEX task_mobility ON task (mobility_id, due_on) WHERE mobility_id IS NOT NULL;
  CREATE INDEX task_flow_itself ON task (flow_id, due_on) WHERE mobility_id IS NULL;
  CREATE INDEX task_open ON task (organisation_id, due_on, id) WHERE done_at IS NULL AND cancelled_at IS NULL;
  CREATE INDEX task_school ON task (organisation_id, due_on, id);`;
