import { type Db } from '@softmob/api-kit';
import { type DocumentKindKey } from '@softmob/paperwork-model';
import { type QueryResultRow } from 'pg';

/** What anybody who holds a document may know of it: nothing about the person. */
export interface Proof extends QueryResultRow {
  readonly kind: DocumentKindKey;
  readonly number: string;
  readonly issuer: string;
  readonly issuedOn: string;
  readonly status: 'valid' | 'replaced' | 'withdrawn';
  /** SHA-256 of the issued bytes, in hexadecimal. */
  readonly sha256: string;
}

const TOKEN = /^[A-Za-z0-9_-]{22}$/;

/** Looks an issued document or a sealed agreement up by the secret part of its address; null where there is none. */
export async function findProof(db: Db, token: string): Promise<Proof | null> {
  if (!TOKEN.test(token)) return null;
  const [proof] = await db.query<Proof>(
    `SELECT x.kind, x.number, o.name AS issuer, x.issued_on AS "issuedOn", x.status, x.sha256
     FROM issued_document x JOIN organisation o ON o.id = x.organisation_id WHERE x.token = $1
     UNION ALL
     SELECT CASE v.number WHEN 1 THEN 'learningAgreement' ELSE 'learningAmendment' END, a.number || ' · ' || v.number, o.name,
            s.sealed_at::date, CASE v.status WHEN 'locked' THEN 'valid' ELSE 'replaced' END, s.sha256
     FROM sealed_file s JOIN organisation o ON o.id = s.organisation_id
     JOIN agreement_version v ON v.id = s.subject_id JOIN agreement a ON a.id = v.agreement_id
     WHERE s.kind = 'agreement' AND s.token = $1`,
    [token],
  );
  return proof ?? null;
}
