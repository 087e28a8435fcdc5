import { gql } from '@apollo/client';
import { type TypedDocumentNode } from '@graphql-typed-document-node/core';

/** Something that the reader was told. */
export interface Told {
  __typename: 'Notification';
  id: string;
  topic: string;
  title: string;
  text: string[];
  /** Path within the portal. */
  link: string | null;
  createdAt: string;
  readAt: string | null;
}

type None = Record<string, never>;

export interface NotificationsData {
  notifications: {
    edges: { cursor: string; node: Told }[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
}

const TOLD = gql`
  fragment Told on Notification {
    id
    topic
    title
    text
    link
    createdAt
    readAt
  }
`;

export const NotificationsDocument: TypedDocumentNode<
  NotificationsData,
  { unread?: boolean; first: number; after?: string | null }
> = gql`
  query Notifications($unread: Boolean, $first: Int, $after: String) {
    notifications(unread: $unread, first: $first, after: $after) {
      edges {
        cursor
        node {
          ...Told
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
  ${TOLD}
`;

export const UnreadDocument: TypedDocumentNode<{ unreadNotifications: number }, None> = gql`
  query UnreadNotifications {
    unreadNotifications
  }
`;

export interface NewsData {
  notificationArrived: { unread: number; notification: { id: string } | null };
}

export const NewsDocument: TypedDocumentNode<NewsData, None> = gql`
  subscription NotificationArrived {
    notificationArrived {
      unread
      notification {
        id
      }
    }
  }
`;

export const MarkReadDocument: TypedDocumentNode<{ markNotificationsRead: { ok: boolean } }, { ids: string[] }> = gql`
  mutation MarkNotificationsRead($ids: [ID!]!) {
    markNotificationsRead(ids: $ids) {
      ok
    }
  }
`;

export const MarkAllReadDocument: TypedDocumentNode<{ markAllNotificationsRead: { ok: boolean } }, None> = gql`
  mutation MarkAllNotificationsRead {
    markAllNotificationsRead {
      ok
    }
  }
`;

export type Delivery = 'once' | 'digest' | 'off';

export interface MailPreferences {
  topics: { topic: string; delivery: Delivery; mayBeOff: boolean }[];
  quietFrom: string | null;
  quietUntil: string | null;
  timeZone: string;
}

export const PreferencesDocument: TypedDocumentNode<{ mailPreferences: MailPreferences }, None> = gql`
  query MailPreferences {
    mailPreferences {
      topics {
        topic
        delivery
        mayBeOff
      }
      quietFrom
      quietUntil
      timeZone
    }
  }
`;

export interface PreferencesInput {
  topics: { topic: string; delivery: string }[];
  quietFrom: string | null;
  quietUntil: string | null;
  timeZone: string;
}

export const ChoosePreferencesDocument: TypedDocumentNode<
  { chooseMailPreferences: MailPreferences },
  { input: PreferencesInput }
> = gql`
  mutation ChooseMailPreferences($input: MailPreferencesInput!) {
    chooseMailPreferences(input: $input) {
      topics {
        topic
        delivery
        mayBeOff
      }
      quietFrom
      quietUntil
      timeZone
    }
  }
`;
