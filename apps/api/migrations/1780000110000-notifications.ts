import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What people are told in their portal, how they want their e-mails, and the digests that were made. */
export class Notifications1780000110000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(notifications);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TRIGGER session_ended ON session; DROP FUNCTION tell_session_ended;
      DROP TABLE digest, mail_preference, notification; DROP INDEX mail_for_digest; ALTER TABLE mail DROP COLUMN delivery`);
  }
}

const notifications = `
  CREATE TABLE notification (
    id uuid PRIMARY KEY, person_id uuid NOT NULL REFERENCES person, membership_id uuid REFERENCES membership,
    portal text CHECK (portal IN ('sending', 'host', 'company', 'participant')), topic text NOT NULL,
    template text NOT NULL, data jsonb NOT NULL, link text, mobility_ids uuid[] NOT NULL DEFAULT '{}',
    created_at timestamptz NOT NULL, read_at timestamptz
  );
  CREATE INDEX notification_newest ON notification (person_id, created_at DESC, id DESC);
  CREATE INDEX notification_unread ON notification (person_id) WHERE read_at IS NULL;
  CREATE INDEX notification_membership ON notification (membership_id) WHERE membership_id IS NOT NULL;
  CREATE TABLE mail_preference (
    person_id uuid PRIMARY KEY REFERENCES person, deliveries jsonb NOT NULL, quiet_from text, quiet_until text,
    time_zone text NOT NULL, CONSTRAINT quiet_whole CHECK ((quiet_from IS NULL) = (quiet_until IS NULL))
  );
  ALTER TABLE mail ADD COLUMN delivery text NOT NULL DEFAULT 'once' CHECK (delivery IN ('once', 'digest'));
  CREATE INDEX mail_for_digest ON mail (recipient, queued_at) WHERE delivery = 'digest' AND sent_at IS NULL;
  CREATE TABLE digest (
    recipient text NOT NULL, day date NOT NULL, made_at timestamptz NOT NULL, PRIMARY KEY (recipient, day)
  );
  CREATE FUNCTION tell_session_ended() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN PERFORM pg_notify('softmob_session_ended', NEW.id::text); RETURN NULL; END $$;
  CREATE TRIGGER session_ended AFTER UPDATE OF revoked_at ON session
    FOR EACH ROW WHEN (NEW.revoked_at IS NOT NULL) EXECUTE FUNCTION tell_session_ended();`;
