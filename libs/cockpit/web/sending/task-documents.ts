import { type TypedDocumentNode } from '@graphql-typed-document-node/core';

interface Step {
  id: string;
}
type Ids = { ids: string | string[] };

/** What one function of the school does with tasks: each function's own documents, checked against its own view. */
export interface TaskDocuments {
  complete: TypedDocumentNode<{ completeTasks: Step[] }, Ids>;
  reopen: TypedDocumentNode<{ reopenTasks: Step[] }, Ids>;
  assign: TypedDocumentNode<{ assignTasks: Step[] }, { input: { tasks: Step[]; personId?: string | null } }>;
  snooze: TypedDocumentNode<
    { snoozeTasks: Step[] },
    { input: { tasks: Step[]; until: string; reason: string; beyondDeparture?: boolean | null } }
  >;
  wake: TypedDocumentNode<{ wakeTasks: Step[] }, { tasks: Step | Step[] }>;
  colleagues: TypedDocumentNode<
    { taskColleagues: { personId: string; name: string; role: string }[] },
    Record<string, never>
  >;
}
