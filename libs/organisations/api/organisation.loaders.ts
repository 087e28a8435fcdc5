import { policy } from '@softmob/access';
import { grouped, loaderById, type LoaderDefinition, source } from '@softmob/api-kit';
import { Organisation, Partnership } from './organisation.entity';

export const organisations = source(Organisation, {
  name: 'organisation',
  reach: policy.organisations.reachOrganisation,
});
/** Partnerships have no reach: services read and write them for the caller's own organisation only. */
export const partnerships = source(Partnership, { name: 'partnership', reach: null });

export const organisationById = loaderById(organisations);

/** A person in charge at an organisation. */
export interface Contact {
  readonly id: string;
  readonly personId: string;
  readonly organisationId: string;
  readonly name: string;
  readonly role: string;
  readonly title: string | null;
  readonly email: string;
  readonly phone: string | null;
}

const IN_CHARGE = ['sendingCoordinator', 'sendingTeacher', 'sendingFinance', 'hostCoordinator', 'companyTutor'];

/** The people in charge at organisations, those who coordinate first. */
export const contactsOfOrganisation: LoaderDefinition<string, Contact[]> = {
  name: 'contactsOfOrganisation',
  async batch(ctx, ids) {
    const rows = await ctx.db.query<Contact>(
      `SELECT m.id, m.person_id AS "personId", m.organisation_id AS "organisationId", p.display_name AS name, m.role,
              m.title, p.email, m.phone
       FROM membership m JOIN person p ON p.id = m.person_id
       WHERE m.organisation_id = ANY($1::uuid[]) AND m.ended_at IS NULL AND m.role = ANY($2::text[])
       ORDER BY array_position($2::text[], m.role), p.display_name`,
      [ids, IN_CHARGE],
    );
    return grouped(ids, rows, (row) => row.organisationId);
  },
};
