import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Thumbnails of the files of messages. */
export class MessageThumbnails1780000190000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE message_file
        ADD COLUMN thumbnail text NOT NULL DEFAULT 'waiting'
          CONSTRAINT message_file_thumbnail CHECK (thumbnail IN ('waiting', 'made', 'none'));
      CREATE INDEX message_file_thumbnail_waiting ON message_file (storage_key) WHERE thumbnail = 'waiting'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX message_file_thumbnail_waiting;
      ALTER TABLE message_file DROP COLUMN thumbnail`);
  }
}
