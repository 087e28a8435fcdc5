import { graphql } from '@softmob/gql/sending-coordinator';

export const CoordinatorMobilityDocument = graphql(`
  query CoordinatorMobility($id: ID!) {
    mobility(id: $id) {
      id
      stage
      version
      startsOn
      withdrawnReason
      replaces {
        id
        participant {
          id
          firstName
          lastName
        }
      }
      flow {
        id
        project {
          id
        }
      }
      participant {
        id
        version
        firstName
        lastName
        email
        phone
        birthDate
        gender
        nationality
        street
        postcode
        town
        minor
        studentNumber
        className
        occupation
        qualification
        iscedF
        eqfLevel
        mainLanguage
        languageLevel
        emergencyContact
        emergencyPhone
        diet
        healthNotes
        healthReleasedToHost
        healthReleasedToTeachers
        fewerOpportunities
        fewerOpportunitiesReason
        guardianName
        guardianEmail
        guardianPhone
        invitation {
          status
          sentAt
          acceptedAt
        }
        guardianInvitation {
          status
          sentAt
          acceptedAt
        }
        accessLog {
          id
          field
          readerName
          audience
          at
        }
      }
      history {
        id
        at
        type
        actorName
        audience
        changes {
          field
          before
          after
        }
      }
    }
  }
`);

export const CorrectParticipantDocument = graphql(`
  mutation CorrectParticipant($input: CorrectParticipantInput!) {
    correctParticipant(input: $input) {
      id
      version
    }
  }
`);

export const WaitingReservesDocument = graphql(`
  query WaitingReserves($projectId: ID!) {
    reserves(projectId: $projectId) {
      id
      rank
      status
      participant {
        id
        firstName
        lastName
        occupation
      }
    }
  }
`);

export const WithdrawDocument = graphql(`
  mutation Withdraw($input: WithdrawInput!) {
    withdraw(input: $input) {
      mobility {
        id
        stage
        withdrawnReason
        version
      }
      replacement {
        id
        participant {
          id
          firstName
          lastName
        }
      }
    }
  }
`);
