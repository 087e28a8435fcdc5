import { safeError } from './safe-error';

describe('an error made safe for the operator', () => {
  it.each([
    ['connect ECONNREFUSED 127.0.0.1:25', 'connect ECONNREFUSED 127.0.0.1:25'],
    ['550 5.1.1 <maria.rossi@scuola.example>: no such user', '550 5.1.1 <…@scuola.example>: no such user'],
    ['cannot reach smtps://user:pa55@mail.example:465', 'cannot reach [address]'],
    ['open https://softmob.example/sending/reset/abc failed', 'open [address] failed'],
    ['invalid input syntax for type date: "Maria Rossi"', 'invalid input syntax for type date: "…"'],
    ['Key (email)=(a@b.example) already exists.', 'Key (email)=(…) already exists.'],
    ['password=geheim was refused', 'password=… was refused'],
    ["value 'Ana Ruiz' too long", 'value ‘…’ too long'],
    ['token abcDEF0123456789abcDEF0123456789 expired', 'token … expired'],
    [
      'mail 0198c1d2-7a3b-7c4d-8e5f-001122334455 is gone\n at send (/srv/x.js)',
      'mail 0198c1d2-7a3b-7c4d-8e5f-001122334455 is gone',
    ],
    [
      'duplicate key value violates unique constraint "mail_pkey"',
      'duplicate key value violates unique constraint "mail_pkey"',
    ],
  ])('%s', (words, safe) => {
    expect(safeError(new Error(words))).toBe(safe);
  });

  it('is short', () => {
    expect(safeError('no '.repeat(500))).toHaveLength(300);
  });
});
