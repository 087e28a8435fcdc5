import { graphql } from '@softmob/gql/conversing';

export const MessagePartsFragment = graphql(`
  fragment MessageParts on Message {
    id
    threadId
    text
    sentAt
    editedAt
    removedAt
    version
    mine
    changeable
    announcement
    sentTo
    sender {
      membershipId
      name
      role
      organisationName
    }
    mentions {
      membershipId
      name
    }
    files {
      id
      fileName
      mime
      size
      thumbnail
    }
    readBy {
      membershipId
      name
      readAt
    }
  }
`);

export const ThreadPartsFragment = graphql(`
  fragment ThreadParts on Thread {
    id
    kind
    subjectId
    flowId
    mobilityId
    circle
    unread
    title {
      learner
      flowCode
      school
      organisation
    }
    lastMessage {
      id
      text
      sentAt
      removedAt
      mine
      sender {
        name
      }
      files {
        id
      }
    }
  }
`);

export const ThreadsDocument = graphql(`
  query Threads($filter: ThreadFilterInput, $first: Int, $after: String) {
    threads(filter: $filter, first: $first, after: $after) {
      edges {
        cursor
        node {
          ...ThreadParts
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const ThreadDocument = graphql(`
  query Thread($id: ID!) {
    thread(id: $id) {
      ...ThreadParts
      members {
        membershipId
        name
        role
        organisationName
      }
    }
  }
`);

export const MessagesDocument = graphql(`
  query Messages($threadId: ID!, $first: Int, $after: String) {
    messages(threadId: $threadId, first: $first, after: $after) {
      nodes {
        ...MessageParts
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const SearchMessagesDocument = graphql(`
  query SearchMessages($text: String!, $first: Int, $after: String) {
    searchMessages(text: $text, first: $first, after: $after) {
      edges {
        cursor
        node {
          id
          threadId
          text
          sentAt
          sender {
            name
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const UnreadMessagesDocument = graphql(`
  query UnreadMessages {
    unreadMessages
  }
`);

export const ThreadChangedDocument = graphql(`
  subscription ThreadChanged {
    threadChanged {
      kind
      threadId
      unread
      message {
        ...MessageParts
      }
    }
  }
`);

export const SendMessageDocument = graphql(`
  mutation SendMessage($input: SendMessageInput!) {
    sendMessage(input: $input) {
      ...MessageParts
    }
  }
`);

export const EditMessageDocument = graphql(`
  mutation EditMessage($id: ID!, $text: String!, $expectedVersion: Int!) {
    editMessage(id: $id, text: $text, expectedVersion: $expectedVersion) {
      ...MessageParts
    }
  }
`);

export const RemoveMessageDocument = graphql(`
  mutation RemoveMessage($id: ID!, $expectedVersion: Int!) {
    removeMessage(id: $id, expectedVersion: $expectedVersion) {
      ...MessageParts
    }
  }
`);

export const MarkThreadReadDocument = graphql(`
  mutation MarkThreadRead($threadId: ID!, $until: ID!) {
    markThreadRead(threadId: $threadId, until: $until) {
      ok
    }
  }
`);

export const ThreadCircleDocument = graphql(`
  query ThreadCircle($kind: String!, $subjectId: ID!) {
    threadCircle(kind: $kind, subjectId: $subjectId) {
      membershipId
      name
      role
      organisationName
    }
  }
`);

export const WritableMobilitiesDocument = graphql(`
  query WritableMobilities($filter: MobilityFilter, $first: Int) {
    mobilities(filter: $filter, first: $first) {
      nodes {
        id
        flow {
          id
          code
        }
        participant {
          id
          firstName
          lastName
        }
      }
    }
  }
`);
