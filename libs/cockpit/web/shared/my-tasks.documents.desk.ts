import { type ResultOf } from '@graphql-typed-document-node/core';
import { graphql } from '@softmob/gql/desk';

export const TaskGroupsDocument = graphql(`
  query TaskGroups($locale: String, $mine: Boolean, $snoozed: Boolean) {
    taskGroups(mine: $mine, snoozed: $snoozed, openOnly: true, byPerson: true) {
      id
      stepKey
      title(locale: $locale)
      phase
      role
      closesOn
      wholeFlow
      dueOn
      state
      open
      late
      waiting
      done
      escalated
      snoozedUntil
      snoozeReason
      taskIds
      assignee {
        personId
        name
      }
      waitsFor {
        stepKey
        title(locale: $locale)
        role
        count
      }
      flow {
        id
        code
        town
        startsOn
      }
    }
  }
`);

export const OwnFeedDocument = graphql(`
  query OwnCalendarFeed {
    calendarFeed {
      id
      createdAt
      readAt
    }
  }
`);

export const MakeFeedDocument = graphql(`
  mutation MakeCalendarFeed {
    createCalendarFeed {
      id
      createdAt
      readAt
      url
    }
  }
`);

export const RevokeFeedDocument = graphql(`
  mutation RevokeCalendarFeed {
    revokeCalendarFeed {
      ok
    }
  }
`);

export type TaskGroup = ResultOf<typeof TaskGroupsDocument>['taskGroups'][number];
