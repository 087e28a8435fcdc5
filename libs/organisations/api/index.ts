import { type Slice } from '@softmob/api-kit';
import { ColleagueResolver, ContactInvitationResolver } from './colleague.resolver';
import { CorrectionResolver } from './correction.resolver';
import { Organisation, Partnership } from './organisation.entity';
import {
  InvitationOrganisationResolver,
  MembershipOrganisationResolver,
  OrganisationResolver,
} from './organisation.resolver';
import { SchoolResolver } from './school.resolver';

export const organisationsSlice: Slice = {
  name: 'organisations',
  entities: [Organisation, Partnership],
  resolvers: [
    OrganisationResolver,
    CorrectionResolver,
    MembershipOrganisationResolver,
    InvitationOrganisationResolver,
    SchoolResolver,
    ColleagueResolver,
    ContactInvitationResolver,
  ],
};

export { Organisation, Partnership } from './organisation.entity';
export * from './organisation.loaders';
export { ContactType, OrganisationType } from './organisation.type';
export { type OrganisationChange, patchOrganisations } from './organisation.service';
export * from './invitation.loaders';
