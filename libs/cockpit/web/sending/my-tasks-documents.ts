import { type ResultOf } from '@graphql-typed-document-node/core';
import { graphql } from '@softmob/gql/sending';

export const MyTaskGroupsDocument = graphql(`
  query MyTaskGroups($locale: String) {
    taskGroups(mine: true, openOnly: true) {
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
      taskIds
      flow {
        id
        code
        town
        startsOn
      }
    }
  }
`);

export type TaskGroup = ResultOf<typeof MyTaskGroupsDocument>['taskGroups'][number];
