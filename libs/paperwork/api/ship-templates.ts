import { SHIPPED } from '@softmob/paperwork-model';

type Query = (sql: string, values: unknown[]) => Promise<unknown>;

/**
 * Writes the shipped templates: new ones are added, names follow, and a content that differs from the newest version
 * becomes the next one. Doing it twice changes nothing. The caller sees to it that nobody else does so at the same time.
 */
export async function shipDocumentTemplates(query: Query): Promise<void> {
  const rows = JSON.stringify(
    SHIPPED.map(({ key, kind, name, basis, content }) => ({
      key,
      kind,
      nameEn: name.en,
      nameIt: name.it,
      basis,
      content,
    })),
  );
  await query(
    `INSERT INTO document_template AS x (id, key, kind, name_en, name_it, basis, created_at)
     SELECT gen_random_uuid(), s.key, s.kind, s."nameEn", s."nameIt", s.basis, now()
     FROM jsonb_to_recordset($1::jsonb) AS s(key text, kind text, "nameEn" text, "nameIt" text, basis text)
     ON CONFLICT ON CONSTRAINT document_template_key DO UPDATE
       SET name_en = excluded.name_en, name_it = excluded.name_it, basis = excluded.basis, version = x.version + 1
       WHERE x.organisation_id IS NULL
         AND (x.name_en, x.name_it, x.basis) IS DISTINCT FROM (excluded.name_en, excluded.name_it, excluded.basis)`,
    [rows],
  );
  await query(
    `INSERT INTO document_template_version (id, template_id, number, content, published_at)
     SELECT gen_random_uuid(), t.id, coalesce(v.number, 0) + 1, s.content, now()
     FROM jsonb_to_recordset($1::jsonb) AS s(key text, content jsonb)
     JOIN document_template t ON t.key = s.key AND t.organisation_id IS NULL
     LEFT JOIN LATERAL (SELECT number, content FROM document_template_version n WHERE n.template_id = t.id
                        ORDER BY number DESC LIMIT 1) v ON true
     WHERE v.content IS DISTINCT FROM s.content`,
    [rows],
  );
}
