import { type ResultOf } from '@graphql-typed-document-node/core';
import { graphql } from '@softmob/gql/operator';

export const QueueHealthDocument = graphql(`
  query QueueHealth {
    queueHealth {
      waiting
      failing
      dead
      refused
      unclear
      kinds {
        kind
        failing
        dead
      }
    }
  }
`);

export const StuckJobsDocument = graphql(`
  query StuckJobs($state: String, $kind: String, $after: String) {
    stuckJobs(state: $state, kind: $kind, first: 50, after: $after) {
      edges {
        cursor
        node {
          id
          kind
          state
          subjectType
          subjectId
          template
          attempts
          maxAttempts
          error
          queuedAt
          triedAt
          nextTryAt
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const StuckMailsDocument = graphql(`
  query StuckMails($state: String, $after: String) {
    stuckMails(state: $state, first: 50, after: $after) {
      edges {
        cursor
        node {
          id
          state
          template
          address
          organisation
          messageId
          answer
          queuedAt
          stuckAt
          settledAt
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const GivenUpJobsDocument = graphql(`
  query GivenUpJobs($after: String) {
    givenUpJobs(first: 50, after: $after) {
      edges {
        cursor
        node {
          id
          kind
          subjectType
          subjectId
          attempts
          error
          reason
          givenUpAt
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const RetryJobsDocument = graphql(`
  mutation RetryJobs($input: RetryJobsInput!) {
    retryJobs(input: $input) {
      changed
    }
  }
`);

export const GiveUpJobsDocument = graphql(`
  mutation GiveUpJobs($input: GiveUpJobsInput!) {
    giveUpJobs(input: $input) {
      changed
    }
  }
`);

export const SendMailsAgainDocument = graphql(`
  mutation SendMailsAgain($input: SendMailsAgainInput!) {
    sendMailsAgain(input: $input) {
      changed
    }
  }
`);

export const SettleMailsDocument = graphql(`
  mutation SettleMails($input: SettleMailsInput!) {
    settleMails(input: $input) {
      changed
    }
  }
`);

export type StuckJob = ResultOf<typeof StuckJobsDocument>['stuckJobs']['edges'][number]['node'];
export type StuckMail = ResultOf<typeof StuckMailsDocument>['stuckMails']['edges'][number]['node'];
export type QueueHealth = ResultOf<typeof QueueHealthDocument>['queueHealth'];
