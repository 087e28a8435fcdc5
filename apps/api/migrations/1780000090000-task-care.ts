import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Who looks after a task: given to somebody, put off, brought before the coordinator; calendar feeds and reminders. */
export class TaskCare1780000090000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [tasks, feeds, reminders]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE task_notice, task_reminder, calendar_feed');
    await runner.query(`ALTER TABLE task DROP COLUMN assignee_person_id, DROP COLUMN snoozed_until,
      DROP COLUMN snooze_reason, DROP COLUMN escalated_for`);
  }
}

const tasks = `
  ALTER TABLE task ADD assignee_person_id uuid REFERENCES person, ADD snoozed_until date, ADD snooze_reason text,
    ADD escalated_for date,
    ADD CONSTRAINT task_snooze_has_reason CHECK ((snoozed_until IS NULL) = (snooze_reason IS NULL));
  CREATE INDEX task_assignee ON task (assignee_person_id) WHERE assignee_person_id IS NOT NULL;
  CREATE INDEX task_due ON task (due_on) WHERE done_at IS NULL AND cancelled_at IS NULL;`;

const feeds = `
  CREATE TABLE calendar_feed (
    id uuid PRIMARY KEY, membership_id uuid NOT NULL REFERENCES membership, secret_hash text NOT NULL UNIQUE,
    created_at timestamptz NOT NULL, revoked_at timestamptz, read_at timestamptz, content_hash text,
    changed_at timestamptz
  );
  CREATE UNIQUE INDEX calendar_feed_one ON calendar_feed (membership_id) WHERE revoked_at IS NULL;`;

const reminders = `
  CREATE TABLE task_reminder (
    membership_id uuid NOT NULL REFERENCES membership, day date NOT NULL, PRIMARY KEY (membership_id, day)
  );
  CREATE TABLE task_notice (
    task_id uuid NOT NULL REFERENCES task, membership_id uuid NOT NULL REFERENCES membership, rule text NOT NULL,
    due_on date NOT NULL, day date NOT NULL, PRIMARY KEY (task_id, membership_id, rule, due_on)
  );
  CREATE INDEX task_notice_membership ON task_notice (membership_id, day);`;
