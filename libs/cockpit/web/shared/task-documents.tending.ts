import { graphql } from '@softmob/gql/tending';

/** What coordinators and teachers do with tasks. */
export const taskDocuments = {
  complete: graphql(`
    mutation FinishTasks($ids: [ID!]!) {
      completeTasks(ids: $ids) {
        id
        state
        version
      }
    }
  `),
  reopen: graphql(`
    mutation TakeTasksBack($ids: [ID!]!) {
      reopenTasks(ids: $ids) {
        id
        state
        version
      }
    }
  `),
  assign: graphql(`
    mutation GiveTasks($input: AssignTasksInput!) {
      assignTasks(input: $input) {
        id
        version
      }
    }
  `),
  snooze: graphql(`
    mutation PutTasksOff($input: SnoozeTasksInput!) {
      snoozeTasks(input: $input) {
        id
        version
      }
    }
  `),
  wake: graphql(`
    mutation WakeTasks($tasks: [TaskStepInput!]!) {
      wakeTasks(tasks: $tasks) {
        id
        version
      }
    }
  `),
  colleagues: graphql(`
    query TaskColleagues {
      taskColleagues {
        personId
        name
        role
      }
    }
  `),
};
