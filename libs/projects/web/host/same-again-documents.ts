import { type ResultOf } from '@graphql-typed-document-node/core';
import { graphql } from '@softmob/gql/host';

export const HostAsksDocument = graphql(`
  query HostAsks($openOnly: Boolean) {
    hostAsks(openOnly: $openOnly) {
      id
      flowCode
      town
      schoolName
      startsOn
      endsOn
      answer
      comment
      offeredStartsOn
      offeredEndsOn
      askedAt
      answeredAt
      version
      places {
        occupation
        lastTime
        wanted
        offered
      }
    }
  }
`);

export const AnswerHostAskDocument = graphql(`
  mutation AnswerSameAgain($input: AnswerHostAskInput!) {
    answerHostAsk(input: $input) {
      id
      answer
      comment
      offeredStartsOn
      offeredEndsOn
      answeredAt
      version
      places {
        occupation
        lastTime
        wanted
        offered
      }
    }
  }
`);

export type HostAsk = ResultOf<typeof HostAsksDocument>['hostAsks'][number];
