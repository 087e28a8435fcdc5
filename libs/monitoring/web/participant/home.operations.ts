import { graphql } from '@softmob/gql/participant';
import { type HomeQuery } from '@softmob/gql/participant/graphql';

export const HomeDocument = graphql(`
  query Home($id: ID!) {
    mobility(id: $id) {
      id
      stage
      startsOn
      endsOn
      arrivedOn
      week
      recognisedAt
      agreement {
        id
        inForce {
          id
        }
      }
      assessments {
        id
        kind
        week
        submittedAt
      }
      flow {
        id
        town
        country
      }
      participant {
        id
        firstName
        minor
      }
      company {
        id
        name
      }
      attendanceSummary {
        days
        present
        hours
      }
      tasks {
        id
        title
        stepKey
        role
        dueOn
        state
        closesOn
        doneAt
        needs
        version
      }
      documents {
        id
        kind
        status
        reason
        expiryWarning
      }
    }
  }
`);

export const PeopleDocument = graphql(`
  query People($id: ID!) {
    mobility(id: $id) {
      id
      participant {
        id
        firstName
        lastName
        emergencyContact
        emergencyPhone
      }
      flow {
        id
        town
        country
        accompanying {
          id
          firstName
          lastName
          email
        }
      }
      sendingOrganisation {
        id
        name
        phone
        contacts {
          id
          name
          role
          title
          email
          phone
        }
      }
      hostOrganisation {
        id
        name
        phone
        contacts {
          id
          name
          role
          title
          email
          phone
        }
      }
      placement {
        id
        status
        startsOn
        endsOn
        company {
          id
          name
          street
          postcode
          town
          country
          phone
        }
        tutor {
          personId
          name
          email
          phone
        }
      }
    }
  }
`);

export const DoTaskDocument = graphql(`
  mutation DoTask($id: ID!, $version: Int) {
    completeTask(id: $id, expectedVersion: $version) {
      id
      state
      doneAt
      version
    }
  }
`);

export type HomeMobility = HomeQuery['mobility'];
export type HomeTask = HomeMobility['tasks'][number];
