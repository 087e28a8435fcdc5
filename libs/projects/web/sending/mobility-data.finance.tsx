import { useQuery } from '@apollo/client/react';
import { graphql } from '@softmob/gql/sending-finance';
import { QueryError } from '@softmob/portal-kit';
import { SkeletonList } from '@softmob/ui';
import { ParticipantSections } from '../shared/participant-sections';

const FinanceMobilityDocument = graphql(`
  query FinanceMobility($id: ID!) {
    mobility(id: $id) {
      id
      participant {
        id
        occupation
        qualification
        email
        phone
        minor
        birthDate
        gender
        nationality
        street
        postcode
        town
        fewerOpportunities
      }
    }
  }
`);

/** What the finance office may know of a participant. */
export function MobilityData({ id }: { id: string }) {
  const { data, error, refetch } = useQuery(FinanceMobilityDocument, { variables: { id } });
  if (error) return <QueryError error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonList kind="cards" />;
  return <ParticipantSections participant={data.mobility.participant} />;
}
