import { type Rule } from '@softmob/access';
import { type Router } from 'express';
import { type Logger } from 'pino';
import { type Pool } from 'pg';
import { type OffsetClock } from './clock';
import { type Ctx } from './context';
import { type LiveHub } from './live/hub';
import { type MailTopic, type Post } from './mail/post';
import { type MailTemplate } from './mail/template';
import { type DomainEvent } from './write/events';
import { type Tx } from './write/tx';

/** Settings that the composition root has read and checked. */
export interface Settings {
  /** Where files live: documents, generated PDFs. */
  readonly dataDir: string;
  /** The secret under which private keys lie at rest; null keeps one of its own in the data folder. */
  readonly keySecret: string | null;
  /** The origin of links in e-mails, without a trailing slash. */
  readonly publicUrl: string;
  /** Whether this is a demo: outbox in the browser, demo logins shown, clock may be moved. */
  readonly demo: boolean;
  /** nodemailer's connection URL; null keeps every e-mail in the local outbox. */
  readonly smtpUrl: string | null;
  /** S3-compatible storage for files, with key and secret in it; null keeps them in the data folder. */
  readonly s3Url: string | null;
  /** The virus scanner, such as `tcp://clamav:3310`: every upload passes it. Null looks into none. */
  readonly clamavUrl: string | null;
  readonly mailFrom: string;
  /** Cookies carry `Secure` where the public URL is https. */
  readonly secureCookies: boolean;
  /** Adds `x-sql-statements` to answers, for tests and measurements. */
  readonly countStatements: boolean;
}

/**
 * What runs when domain events of this type are appended: in the same transaction, before it commits. `run` takes them
 * one by one; `runAll` takes all that were appended together, so that a hundred cost as many statements as one.
 */
export type Reaction =
  | { readonly on: string | RegExp; run(tx: Tx, event: DomainEvent): Promise<void> }
  | { readonly on: string | RegExp; runAll(tx: Tx, events: readonly DomainEvent[]): Promise<void> };

/** Work that outlives a request: it acts as whoever caused it, and asserts its rule before it begins. */
export interface JobDefinition {
  readonly rule: Rule;
  run(ctx: Ctx, payload: Readonly<Record<string, unknown>>): Promise<void>;
}

/** A day in somebody's calendar: what is due or ends on it, without a name of anybody. */
export interface DayEntry {
  /** Stays the same for the same thing. */
  readonly uid: string;
  /** Business date. */
  readonly day: string;
  readonly title: string;
  readonly description: string;
  readonly url: string;
}

/** What a slice brings to the composition root. */
export interface Slice {
  readonly name: string;
  /** TypeORM entities: the storage. */
  readonly entities: readonly (abstract new (...args: never[]) => object)[];
  /** type-graphql resolvers: the contract. */
  // eslint-disable-next-line @typescript-eslint/no-unsafe-function-type -- type-graphql's own signature
  readonly resolvers: readonly Function[];
  readonly reactions?: readonly Reaction[];
  readonly jobs?: Readonly<Record<string, JobDefinition>>;
  /** Names of those jobs that run once every business day, also on the day to which a demo's clock was moved. */
  readonly daily?: readonly string[];
  readonly mails?: Readonly<Record<string, MailTemplate>>;
  /** What each of those templates is about: people choose by topic how they are told. */
  readonly topics?: Readonly<Record<string, MailTopic>>;
  /** Days that belong into the reader's calendar feed, within their reach and in their language. */
  readonly dates?: (ctx: Ctx, locale: string) => Promise<readonly DayEntry[]>;
  /** Sees every e-mail before it is written; at most one slice of the house brings it. */
  readonly post?: Post;
  /** Channels of NOTIFY whose payloads read `key/detail`: subscriptions of the slice hear them through `runtime.live`. */
  readonly channels?: readonly string[];
  /** Routes beside GraphQL: files, downloads. Each asserts a rule by itself. */
  readonly routes?: (router: Router, runtime: Runtime) => void;
  /** The fields whose every read leaves a line in the access log, as `Type.field`. */
  readonly loggedFields?: readonly string[];
}

/** The running house: what requests, jobs and routes share. */
export interface Runtime {
  readonly pool: Pool;
  readonly clock: OffsetClock;
  readonly settings: Settings;
  readonly log: Logger;
  readonly slices: readonly Slice[];
  readonly reactions: readonly Reaction[];
  readonly jobs: ReadonlyMap<string, JobDefinition>;
  readonly mails: ReadonlyMap<string, MailTemplate>;
  readonly topics: ReadonlyMap<string, MailTopic>;
  readonly post: Post | null;
  /** What happens, for those who wait for it in this process. */
  readonly live: LiveHub;
}
