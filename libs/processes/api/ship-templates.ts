import { processTemplates } from '@softmob/processes-model';

type Query = (sql: string, values: unknown[]) => Promise<unknown>;

/**
 * Writes the shipped templates: new ones are added, names follow, and steps that differ from the newest version become
 * the next one. Doing it twice changes nothing. The caller sees to it that nobody else does so at the same time.
 */
export async function shipTemplates(query: Query): Promise<void> {
  const rows = JSON.stringify(
    processTemplates.map(({ key, name, activityTypes, steps }) => ({
      key,
      nameEn: name.en,
      nameIt: name.it,
      activityTypes,
      steps,
    })),
  );
  await query(
    `INSERT INTO process_template AS x (id, key, name_en, name_it, activity_types, created_at)
     SELECT gen_random_uuid(), s.key, s."nameEn", s."nameIt", s."activityTypes", now()
     FROM jsonb_to_recordset($1::jsonb) AS s(key text, "nameEn" text, "nameIt" text, "activityTypes" text[])
     ON CONFLICT ON CONSTRAINT process_template_key DO UPDATE
       SET name_en = excluded.name_en, name_it = excluded.name_it, activity_types = excluded.activity_types,
         version = x.version + 1
       WHERE x.organisation_id IS NULL
         AND (x.name_en, x.name_it, x.activity_types) <> (excluded.name_en, excluded.name_it, excluded.activity_types)`,
    [rows],
  );
  await query(
    `INSERT INTO process_template_version (id, template_id, number, steps, published_at)
     SELECT gen_random_uuid(), t.id, coalesce(v.number, 0) + 1, s.steps, now()
     FROM jsonb_to_recordset($1::jsonb) AS s(key text, steps jsonb)
     JOIN process_template t ON t.key = s.key AND t.organisation_id IS NULL
     LEFT JOIN LATERAL (SELECT number, steps FROM process_template_version n WHERE n.template_id = t.id
                        ORDER BY number DESC LIMIT 1) v ON true
     WHERE v.steps IS DISTINCT FROM s.steps`,
    [rows],
  );
}
