import { graphql } from '@softmob/gql/sending-teacher';
import { type TaskDocuments } from './task-documents';

/** What a teacher does with tasks. */
export const documents: TaskDocuments = {
  complete: graphql(`
    mutation TeacherFinishesTasks($ids: [ID!]!) {
      completeTasks(ids: $ids) {
        id
        state
        version
      }
    }
  `),
  reopen: graphql(`
    mutation TeacherTakesTasksBack($ids: [ID!]!) {
      reopenTasks(ids: $ids) {
        id
        state
        version
      }
    }
  `),
  assign: graphql(`
    mutation TeacherGivesTasks($input: AssignTasksInput!) {
      assignTasks(input: $input) {
        id
        version
      }
    }
  `),
  snooze: graphql(`
    mutation TeacherPutsTasksOff($input: SnoozeTasksInput!) {
      snoozeTasks(input: $input) {
        id
        version
      }
    }
  `),
  wake: graphql(`
    mutation TeacherWakesTasks($tasks: [TaskStepInput!]!) {
      wakeTasks(tasks: $tasks) {
        id
        version
      }
    }
  `),
  colleagues: graphql(`
    query TeacherTaskColleagues {
      taskColleagues {
        personId
        name
        role
      }
    }
  `),
};
