import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Conversations: threads, messages, to whom each was delivered, files, and messages to whole flows. */
export class Threads1780000155000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(threads);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE message_file, message_version, message_taker, thread_member, message, broadcast, thread;
      DROP FUNCTION plain_words`);
  }
}

const threads = `
  CREATE EXTENSION IF NOT EXISTS unaccent;
  CREATE FUNCTION plain_words(words text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN public.unaccent('public.unaccent'::regdictionary, lower(words));
  CREATE TABLE thread (
    id uuid PRIMARY KEY, kind text NOT NULL CHECK (kind IN ('mobility', 'placement', 'flow', 'organisation')),
    school_id uuid NOT NULL REFERENCES organisation, subject_id uuid NOT NULL, mobility_id uuid REFERENCES mobility,
    flow_id uuid REFERENCES flow, organisation_id uuid REFERENCES organisation, circle text[] NOT NULL,
    created_at timestamptz NOT NULL, last_message_id uuid, last_at timestamptz,
    CONSTRAINT thread_once UNIQUE (school_id, kind, subject_id, circle),
    CHECK ((kind IN ('mobility', 'placement')) = (mobility_id IS NOT NULL)),
    CHECK ((kind = 'organisation') = (organisation_id IS NOT NULL))
  );
  CREATE INDEX thread_school ON thread (school_id, last_at DESC, id DESC);
  CREATE INDEX thread_flow ON thread (flow_id);
  CREATE INDEX thread_mobility ON thread (mobility_id);
  CREATE INDEX thread_organisation ON thread (organisation_id) WHERE organisation_id IS NOT NULL;
  CREATE TABLE broadcast (
    id uuid PRIMARY KEY, flow_id uuid NOT NULL REFERENCES flow, school_id uuid NOT NULL REFERENCES organisation,
    membership_id uuid NOT NULL REFERENCES membership, circle text[] NOT NULL, body text NOT NULL,
    total integer NOT NULL, done integer NOT NULL DEFAULT 0, cursor uuid, created_at timestamptz NOT NULL,
    finished_at timestamptz
  );
  CREATE INDEX broadcast_flow ON broadcast (flow_id);
  CREATE INDEX broadcast_school ON broadcast (school_id);
  CREATE INDEX broadcast_membership ON broadcast (membership_id);
  CREATE TABLE message (
    id uuid PRIMARY KEY, thread_id uuid NOT NULL REFERENCES thread, school_id uuid NOT NULL REFERENCES organisation,
    mobility_id uuid REFERENCES mobility, sender_membership_id uuid NOT NULL REFERENCES membership,
    body text NOT NULL, mention_ids uuid[] NOT NULL DEFAULT '{}', broadcast_id uuid REFERENCES broadcast,
    sent_at timestamptz NOT NULL, edited_at timestamptz, removed_at timestamptz, version integer NOT NULL DEFAULT 1,
    words tsvector NOT NULL GENERATED ALWAYS AS (to_tsvector('simple', plain_words(body))) STORED,
    CONSTRAINT message_of_broadcast_once UNIQUE (broadcast_id, thread_id),
    CONSTRAINT message_removed CHECK (removed_at IS NULL OR body = '')
  );
  CREATE INDEX message_thread ON message (thread_id, sent_at DESC, id DESC);
  CREATE INDEX message_words ON message USING gin (words);
  CREATE INDEX message_school ON message (school_id, sent_at DESC, id DESC);
  CREATE INDEX message_mobility ON message (mobility_id) WHERE mobility_id IS NOT NULL;
  CREATE INDEX message_sender ON message (sender_membership_id);
  CREATE TABLE message_taker (
    message_id uuid NOT NULL REFERENCES message, membership_id uuid NOT NULL REFERENCES membership,
    thread_id uuid NOT NULL REFERENCES thread, person_id uuid NOT NULL REFERENCES person, read_at timestamptz,
    PRIMARY KEY (message_id, membership_id)
  );
  CREATE INDEX message_taker_unread ON message_taker (membership_id, thread_id) WHERE read_at IS NULL;
  CREATE INDEX message_taker_thread ON message_taker (thread_id, membership_id);
  CREATE INDEX message_taker_person ON message_taker (person_id);
  CREATE TABLE thread_member (
    thread_id uuid NOT NULL REFERENCES thread, membership_id uuid NOT NULL REFERENCES membership,
    last_message_id uuid NOT NULL REFERENCES message, last_at timestamptz NOT NULL,
    PRIMARY KEY (thread_id, membership_id)
  );
  CREATE INDEX thread_member_newest ON thread_member (membership_id, last_at DESC);
  CREATE TABLE message_version (
    message_id uuid NOT NULL REFERENCES message, version integer NOT NULL, body text NOT NULL,
    replaced_at timestamptz NOT NULL, PRIMARY KEY (message_id, version)
  );
  CREATE TABLE message_file (
    id uuid PRIMARY KEY, message_id uuid REFERENCES message, membership_id uuid NOT NULL REFERENCES membership,
    file_name text NOT NULL, mime text NOT NULL CHECK (mime IN ('application/pdf', 'image/jpeg', 'image/png')),
    size integer NOT NULL CHECK (size > 0), sha256 text NOT NULL, storage_key text NOT NULL,
    broadcast_id uuid REFERENCES broadcast, created_at timestamptz NOT NULL
  );
  CREATE INDEX message_file_message ON message_file (message_id) WHERE message_id IS NOT NULL;
  CREATE INDEX message_file_unsent ON message_file (membership_id, created_at) WHERE message_id IS NULL;
  CREATE INDEX message_file_storage ON message_file (storage_key);
  CREATE INDEX message_file_broadcast ON message_file (broadcast_id) WHERE broadcast_id IS NOT NULL;`;
