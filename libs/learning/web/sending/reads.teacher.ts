import { graphql } from '@softmob/gql/sending-teacher';
import {
  type AgreementListQuery,
  type AgreementPageQuery,
  type LearningFlowsQuery,
  type OutcomeListQuery,
} from '@softmob/gql/sending-teacher/graphql';

/** What teachers may read of learning, coordinators may as well: these documents serve both. */
export const FlowsDocument = graphql(`
  query LearningFlows {
    flows {
      id
      code
      town
      startsOn
      endsOn
    }
  }
`);

export const AgreementListDocument = graphql(`
  query AgreementList($flowIds: [ID!]) {
    mobilities(
      filter: { flowIds: $flowIds, stages: ["selected", "proposed", "confirmed", "abroad", "back"] }
      first: 500
    ) {
      nodes {
        id
        stage
        startsOn
        participant {
          id
          firstName
          lastName
          minor
        }
        company {
          id
          name
        }
        agreement {
          id
          number
          current {
            id
            number
            status
            outdated
            contentHash
            requiredParties
            missingParties
            mySignature
            openedAt
            lockedAt
            statement {
              en
              it
            }
            signatures {
              id
              party
            }
          }
          inForce {
            id
            number
          }
        }
      }
    }
  }
`);

export const AgreementPageDocument = graphql(`
  query AgreementPage($id: ID!) {
    mobility(id: $id) {
      id
      stage
      startsOn
      endsOn
      participant {
        id
        firstName
        lastName
        occupation
        eqfLevel
      }
      flow {
        id
        code
      }
      agreement {
        id
        number
        current {
          version
          createdAt
          missing {
            path
            code
            message {
              en
              it
            }
          }
          advised {
            path
            code
            message {
              en
              it
            }
          }
          ...VersionParts
          outdated
        }
        inForce {
          id
          number
        }
        versions {
          id
          number
          status
          reason
          createdAt
          openedAt
          lockedAt
          supersededAt
          sealedAt
          closedAt
          closedParty
          closedReason
          requiredParties
          missingParties
          signatures {
            id
            party
            name
            signedAt
            method
            checkedBy
          }
          changes {
            ...ChangeParts
          }
        }
      }
    }
  }
`);

export const UnitChoiceDocument = graphql(`
  query UnitChoice($occupation: String, $eqf: Int) {
    units(occupation: $occupation, eqf: $eqf) {
      key
      eqf
      hours
      title {
        en
        it
      }
      origin {
        en
        it
      }
    }
  }
`);

export const OutcomeListDocument = graphql(`
  query OutcomeList($flowIds: [ID!]) {
    mobilities(filter: { flowIds: $flowIds, stages: ["confirmed", "abroad", "back"] }, first: 500) {
      nodes {
        id
        stage
        endsOn
        finalAssessedAt
        recognisedAt
        participant {
          id
          firstName
          lastName
        }
        company {
          id
          name
        }
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
          atRisk
          grade
          submittedAt
        }
        recognition {
          id
          result
          decidedAt
        }
        certificates {
          id
          number
          issuedAt
        }
      }
    }
  }
`);

export const OutcomePanelDocument = graphql(`
  query OutcomePanel($id: ID!) {
    mobility(id: $id) {
      id
      endsOn
      finalAssessedAt
      participant {
        id
        firstName
        lastName
      }
      company {
        id
        name
      }
      assessments {
        id
        kind
        comment
        assessorName
        submittedAt
        grade
        units {
          unitKey
          result
          grade
        }
      }
      recognition {
        id
        result
        note
        credits
        deciderName
        decidedAt
        units {
          unitKey
          result
          hours
          grade
        }
      }
      certificates {
        id
        number
        issuedAt
      }
      outcomes {
        ...OutcomeParts
      }
    }
  }
`);

export type FlowChoice = LearningFlowsQuery['flows'][number];
export type AgreementRow = AgreementListQuery['mobilities']['nodes'][number];
export type AgreementMobility = AgreementPageQuery['mobility'];
export type CurrentVersion = NonNullable<NonNullable<AgreementMobility['agreement']>['current']>;
export type PastVersion = NonNullable<AgreementMobility['agreement']>['versions'][number];
export type OutcomeRow = OutcomeListQuery['mobilities']['nodes'][number];

/** First and last name. */
export const nameOf = (person: { firstName: string | null; lastName: string | null }): string =>
  [person.firstName, person.lastName].filter(Boolean).join(' ');
