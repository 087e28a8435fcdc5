import { type ApolloClient } from '@apollo/client';
import { type ActingAs } from '../data/acting-as';
import { type Viewer } from './identity.operations';
import { SessionStore } from './session-store';

const membership = (id: string) => ({
  id,
  role: 'sendingCoordinator' as const,
  audience: 'sendingCoordinator' as const,
  portal: 'sending' as const,
  organisationName: 'IIS Monteverde',
});
const viewer = (memberships = [membership('m1')]): Viewer => ({
  personId: 'p1',
  displayName: 'Chiara Bonomi',
  email: 'chiara@monteverde.example',
  locale: 'it',
  audience: 'sendingCoordinator',
  membershipId: memberships[0]?.id ?? null,
  isSeat: false,
  today: '2026-03-12',
  demo: false,
  memberships,
});

/** A tab whose server gives these answers, one after the other. */
function tab(answers: (Viewer | null | Error)[], chosen: string | null = null) {
  const acting = {
    portal: 'sending',
    membershipId: chosen,
    choose(id: string | null) {
      this.membershipId = id;
    },
  };
  const client = {
    query: () => {
      const answer = answers.shift();
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve({ data: { viewer: answer ?? null } });
    },
    clearStore: () => Promise.resolve([]),
  };
  return { acting, store: new SessionStore(client as unknown as ApolloClient, acting as unknown as ActingAs) };
}

describe('who is signed in in this tab', () => {
  test('with one membership it acts under that one', async () => {
    const { acting, store } = tab([viewer()]);
    await store.load();
    expect(store.snapshot()).toMatchObject({ status: 'signedIn', viewer: { personId: 'p1' } });
    expect(acting.membershipId).toBe('m1');
  });

  test('with several, the person chooses', async () => {
    const { acting, store } = tab([viewer([membership('m1'), membership('m2')])]);
    await store.load();
    expect(acting.membershipId).toBeNull();
  });

  test('a membership that has ended meanwhile is let go, and the others still serve', async () => {
    const { acting, store } = tab([null, viewer()], 'gone');
    await store.load();
    expect(store.snapshot().status).toBe('signedIn');
    expect(acting.membershipId).toBe('m1');
  });

  test('a session that ran out at work is told apart from never having signed in', async () => {
    const { store } = tab([viewer(), null, null]);
    await store.load();
    await store.load();
    expect(store.snapshot()).toEqual({ status: 'signedOut', why: 'ended' });
    const stranger = tab([null]);
    await stranger.store.load();
    expect(stranger.store.snapshot()).toEqual({ status: 'signedOut', why: 'never' });
  });

  test('a lost connection throws nobody out, but a first visit without one says so', async () => {
    const { store } = tab([viewer(), new TypeError('Failed to fetch')]);
    await store.load();
    await store.load();
    expect(store.snapshot().status).toBe('signedIn');
    const first = tab([new TypeError('Failed to fetch')]);
    await first.store.load();
    expect(first.store.snapshot().status).toBe('failed');
  });

  test('questions asked at once share one answer', async () => {
    const { store } = tab([viewer(), new Error('asked twice')]);
    await Promise.all([store.load(), store.load()]);
    expect(store.snapshot().status).toBe('signedIn');
  });
});
