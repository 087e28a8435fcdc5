import { circleFault, circleOf, mayStillChange, piecesOf, tsqueryOf } from '.';

describe('who takes part', () => {
  it('is the same for the same choice, whatever its order', () => {
    expect(circleOf('mobility', ['sendingTeacher', 'participant', 'participant'])).toEqual([
      'participant',
      'sendingTeacher',
    ]);
  });

  it('holds only roles that have to do with it', () => {
    expect(circleFault('placement', ['participant'])).toBe('CIRCLE_UNKNOWN');
    expect(circleFault('mobility', ['operator'])).toBe('CIRCLE_UNKNOWN');
    expect(circleFault('mobility', ['sendingCoordinator', 'participant'])).toBeNull();
  });

  it('never brings a guardian and a company together', () => {
    expect(circleFault('mobility', ['guardian', 'companyTutor'])).toBe('CIRCLE_APART');
    expect(circleFault('mobility', ['guardian', 'participant'])).toBeNull();
  });
});

describe('links in a message', () => {
  it('are whole http addresses without the mark that ends the sentence', () => {
    expect(piecesOf('See https://example.org/a?b=1. Thanks')).toEqual([
      { text: 'See ', href: null },
      { text: 'https://example.org/a?b=1', href: 'https://example.org/a?b=1' },
      { text: '. Thanks', href: null },
    ]);
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'www.example.org', 'https://'])(
    '%s stays text',
    (text) => {
      expect(piecesOf(text).every(({ href }) => href === null)).toBe(true);
    },
  );

  it('lose no character', () => {
    const text = '(http://a.example), http://b.example/x’ e poi?';
    expect(
      piecesOf(text)
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text);
  });
});

describe('what somebody looks for', () => {
  it('is every word as the beginning of a word, and nothing that the query language reads', () => {
    expect(tsqueryOf("Città d'arte | !x & (y:*)")).toBe('città:* & d:* & arte:* & x:* & y:*');
    expect(tsqueryOf(' &|! ')).toBeNull();
  });
});

describe('a message that was sent', () => {
  it('may be changed for a quarter of an hour', () => {
    const sent = new Date('2026-03-12T10:00:00Z');
    expect(mayStillChange(sent, new Date('2026-03-12T10:14:59Z'))).toBe(true);
    expect(mayStillChange(sent, new Date('2026-03-12T10:15:00Z'))).toBe(false);
  });
});
