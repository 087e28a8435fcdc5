import { ApolloLink } from '@apollo/client';
import { Observable } from 'rxjs';

export interface LiveOptions {
  /** Asked for at each connection: who acts may have changed. */
  url: () => string;
  onState: (up: boolean) => void;
  /** Told when the server closes because nobody is signed in any more. */
  onSignedOut: () => void;
}

interface LiveObserver {
  next: (result: ApolloLink.Result) => void;
  error: (error: unknown) => void;
  complete: () => void;
}

/** Begins a subscription over the connection; returns how to end it. */
export type LiveConnection = (operation: ApolloLink.Operation, observer: LiveObserver) => () => void;

/** Whether news arrive by themselves just now; the code for it is fetched with the first subscription. */
export class Live {
  private up = false;
  private readonly listeners = new Set<() => void>();
  private connection: Promise<LiveConnection> | null = null;

  constructor(private readonly options: Omit<LiveOptions, 'onState'>) {}

  readonly isUp = (): boolean => this.up;

  readonly watch = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private connect(): Promise<LiveConnection> {
    const onState = (up: boolean) => {
      this.up = up;
      for (const listener of this.listeners) listener();
    };
    this.connection ??= import('./live-socket').then(({ openLive }) => openLive({ ...this.options, onState }));
    this.connection.catch(() => {
      this.connection = null;
    });
    return this.connection;
  }

  /** The way of subscriptions. */
  readonly link = new ApolloLink(
    (operation) =>
      new Observable<ApolloLink.Result>((observer) => {
        let stop: (() => void) | null = null;
        let ended = false;
        this.connect().then(
          (subscribe) => {
            if (!ended) stop = subscribe(operation, { ...bound(observer) });
          },
          (error: unknown) => observer.error(error),
        );
        return () => {
          ended = true;
          stop?.();
        };
      }),
  );
}

function bound(observer: LiveObserver): LiveObserver {
  return {
    next: (result) => observer.next(result),
    error: (error) => observer.error(error),
    complete: () => observer.complete(),
  };
}

let current: Live | null = null;

/** The one of this page; set when the portal starts. */
export function startLive(options: Omit<LiveOptions, 'onState'>): Live {
  current = new Live(options);
  return current;
}

/** The live connection of this page. */
export function live(): Live {
  if (!current) throw new Error('The portal has not started yet');
  return current;
}
