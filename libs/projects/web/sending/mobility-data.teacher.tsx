import { useQuery } from '@apollo/client/react';
import { graphql } from '@softmob/gql/sending-teacher';
import { QueryError } from '@softmob/portal-kit';
import { SkeletonList } from '@softmob/ui';
import { ParticipantSections } from '../shared/participant-sections';

const TeacherMobilityDocument = graphql(`
  query TeacherMobility($id: ID!) {
    mobility(id: $id) {
      id
      participant {
        id
        occupation
        qualification
        iscedF
        eqfLevel
        mainLanguage
        languageLevel
        email
        phone
        studentNumber
        className
        minor
        emergencyContact
        emergencyPhone
        diet
        healthNotes
        guardianName
        guardianEmail
        guardianPhone
      }
    }
  }
`);

/** What a teacher may know of a participant. */
export function MobilityData({ id }: { id: string }) {
  const { data, error, refetch } = useQuery(TeacherMobilityDocument, { variables: { id } });
  if (error) return <QueryError error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonList kind="cards" />;
  return <ParticipantSections participant={data.mobility.participant} />;
}
