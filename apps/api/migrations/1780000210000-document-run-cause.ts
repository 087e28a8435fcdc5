import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What made the house issue documents by itself: the same cause begins one run, however often it is heard. */
export class DocumentRunCause1780000210000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE document_run ADD COLUMN cause text CONSTRAINT document_run_cause UNIQUE');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE document_run DROP COLUMN cause');
  }
}
