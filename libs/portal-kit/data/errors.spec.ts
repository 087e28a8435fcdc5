import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';
import { mayBeSignedOut, toFormErrors } from './errors';

const graphql = (extensions: Record<string, unknown>, message = 'The server says so.') =>
  new CombinedGraphQLErrors({ errors: [{ message, extensions }] });
const answer = (status: number, body: string) =>
  new ServerError('Response not successful', { response: new Response(body, { status }), bodyText: body });

describe('failures as a form understands them', () => {
  test('faults of fields keep their path below the input, code, sentence and values', () => {
    const fields = [
      { path: 'input.learners.0.email', code: 'EMAIL_INVALID', message: 'Write an address.' },
      { path: 'hours', code: 'TOO_MANY', message: 'At most 40.', params: { max: 40 } },
      { path: 7 },
    ];
    expect(toFormErrors(graphql({ code: 'VALIDATION', fields }))).toEqual({
      code: 'VALIDATION',
      reason: null,
      message: 'The server says so.',
      fields: [
        { path: 'learners.0.email', code: 'EMAIL_INVALID', message: 'Write an address.' },
        { path: 'hours', code: 'TOO_MANY', message: 'At most 40.', params: { max: 40 } },
      ],
      missing: [],
      retryAfterSeconds: null,
    });
  });

  test('an illegal step says what is missing, a throttled one when to come back', () => {
    const illegal = toFormErrors(graphql({ code: 'ILLEGAL_STATE', reason: 'UNSIGNED', missing: ['host'] }));
    expect(illegal).toMatchObject({ code: 'ILLEGAL_STATE', reason: 'UNSIGNED', missing: ['host'] });
    expect(toFormErrors(graphql({ code: 'RATE_LIMITED', retryAfterSeconds: 30 }))?.retryAfterSeconds).toBe(30);
  });

  test('no answer, or only that of a gateway, is NETWORK; an unknown code and a broken answer are INTERNAL', () => {
    expect(toFormErrors(new TypeError('Failed to fetch'))?.code).toBe('NETWORK');
    expect(toFormErrors(graphql({ code: 'SOMETHING_NEW' }))?.code).toBe('INTERNAL');
    expect(toFormErrors(answer(502, '<html>Bad gateway</html>'))?.code).toBe('NETWORK');
    expect(toFormErrors(answer(500, '<html>Oh</html>'))?.code).toBe('INTERNAL');
    expect(toFormErrors(undefined)).toBeNull();
  });

  test('the body of a refused upload is read like an answer of GraphQL', () => {
    const body = JSON.stringify({ errors: [{ message: 'Too large.', extensions: { code: 'TOO_LARGE' } }] });
    expect(toFormErrors(answer(413, body))).toMatchObject({ code: 'TOO_LARGE', message: 'Too large.' });
  });

  test('an ended session is told by UNAUTHENTICATED, and by nothing else', () => {
    expect(mayBeSignedOut(graphql({ code: 'UNAUTHENTICATED' }))).toBe(true);
    const body = (code: string) => JSON.stringify({ errors: [{ message: 'x', extensions: { code } }] });
    expect(mayBeSignedOut(answer(401, body('UNAUTHENTICATED')))).toBe(true);
    expect(mayBeSignedOut(answer(400, body('GRAPHQL_VALIDATION_FAILED')))).toBe(false);
  });

  test('a wrong password is not an ended session, nor is a lost connection', () => {
    expect(mayBeSignedOut(graphql({ code: 'UNAUTHENTICATED', reason: 'WRONG_PASSWORD' }))).toBe(false);
    expect(mayBeSignedOut(new TypeError('Failed to fetch'))).toBe(false);
  });
});
