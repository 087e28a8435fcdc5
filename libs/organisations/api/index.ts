import { type Slice } from '@softmob/api-kit';
import { Organisation, Partnership } from './organisation.entity';
import {
  InvitationOrganisationResolver,
  MembershipOrganisationResolver,
  OrganisationResolver,
} from './organisation.resolver';

export const organisationsSlice: Slice = {
  name: 'organisations',
  entities: [Organisation, Partnership],
  resolvers: [OrganisationResolver, MembershipOrganisationResolver, InvitationOrganisationResolver],
};

export { Organisation, Partnership } from './organisation.entity';
export * from './organisation.loaders';
export { ContactType, OrganisationType } from './organisation.type';
