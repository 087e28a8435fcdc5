import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** The secret part of the address at which anybody who holds a sealed file may ask whether it is genuine. */
export class SealProof1780000170000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE sealed_file ADD COLUMN token text CONSTRAINT sealed_file_token UNIQUE');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE sealed_file DROP COLUMN token');
  }
}
