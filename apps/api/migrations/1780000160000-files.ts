import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Thumbnails of documents, and whether it was said that one runs out. */
export class Files1780000160000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE document
        ADD COLUMN thumbnail text NOT NULL DEFAULT 'waiting'
          CONSTRAINT document_thumbnail CHECK (thumbnail IN ('waiting', 'made', 'none')),
        ADD COLUMN expiry_told_on date;
      CREATE INDEX document_thumbnail_waiting ON document (id) WHERE thumbnail = 'waiting';
      CREATE INDEX document_runs_out ON document (expires_on) WHERE status IN ('uploaded', 'verified')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX document_runs_out;
      DROP INDEX document_thumbnail_waiting;
      ALTER TABLE document DROP COLUMN expiry_told_on, DROP COLUMN thumbnail`);
  }
}
