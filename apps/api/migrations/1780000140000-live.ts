import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Open connections hear at once that a membership ended or that a seat reaches other mobilities. */
export class Live1780000140000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(live);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TRIGGER seat_changed ON seat; DROP FUNCTION tell_seat_changed;
      DROP TRIGGER membership_ended ON membership; DROP FUNCTION tell_membership_ended`);
  }
}

const live = `
  CREATE FUNCTION tell_membership_ended() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN PERFORM pg_notify('softmob_membership_ended', NEW.id::text); RETURN NULL; END $$;
  CREATE TRIGGER membership_ended AFTER UPDATE OF ended_at ON membership
    FOR EACH ROW WHEN (NEW.ended_at IS NOT NULL) EXECUTE FUNCTION tell_membership_ended();
  CREATE FUNCTION tell_seat_changed() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN PERFORM pg_notify('softmob_seat_changed', NEW.id::text); RETURN NULL; END $$;
  CREATE TRIGGER seat_changed AFTER UPDATE OF revoked_at, mobility_ids, expires_at ON seat
    FOR EACH ROW EXECUTE FUNCTION tell_seat_changed();`;
