import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** E-mails that are stuck, and jobs that somebody gave up. */
export class DeadLetters1780000150000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(deadLetters);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE given_up_job; DROP INDEX mail_stuck;
      ALTER TABLE mail DROP COLUMN sending_at, DROP COLUMN stuck, DROP COLUMN stuck_at, DROP COLUMN answer,
        DROP COLUMN settled_as, DROP COLUMN settled_at`);
  }
}

const deadLetters = `
  ALTER TABLE mail ADD COLUMN sending_at timestamptz,
    ADD COLUMN stuck text CHECK (stuck IN ('refused', 'unclear')), ADD COLUMN stuck_at timestamptz,
    ADD COLUMN answer text, ADD COLUMN settled_as text CHECK (settled_as IN ('arrived', 'given-up')),
    ADD COLUMN settled_at timestamptz,
    ADD CONSTRAINT mail_stuck_whole CHECK ((stuck IS NULL) = (stuck_at IS NULL)),
    ADD CONSTRAINT mail_settled_whole CHECK ((settled_as IS NULL) = (settled_at IS NULL));
  CREATE INDEX mail_stuck ON mail (stuck_at, id) WHERE stuck IS NOT NULL;
  CREATE TABLE given_up_job (
    id uuid PRIMARY KEY, kind text NOT NULL, subject_type text, subject_id text, attempts integer NOT NULL, error text,
    queued_at timestamptz NOT NULL, reason text NOT NULL, given_up_at timestamptz NOT NULL,
    person_id uuid REFERENCES person
  );
  CREATE INDEX given_up_job_newest ON given_up_job (given_up_at DESC, id DESC);`;
