import { graphql } from '@softmob/gql/sending-coordinator';

export const PeopleProjectsDocument = graphql(`
  query PeopleProjects {
    projects {
      id
      title
      flows {
        id
        code
        town
      }
    }
  }
`);

export const InvitedPeopleDocument = graphql(`
  query InvitedPeople($projectId: ID!, $after: String) {
    mobilities(
      filter: { projectId: $projectId, stages: ["selected", "proposed", "confirmed", "abroad", "back"] }
      first: 500
      after: $after
    ) {
      nodes {
        id
        flow {
          id
          code
        }
        participant {
          id
          firstName
          lastName
          email
          minor
          guardianName
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
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const InviteParticipantsDocument = graphql(`
  mutation InviteParticipants($input: InviteesInput!) {
    inviteParticipants(input: $input) {
      participants
      guardians
      accepted
    }
  }
`);

export const RemindInvitationsDocument = graphql(`
  mutation RemindInvitations($input: InviteesInput!) {
    remindInvitations(input: $input) {
      participants
      guardians
      accepted
    }
  }
`);

export const ReserveListDocument = graphql(`
  query ReserveList($projectId: ID!) {
    reserves(projectId: $projectId) {
      id
      rank
      status
      participant {
        id
        firstName
        lastName
        email
        occupation
        className
      }
      mobility {
        id
        flow {
          id
          code
        }
      }
    }
  }
`);

export const ColleaguesDocument = graphql(`
  query Colleagues {
    organisations(first: 200) {
      nodes {
        id
        kind
        name
        town
        country
        contacts {
          id
          name
          role
          email
          invitation {
            status
            sentAt
            acceptedAt
          }
        }
      }
    }
  }
`);

export const InviteColleaguesDocument = graphql(`
  mutation InviteColleagues($ids: [ID!]) {
    inviteColleagues(membershipIds: $ids) {
      invited
      accepted
    }
  }
`);
