import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Places of companies, and who takes them. Two people can never get the last place, however fast they click. */
export class Placements1780000020000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [capacity, placement, peak, guard]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE placement, capacity');
    await runner.query('DROP FUNCTION placement_fits, capacity_holds, capacity_peak');
  }
}

const capacity = `
  CREATE TABLE capacity (
    id uuid PRIMARY KEY, company_id uuid NOT NULL REFERENCES organisation,
    host_organisation_id uuid REFERENCES organisation, occupation text NOT NULL,
    places integer NOT NULL CONSTRAINT capacity_places CHECK (places BETWEEN 0 AND 500), starts_on date, ends_on date,
    created_at timestamptz NOT NULL, version integer NOT NULL DEFAULT 1,
    CONSTRAINT capacity_period CHECK (ends_on >= starts_on),
    CONSTRAINT capacity_once EXCLUDE USING gist
      (company_id WITH =, occupation WITH =, daterange(starts_on, ends_on, '[]') WITH &&)
  );
  CREATE INDEX capacity_company ON capacity (company_id);
  CREATE INDEX capacity_host ON capacity (host_organisation_id);`;

const placement = `
  CREATE TABLE placement (
    id uuid PRIMARY KEY, mobility_id uuid NOT NULL REFERENCES mobility, flow_id uuid NOT NULL REFERENCES flow,
    sending_organisation_id uuid NOT NULL REFERENCES organisation, host_organisation_id uuid REFERENCES organisation,
    capacity_id uuid REFERENCES capacity, company_id uuid REFERENCES organisation, tutor_person_id uuid REFERENCES person,
    participant_id uuid NOT NULL REFERENCES participant, starts_on date NOT NULL, ends_on date NOT NULL,
    status text NOT NULL CHECK (status IN ('requested', 'proposed', 'confirmed', 'cancelled', 'declined')),
    reason text, proposed_by text, requested_at timestamptz NOT NULL, proposed_at timestamptz,
    confirmed_at timestamptz, ended_at timestamptz, version integer NOT NULL DEFAULT 1,
    CHECK (ends_on >= starts_on),
    CHECK ((capacity_id IS NULL) = (company_id IS NULL)),
    CHECK (status NOT IN ('proposed', 'confirmed') OR capacity_id IS NOT NULL),
    CHECK ((status IN ('cancelled', 'declined')) = (ended_at IS NOT NULL)),
    CONSTRAINT placement_no_overlap EXCLUDE USING gist
      (participant_id WITH =, daterange(starts_on, ends_on, '[]') WITH &&)
      WHERE (status IN ('requested', 'proposed', 'confirmed'))
  );
  CREATE UNIQUE INDEX placement_one_current ON placement (mobility_id)
    WHERE status IN ('requested', 'proposed', 'confirmed');
  CREATE INDEX placement_mobility ON placement (mobility_id);
  CREATE INDEX placement_flow ON placement (flow_id);
  CREATE INDEX placement_school ON placement (sending_organisation_id, starts_on, id);
  CREATE INDEX placement_host ON placement (host_organisation_id, starts_on, id);
  CREATE INDEX placement_company ON placement (company_id);
  CREATE INDEX placement_capacity ON placement (capacity_id, starts_on) WHERE status IN ('proposed', 'confirmed');`;

/** The most stays at once in a period: it is reached on the period's first day or on a day on which a stay begins. */
const peak = `
  CREATE FUNCTION capacity_peak(of_capacity uuid, first_day date, last_day date) RETURNS integer LANGUAGE sql AS $$
    WITH stay AS (
      SELECT starts_on, ends_on FROM placement
      WHERE capacity_id = of_capacity AND status IN ('proposed', 'confirmed')
        AND starts_on <= coalesce(last_day, 'infinity') AND ends_on >= coalesce(first_day, '-infinity')
    )
    SELECT coalesce(max(n), 0)::integer FROM (
      SELECT count(*) AS n FROM (
        SELECT DISTINCT greatest(starts_on, coalesce(first_day, '-infinity')) AS day FROM stay
      ) days JOIN stay ON stay.starts_on <= days.day AND stay.ends_on >= days.day GROUP BY days.day
    ) counted $$;`;

/**
 * The capacity's row is locked before the stays are counted: whoever comes second counts the first one's stay too.
 * It runs after the whole statement, so that two learners may swap their companies.
 */
const guard = `
  CREATE FUNCTION placement_fits() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE room capacity;
    BEGIN
      SELECT * INTO room FROM capacity WHERE id = NEW.capacity_id FOR UPDATE;
      IF NEW.starts_on < coalesce(room.starts_on, '-infinity') OR NEW.ends_on > coalesce(room.ends_on, 'infinity') THEN
        RAISE EXCEPTION 'The company has no places in this period'
          USING ERRCODE = 'check_violation', CONSTRAINT = 'placement_within_period';
      END IF;
      IF capacity_peak(room.id, NEW.starts_on, NEW.ends_on) > room.places THEN
        RAISE EXCEPTION 'The company is full in this period'
          USING ERRCODE = 'check_violation', CONSTRAINT = 'placement_over_capacity';
      END IF;
      RETURN NULL;
    END $$;
  CREATE TRIGGER placement_fits AFTER INSERT OR UPDATE OF capacity_id, starts_on, ends_on, status ON placement
    FOR EACH ROW WHEN (NEW.status IN ('proposed', 'confirmed')) EXECUTE FUNCTION placement_fits();
  CREATE FUNCTION capacity_holds() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF capacity_peak(NEW.id, NULL, NULL) > NEW.places OR EXISTS (
        SELECT 1 FROM placement WHERE capacity_id = NEW.id AND status IN ('proposed', 'confirmed')
          AND (starts_on < NEW.starts_on OR ends_on > NEW.ends_on)
      ) THEN
        RAISE EXCEPTION 'More places are taken than would remain'
          USING ERRCODE = 'check_violation', CONSTRAINT = 'capacity_below_taken';
      END IF;
      RETURN NULL;
    END $$;
  CREATE TRIGGER capacity_holds AFTER UPDATE OF places, starts_on, ends_on ON capacity
    FOR EACH ROW EXECUTE FUNCTION capacity_holds();`;
