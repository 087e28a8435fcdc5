import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Diary, weekly reports, attendance and evaluations. */
export class Monitoring1780000060000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(monitoring);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE evaluation, attendance, tutor_report, diary_entry');
  }
}

const monitoring = `
  CREATE TABLE diary_entry (
    id uuid PRIMARY KEY, mobility_id uuid NOT NULL REFERENCES mobility, day date NOT NULL,
    hours real NOT NULL CHECK (hours BETWEEN 0 AND 24), activities text NOT NULL, learned text NOT NULL,
    shared boolean NOT NULL, shared_with_guardian boolean NOT NULL, created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL, version integer NOT NULL DEFAULT 1,
    CONSTRAINT diary_entry_once UNIQUE (mobility_id, day)
  );
  CREATE TABLE tutor_report (
    id uuid PRIMARY KEY, mobility_id uuid NOT NULL REFERENCES mobility, week_start date NOT NULL,
    progress integer NOT NULL CHECK (progress BETWEEN 1 AND 4), attitude integer NOT NULL CHECK (attitude BETWEEN 1 AND 4),
    comment text NOT NULL, concerns text, written_by_id uuid NOT NULL REFERENCES person,
    submitted_at timestamptz NOT NULL, version integer NOT NULL DEFAULT 1,
    CONSTRAINT tutor_report_once UNIQUE (mobility_id, week_start),
    CONSTRAINT tutor_report_monday CHECK (extract(isodow FROM week_start) = 1)
  );
  CREATE TABLE attendance (
    id uuid PRIMARY KEY, mobility_id uuid NOT NULL REFERENCES mobility, day date NOT NULL,
    status text NOT NULL CHECK (status IN ('present', 'absent', 'excused', 'holiday')),
    hours real NOT NULL CHECK (hours BETWEEN 0 AND 24), recorded_by_id uuid NOT NULL REFERENCES person,
    recorded_at timestamptz NOT NULL, CONSTRAINT attendance_once UNIQUE (mobility_id, day),
    CONSTRAINT attendance_hours CHECK (status = 'present' OR hours = 0)
  );
  CREATE TABLE evaluation (
    id uuid PRIMARY KEY, mobility_id uuid NOT NULL REFERENCES mobility CONSTRAINT evaluation_once UNIQUE,
    questionnaire text NOT NULL, answers jsonb NOT NULL, comment text, private boolean NOT NULL,
    submitted_at timestamptz NOT NULL
  );`;
