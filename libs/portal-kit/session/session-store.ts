import { type ApolloClient } from '@apollo/client';
import { type ActingAs } from '../data/acting-as';
import { draftsBelongTo, draftsBelongToNobody } from '../forms/draft';
import { type Viewer, ViewerDocument } from './identity.operations';

/** Whether somebody is signed in: not known yet, nobody, somebody, or the server could not be asked. */
export type SessionState =
  | { readonly status: 'loading' }
  /** `ended`: the session ran out while the person was at work; `left`: they signed out. */
  | { readonly status: 'signedOut'; readonly why: 'never' | 'ended' | 'left' }
  | { readonly status: 'signedIn'; readonly viewer: Viewer }
  | { readonly status: 'failed'; readonly error: unknown };

/** Who is signed in in this tab. Asked from the server, never guessed from what the browser keeps. */
export class SessionStore {
  private state: SessionState = { status: 'loading' };
  private readonly listeners = new Set<() => void>();
  private checking: Promise<void> | null = null;
  private leaving = false;

  constructor(
    private readonly client: ApolloClient,
    readonly actingAs: ActingAs,
  ) {}

  readonly snapshot = (): SessionState => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private become(state: SessionState): void {
    this.state = state;
    for (const listener of this.listeners) listener();
  }

  /** Asks the server who is signed in. Calls while one is under way share its answer. */
  readonly load = (): Promise<void> => {
    this.checking ??= this.ask().finally(() => {
      this.checking = null;
    });
    return this.checking;
  };

  private async ask(): Promise<void> {
    try {
      let viewer = await this.askViewer();
      if (!viewer && this.actingAs.membershipId !== null) {
        this.actingAs.choose(null);
        viewer = await this.askViewer();
      }
      if (viewer?.memberships.length === 1 && viewer.membershipId) this.actingAs.choose(viewer.membershipId);
      this.settleDrafts(viewer);
      const why = this.leaving ? 'left' : this.state.status === 'signedIn' ? 'ended' : 'never';
      this.become(viewer ? { status: 'signedIn', viewer } : { status: 'signedOut', why });
    } catch (error) {
      // Without an answer nothing is known: whoever is at work stays there.
      if (this.state.status !== 'signedIn') this.become({ status: 'failed', error });
    }
  }

  /** What is typed belongs to whoever acts here; nothing is left for the next person on the device. */
  private settleDrafts(viewer: Viewer | null): void {
    const { portal, membershipId } = this.actingAs;
    if (!viewer) draftsBelongToNobody(portal, this.leaving);
    else if (membershipId) draftsBelongTo({ portal, membershipId, seat: viewer.isSeat });
  }

  private async askViewer(): Promise<Viewer | null> {
    const { data } = await this.client.query({ query: ViewerDocument, fetchPolicy: 'network-only' });
    return data?.viewer ?? null;
  }

  /** Acts under another membership from now on; what was read under the first is forgotten. */
  async chooseMembership(membershipId: string): Promise<void> {
    this.actingAs.choose(membershipId);
    await this.client.clearStore();
    await this.load();
  }

  /** Begins anew after signing in: nothing of whoever was here before is read again. */
  async entered(): Promise<void> {
    this.actingAs.choose(null);
    await this.client.clearStore();
    await this.load();
  }

  /** Begins anew after signing out: nothing of the person stays in this tab, not even what they typed. */
  async left(): Promise<void> {
    this.leaving = true;
    draftsBelongToNobody(this.actingAs.portal, true);
    try {
      await this.entered();
    } finally {
      this.leaving = false;
    }
  }
}
