import { graphql } from '@softmob/gql/sending-coordinator';
import { type TaskDocuments } from './task-documents';

/** What a coordinator does with tasks. */
export const documents: TaskDocuments = {
  complete: graphql(`
    mutation CoordinatorFinishesTasks($ids: [ID!]!) {
      completeTasks(ids: $ids) {
        id
        state
        version
      }
    }
  `),
  reopen: graphql(`
    mutation CoordinatorTakesTasksBack($ids: [ID!]!) {
      reopenTasks(ids: $ids) {
        id
        state
        version
      }
    }
  `),
  assign: graphql(`
    mutation CoordinatorGivesTasks($input: AssignTasksInput!) {
      assignTasks(input: $input) {
        id
        version
      }
    }
  `),
  snooze: graphql(`
    mutation CoordinatorPutsTasksOff($input: SnoozeTasksInput!) {
      snoozeTasks(input: $input) {
        id
        version
      }
    }
  `),
  wake: graphql(`
    mutation CoordinatorWakesTasks($tasks: [TaskStepInput!]!) {
      wakeTasks(tasks: $tasks) {
        id
        version
      }
    }
  `),
  colleagues: graphql(`
    query CoordinatorTaskColleagues {
      taskColleagues {
        personId
        name
        role
      }
    }
  `),
};
