import { newKey, Submission } from './submission';

function counting() {
  let count = 0;
  return new Submission(() => `key-${(count += 1)}`);
}

describe('the key of a submission', () => {
  test('pressing again after a lost connection sends the same key', () => {
    const submission = counting();
    expect(submission.keyFor({ learner: 'ana' })).toBe('key-1');
    expect(submission.keyFor({ learner: 'ana' })).toBe('key-1');
  });

  test('other content is another submission', () => {
    const submission = counting();
    submission.keyFor({ learner: 'ana' });
    expect(submission.keyFor({ learner: 'bea' })).toBe('key-2');
  });

  test('the same content after an answer is a new submission', () => {
    const submission = counting();
    submission.keyFor({ learner: 'ana' });
    submission.answered();
    expect(submission.keyFor({ learner: 'ana' })).toBe('key-2');
  });

  test('keys do not repeat, with and without randomUUID', () => {
    expect(newKey()).not.toBe(newKey());
    const randomUUID = crypto.randomUUID.bind(crypto);
    Object.defineProperty(crypto, 'randomUUID', { value: undefined, configurable: true });
    expect(newKey()).toMatch(/^[0-9a-f]{32}$/);
    Object.defineProperty(crypto, 'randomUUID', { value: randomUUID, configurable: true });
  });
});
