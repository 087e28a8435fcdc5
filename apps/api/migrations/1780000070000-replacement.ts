import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** A company that cannot go on: the former stay is kept and still counts, the former tutor is remembered until it ends. */
export class Replacement1780000070000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [
      ...dropped,
      status(
        `'requested', 'proposed', 'confirmed', 'ended', 'cancelled', 'declined'`,
        `'ended', 'cancelled', 'declined'`,
      ),
      guards(`'proposed', 'confirmed', 'ended'`, `'requested', 'proposed', 'confirmed', 'ended'`),
      counting(`'proposed', 'confirmed', 'ended'`),
      former,
      reports,
    ]) {
      await runner.query(statement);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of [
      `DELETE FROM placement WHERE status = 'ended'`,
      ...dropped,
      status(`'requested', 'proposed', 'confirmed', 'cancelled', 'declined'`, `'cancelled', 'declined'`),
      guards(`'proposed', 'confirmed'`, `'requested', 'proposed', 'confirmed'`),
      counting(`'proposed', 'confirmed'`),
      'ALTER TABLE mobility DROP former_company_id, DROP former_tutor_person_id, DROP former_access_until',
      'ALTER TABLE tutor_report DROP company_id',
      'ALTER TABLE tutor_report ADD CONSTRAINT tutor_report_once UNIQUE (mobility_id, week_start)',
    ]) {
      await runner.query(statement);
    }
  }
}

const dropped = [
  'DROP TRIGGER placement_fits ON placement',
  'DROP INDEX placement_capacity',
  'ALTER TABLE placement DROP CONSTRAINT placement_no_overlap',
];

/** The checks of the first migration have no names of their own: they are found by what they say. */
const status = (all: string, over: string) => `
  DO $$ DECLARE old record; BEGIN
    FOR old IN SELECT conname FROM pg_constraint WHERE conrelid = 'placement'::regclass AND contype = 'c'
      AND pg_get_constraintdef(oid) LIKE '%declined%'
    LOOP EXECUTE format('ALTER TABLE placement DROP CONSTRAINT %I', old.conname); END LOOP;
  END $$;
  ALTER TABLE placement ADD CONSTRAINT placement_status CHECK (status IN (${all})),
    ADD CONSTRAINT placement_over CHECK ((status IN (${over})) = (ended_at IS NOT NULL));`;

/** What was there takes its place until its last day, and nobody is at two companies on one day. */
const guards = (holding: string, standing: string) => `
  ALTER TABLE placement ADD CONSTRAINT placement_no_overlap EXCLUDE USING gist
    (participant_id WITH =, daterange(starts_on, ends_on, '[]') WITH &&) WHERE (status IN (${standing}));
  CREATE INDEX placement_capacity ON placement (capacity_id, starts_on) WHERE status IN (${holding});
  CREATE TRIGGER placement_fits AFTER INSERT OR UPDATE OF capacity_id, starts_on, ends_on, status ON placement
    FOR EACH ROW WHEN (NEW.status IN (${holding})) EXECUTE FUNCTION placement_fits();`;

const counting = (holding: string) => `
  CREATE OR REPLACE FUNCTION capacity_peak(of_capacity uuid, first_day date, last_day date) RETURNS integer LANGUAGE sql AS $$
    WITH stay AS (
      SELECT starts_on, ends_on FROM placement
      WHERE capacity_id = of_capacity AND status IN (${holding})
        AND starts_on <= coalesce(last_day, 'infinity') AND ends_on >= coalesce(first_day, '-infinity')
    )
    SELECT coalesce(max(n), 0)::integer FROM (
      SELECT count(*) AS n FROM (
        SELECT DISTINCT greatest(starts_on, coalesce(first_day, '-infinity')) AS day FROM stay
      ) days JOIN stay ON stay.starts_on <= days.day AND stay.ends_on >= days.day GROUP BY days.day
    ) counted $$;
  CREATE OR REPLACE FUNCTION capacity_holds() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF capacity_peak(NEW.id, NULL, NULL) > NEW.places OR EXISTS (
        SELECT 1 FROM placement WHERE capacity_id = NEW.id AND status IN (${holding})
          AND (starts_on < NEW.starts_on OR ends_on > NEW.ends_on)
      ) THEN
        RAISE EXCEPTION 'More places are taken than would remain'
          USING ERRCODE = 'check_violation', CONSTRAINT = 'capacity_below_taken';
      END IF;
      RETURN NULL;
    END $$;`;

const former = `
  ALTER TABLE mobility ADD former_company_id uuid REFERENCES organisation, ADD former_tutor_person_id uuid REFERENCES person,
    ADD former_access_until date;
  CREATE INDEX mobility_former_company ON mobility (former_company_id, former_tutor_person_id)
    WHERE former_company_id IS NOT NULL;`;

/** Two companies may have had the learner in one week: each reports on its own days. */
const reports = `
  ALTER TABLE tutor_report ADD company_id uuid REFERENCES organisation;
  UPDATE tutor_report r SET company_id = coalesce(m.company_id, (
      SELECT s.organisation_id FROM membership s WHERE s.person_id = r.written_by_id AND s.role = 'companyTutor'
      ORDER BY s.created_at LIMIT 1))
    FROM mobility m WHERE m.id = r.mobility_id;
  ALTER TABLE tutor_report ALTER company_id SET NOT NULL, DROP CONSTRAINT tutor_report_once,
    ADD CONSTRAINT tutor_report_once UNIQUE (mobility_id, week_start, company_id);
  CREATE INDEX tutor_report_company ON tutor_report (company_id);`;
